using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Structs;

/// <summary>Parameters and results that are structs or tuples: one a leaf, each of which knows where it belongs.</summary>
internal static class StructParameters
{
    /// <summary>What the struct is called that an instance method is called on.</summary>
    public const string Self = "self";

    /// <summary>In the place of the ordinal of a parameter, for the struct that a method is called on.</summary>
    public const int OrdinalOfSelf = -1;

    /// <summary>A parameter of the method itself.</summary>
    public static IEnumerable<Parameter> Lower(LoweringContext context, IParameterSymbol symbol, StructType type)
    {
        bool isActive = SignatureLowering.IsActive(symbol, type);
        Check(context, symbol, type, isActive);
        SyntaxNode around = type.HoldsInline ? context.Enter(symbol.DeclaringSyntaxReferences[0].GetSyntax()) : context.Source;
        (Place place, List<Parameter> leaves) = Split(context, WholeOf(symbol, isActive) with { IsWritten = InlineArrays.IsWritten(context, symbol, type) }, type);
        context.Enter(around);
        context.Places[symbol] = place;
        return leaves.Select(leaf => StructArrays.Annotated(leaf, symbol.Type));
    }

    /// <summary>The struct that the method is called on, as its first parameter.</summary>
    public static IEnumerable<Parameter> LowerSelf(LoweringContext context, StructType type)
    {
        if (StructChecks.HidesReals(context.Method.ContainingType) || context.Method.ContainingType.IsRefLikeType)
            context.Report(Descriptors.UnsupportedParameterType, context.Method.Locations[0], Self, context.Method.ContainingType.DisplayName());
        else
            StructChecks.RequireMade(context, type, context.Method.Locations[0]);
        Whole self = SelfOf(context, context.Method);
        StructArrays.Check(context, context.Method.Locations[0], self.Name, context.Method.ContainingType, self.Mode);
        (Place place, List<Parameter> leaves) = Split(context, self, type);
        context.Selves.Push(place);
        return leaves.Select(leaf => StructArrays.Annotated(leaf, context.Method.ContainingType));
    }

    /// <summary>The same of another differentiable method.</summary>
    public static IEnumerable<Parameter> SelfOfCallee(LoweringContext context, IMethodSymbol method, StructType type)
    {
        Whole self = SelfOf(context, method);
        return type.Leaves().Select(leaf => Leaf(self, new Variable(-1, self.Name + leaf.Name, leaf.Type), type, leaf.Path));
    }

    private static (Place Place, List<Parameter> Leaves) Split(LoweringContext context, Whole symbol, StructType type)
    {
        HashSet<string> taken = [.. context.Method.Parameters.Select(parameter => parameter.Name)];
        List<Parameter> leaves = [];
        return (Place(symbol.Name, type, []), leaves);

        Place Place(string name, IrType part, EquatableArray<string> path)
        {
            if (part is StructType { IsInline: true } inline)
                return new StructPlace([Elements(name, inline, path)], inline);
            if (part is StructType whole)
                return new StructPlace([.. whole.Fields.Select((field, i) => Place(StructValues.NameOf(name, whole, i), field.Type, path.Items.Add(field.Name)))], whole);
            string free = FreeName.Like(name, taken.Contains);
            taken.Add(free);
            Variable variable = context.NewVariable(free, part);
            context.StructLeaves.Add(variable.Id);
            leaves.Add(Leaf(symbol, variable, type, path));
            return new VariablePlace(variable);
        }

        InlinePlace Elements(string name, StructType inline, EquatableArray<string> path)
        {
            string free = name == symbol.Name ? name : FreeName.Like(name, taken.Contains);
            taken.Add(free);
            Parameter leaf = Leaf(symbol, context.NewVariable(free, inline.Fields[0].Type), type, path.Items.Add(""));
            leaves.Add(leaf);
            return InlineArrays.PlaceOf(context, leaf, symbol.IsWritten);
        }
    }

    /// <summary>A parameter of another differentiable method.</summary>
    public static IEnumerable<Parameter> OfCallee(IParameterSymbol symbol, StructType type)
    {
        Whole whole = WholeOf(symbol, SignatureLowering.IsActive(symbol, type));
        return type.Leaves().Select(leaf => Leaf(whole, new Variable(symbol.Ordinal, symbol.Name + leaf.Name, leaf.Type), type, leaf.Path));
    }

    /// <summary>Is the method called on a struct whose fields are inputs like its parameters?</summary>
    public static bool IsOnStruct(IMethodSymbol method) => method is { IsStatic: false, MethodKind: not MethodKind.LocalFunction } && TypeLowering.Lower(method.ContainingType) is StructType;

    /// <summary>Which parameters the leaves of a method's parameter are, among those of all its parameters.</summary>
    public static IEnumerable<int> LeavesOf(IMethodSymbol method, int ordinal)
    {
        int self = IsOnStruct(method) ? Ir.Leaf.Of(TypeLowering.Lower(method.ContainingType)).Count : 0;
        if (ordinal == OrdinalOfSelf)
            return Enumerable.Range(0, self);
        int first = self + method.Parameters.Take(ordinal).Sum(parameter => Ir.Leaf.Of(TypeLowering.Lower(parameter.Type)).Count);
        return Enumerable.Range(first, Ir.Leaf.Of(TypeLowering.Lower(method.Parameters[ordinal].Type)).Count);
    }

    /// <summary>A result: a flat tuple goes by its elements' names, anything else by those of its leaves.</summary>
    public static ReturnShape Result(INamedTypeSymbol symbol, StructType type)
    {
        bool isFlat = type.IsTuple && type.Fields.All(field => field.Type is not StructType);
        EquatableArray<Leaf> leaves = type.Leaves();
        IEnumerable<string> names = isFlat
            ? symbol.TupleElements.Select(element => element.Name)
            : leaves.Select(leaf => leaf.Path is [""] ? "Elements" : string.Concat(leaf.Names.Select(name => name.TrimStart('@', '_'))));
        return new(leaves.Select(leaf => leaf.Type).ToEquatableArray(), names.ToEquatableArray(), IsTuple: true)
        {
            Parts = leaves.Select(leaf => (Part?)new Part("", type, TypeLowering.FullName(symbol), leaf.Path) { Declared = DeclaredNames.Of(symbol, type, leaf.Path) }).ToEquatableArray(),
        };
    }

    private static Whole WholeOf(IParameterSymbol symbol, bool isActive) =>
        new(symbol.Name, symbol.Type, TypeLowering.AnnotatedName(symbol.Type) ?? TypeLowering.FullName(symbol.Type), SignatureLowering.Mode(symbol), isActive, SignatureLowering.DefaultOf(symbol));

    /// <summary>What the struct is called that the method is called on, where it is a parameter.</summary>
    public static string NameOfSelf(IMethodSymbol method) => FreeName.Like(Self, candidate => method.Parameters.Any(parameter => parameter.Name == candidate));

    /// <summary>A method that changes the struct takes it by reference. Of one in another assembly its generated members tell.</summary>
    private static Whole SelfOf(LoweringContext context, IMethodSymbol method)
    {
        string name = NameOfSelf(method);
        return new(name, method.ContainingType, TypeLowering.FullName(method.ContainingType), IsChangedBy(context, method) ? PassingMode.Ref : PassingMode.Value, IsActive: true, null);
    }

    /// <summary>Does the method change the struct that it is called on? One with arrays has a destination by the same name in any case.</summary>
    public static bool IsChangedBy(LoweringContext context, IMethodSymbol method) => InlinedCode.Of(context, method) is { } code ? code.WritesSelf(context)
        : TypeLowering.Lower(method.ContainingType) is StructType { HoldsArrays: true } ? GeneratedAttribute.SaysItChangesStruct(method.OriginalDefinition)
        : method.ContainingType.GetMembers(method.Name + "Vjp").OfType<IMethodSymbol>()
            .Any(member => member.Parameters.Any(parameter => parameter.Name == "d" + NameOfSelf(method)));

    private static Parameter Leaf(Whole whole, Variable variable, StructType type, EquatableArray<string> path)
    {
        var part = new Part(whole.Name, type, whole.TypeName, path) { Declared = DeclaredNames.Of(whole.Symbol, type, path) };
        bool isActive = whole.IsActive && variable.Type.HoldsReal;
        if (whole.Mode == PassingMode.Ref && variable.Type.IsStorage && part.InlineLength is null)
            return new(variable, PassingMode.Value, isActive, IsMutated: false, whole.Default) { Part = part, ArrayMode = whole.Mode };
        if (part.InlineLength is null)
            return new(variable, whole.Mode, isActive, IsMutated: false, whole.Default) { Part = part };
        bool isReference = whole.Mode is PassingMode.Ref or PassingMode.Out;
        Variable elements = variable with { Type = new SpanType(variable.Type.Element!, IsReadOnly: !isReference) };
        return new(elements, PassingMode.Value, isActive, IsMutated: isReference, whole.Default) { Part = part, InlineMode = whole.Mode };
    }

    /// <summary>A struct that is a parameter.</summary>
    private sealed record Whole(string Name, ITypeSymbol Symbol, string TypeName, PassingMode Mode, bool IsActive, string? Default)
    {
        /// <summary>May the method write its own copy of what it is given?</summary>
        public bool IsWritten { get; init; }
    }

    private static void Check(LoweringContext context, IParameterSymbol symbol, StructType type, bool isActive)
    {
        bool isUnwritten = symbol.Type is INamedTypeSymbol { IsTupleType: true, TupleElements.Length: 1 }; // C# has no words for a tuple of one element
        if (!Attributes.IsNonDifferentiable(symbol) && (StructChecks.HidesReals(symbol.Type) || isActive && (symbol.Type.IsRefLikeType || isUnwritten)))
            context.Report(Descriptors.UnsupportedParameterType, symbol.Locations[0], symbol.Name, symbol.Type.DisplayName());
        else if (isActive)
            StructChecks.RequireMade(context, type, symbol.Locations[0]);
        else
            StructChecks.RequireConstant(context, type, symbol.Locations[0]);
        if (isActive)
            StructArrays.Check(context, symbol.Locations[0], symbol.Name, symbol.Type, SignatureLowering.Mode(symbol));
    }
}
