using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering;

/// <summary>Parameters and results that are structs or tuples: one a leaf, each of which knows where it belongs.</summary>
internal static class StructParameters
{
    /// <summary>What the struct is called that an instance method is called on.</summary>
    public const string Self = "self";

    /// <summary>A parameter of the method itself.</summary>
    public static IEnumerable<Parameter> Lower(LoweringContext context, IParameterSymbol symbol, StructType type)
    {
        bool isActive = SignatureLowering.IsActive(symbol, type);
        Check(context, symbol, type, isActive);
        (Place place, List<Parameter> leaves) = Split(context, WholeOf(symbol, isActive), type);
        context.Places[symbol] = place;
        return leaves;
    }

    /// <summary>The struct that the method is called on, as its first parameter.</summary>
    public static IEnumerable<Parameter> LowerSelf(LoweringContext context, StructType type)
    {
        (Place place, List<Parameter> leaves) = Split(context, SelfOf(context, context.Method), type);
        context.Selves.Push(place);
        return leaves;
    }

    /// <summary>The same of another differentiable method.</summary>
    public static IEnumerable<Parameter> SelfOfCallee(LoweringContext context, IMethodSymbol method, StructType type)
    {
        Whole self = SelfOf(context, method);
        return type.Leaves().Select(leaf => Leaf(self, new Variable(-1, self.Name + string.Concat(leaf.Path), leaf.Type), type, leaf.Path));
    }

    private static (Place Place, List<Parameter> Leaves) Split(LoweringContext context, Whole symbol, StructType type)
    {
        HashSet<string> taken = [.. context.Method.Parameters.Select(parameter => parameter.Name)];
        List<Parameter> leaves = [];
        return (Place(symbol.Name, type, []), leaves);

        Place Place(string name, IrType part, EquatableArray<string> path)
        {
            if (part is StructType whole)
                return new StructPlace([.. whole.Fields.Select((field, i) => Place(StructValues.NameOf(name, whole, i), field.Type, path.Items.Add(field.Name)))], whole);
            string free = FreeName.Like(name, taken.Contains);
            taken.Add(free);
            Variable variable = context.NewVariable(free, part);
            context.StructLeaves.Add(variable.Id);
            leaves.Add(Leaf(symbol, variable, type, path));
            return new VariablePlace(variable);
        }
    }

    /// <summary>A parameter of another differentiable method.</summary>
    public static IEnumerable<Parameter> OfCallee(IParameterSymbol symbol, StructType type)
    {
        Whole whole = WholeOf(symbol, SignatureLowering.IsActive(symbol, type));
        return type.Leaves().Select(leaf => Leaf(whole, new Variable(symbol.Ordinal, symbol.Name + string.Concat(leaf.Path), leaf.Type), type, leaf.Path));
    }

    /// <summary>A result: a flat tuple goes by its elements' names, anything else by those of its leaves.</summary>
    public static ReturnShape Result(INamedTypeSymbol symbol, StructType type)
    {
        bool isFlat = type.IsTuple && type.Fields.All(field => field.Type is not StructType);
        EquatableArray<Leaf> leaves = type.Leaves();
        IEnumerable<string> names = isFlat
            ? symbol.TupleElements.Select(element => element.Name)
            : leaves.Select(leaf => string.Concat(leaf.Path.Select(name => name.TrimStart('@', '_'))));
        return new(leaves.Select(leaf => leaf.Type).ToEquatableArray(), names.ToEquatableArray(), IsTuple: true)
        {
            Parts = leaves.Select(leaf => (Part?)new Part("", type, TypeLowering.FullName(symbol), leaf.Path)).ToEquatableArray(),
        };
    }

    private static Whole WholeOf(IParameterSymbol symbol, bool isActive) =>
        new(symbol.Name, TypeLowering.FullName(symbol.Type), SignatureLowering.Mode(symbol), isActive, SignatureLowering.DefaultOf(symbol));

    /// <summary>A method that changes the struct takes it by reference. Of one in another assembly its generated members tell.</summary>
    private static Whole SelfOf(LoweringContext context, IMethodSymbol method)
    {
        string name = FreeName.Like(Self, candidate => method.Parameters.Any(parameter => parameter.Name == candidate));
        bool isChanged = InlinedCode.Of(context, method) is { } code
            ? code.WritesSelf(context)
            : method.ContainingType.GetMembers(method.Name + "Vjp").OfType<IMethodSymbol>().Any(member => member.Parameters.Any(parameter => parameter.Name == "d" + name));
        return new(name, TypeLowering.FullName(method.ContainingType), isChanged ? PassingMode.Ref : PassingMode.Value, IsActive: true, null);
    }

    private static Parameter Leaf(Whole whole, Variable variable, StructType type, EquatableArray<string> path) => new(
        variable, whole.Mode, whole.IsActive && variable.Type.HoldsReal, IsMutated: false, whole.Default)
    {
        Part = new Part(whole.Name, type, whole.TypeName, path),
    };

    /// <summary>A struct that is a parameter.</summary>
    private sealed record Whole(string Name, string TypeName, PassingMode Mode, bool IsActive, string? Default);

    private static void Check(LoweringContext context, IParameterSymbol symbol, StructType type, bool isActive)
    {
        if (isActive && StructChecks.HoldsUnfollowed(symbol.Type))
            context.Report(Descriptors.UnsupportedParameterType, symbol.Locations[0], symbol.Name, symbol.Type.ToDisplayString());
        else if (isActive)
            StructChecks.RequireMade(context, type, symbol.Locations[0]);
        else
            StructChecks.RequireOpen(context, type, symbol.Locations[0]);
        if (type.Leaves().FirstOrDefault(leaf => leaf.Type.IsStorage && leaf.Type.HoldsReal) is { } storage)
            context.Report(Descriptors.StorageInStruct, symbol.Locations[0], symbol.Name, string.Join(".", storage.Path));
    }
}
