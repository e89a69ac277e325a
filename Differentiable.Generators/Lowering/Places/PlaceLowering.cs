using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Nullables;
using Differentiable.Generators.Lowering.Sequences;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Places;

/// <summary>Places: what is read, written, passed by reference or declared.</summary>
internal static class PlaceLowering
{
    /// <summary>The place that an expression denotes, to write it.</summary>
    public static Place LowerPlace(this LoweringContext context, IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return context.LowerLocal(local);
            case IParameterReferenceOperation parameter:
                return context.Find(parameter.Parameter, operation);
            case IDeclarationExpressionOperation declaration:
                return context.LowerPlace(declaration.Expression);
            case IDiscardOperation:
                return DiscardPlace.Instance;
            case IConditionalOperation { IsRef: true } choice:
                return ConditionalPlaces.Lower(context, choice);
            case ITupleOperation tuple:
                return new StructPlace([.. tuple.Elements.Select(context.LowerPlace)]);
            case IInstanceReferenceOperation instance:
                return context.Self(instance);
            case var call when ReturnedReferences.Is(call):
                return ReturnedReferences.TryLower(context, call) ?? context.RefusePlace(call);
            default:
                return LocalLists.TryLowerPlace(context, operation)
                    ?? StructMembers.TryLowerPlace(context, operation)
                    ?? ElementLowering.TryLower(context, operation)
                    ?? PartPlaces.TryLower(context, operation)
                    ?? context.RefusePlace(operation);
        }
    }

    /// <summary>The value that a place holds now.</summary>
    public static Expr Read(this LoweringContext context, Place place) => place switch
    {
        VariablePlace variable => new Use(variable.Variable),
        ElementPlace { Type: StructType } => context.Read(StructValues.Split(place)),
        ElementPlace element => new Element(element.Storage, element.Indices, element.Path),
        StructPlace { Type: { } type } whole => new StructValue(type, whole.Elements.Select(context.Read).ToEquatableArray()),
        StructPlace tuple => StructValues.Value(tuple.Elements.Select(context.Read)),
        ConditionalPlace choice => ConditionalPlaces.Read(context, choice),
        PropertyPlace property => InlineLowering.Get(context, property),
        PartPlace part => PartPlaces.Read(context, part),
        ValuePlace value => value.Value,
        _ => context.Fail(null),
    };

    /// <summary>Writes a value, converted where C# converts silently.</summary>
    public static void Write(this LoweringContext context, Place place, Expr value)
    {
        switch (place)
        {
            case InlinePlace inline:
                InlineArrays.Write(context, inline, value);
                break;
            case VariablePlace variable:
                context.Add(new Assign(variable.Variable, ConversionLowering.Adapt(value, variable.Variable.Type)));
                break;
            case ElementPlace { Type: StructType }:
                context.Write(StructValues.Split(place), value);
                break;
            case ElementPlace element when LeafArrays.InlineAt(element.Storage.Type, element.Path) is not null:
                InlineArrays.Write(context, element.Storage, element.Indices, element.Path, value);
                break;
            case ElementPlace element:
                context.Store(element, value);
                break;
            case ConditionalPlace choice:
                ConditionalPlaces.Write(context, choice, value);
                break;
            case PropertyPlace property:
                InlineLowering.Set(context, property, value);
                break;
            case PartPlace part:
                PartPlaces.Write(context, part, value);
                break;
            case StructPlace tuple when value is StructValue values:
                DeconstructionLowering.WriteAll(context, tuple.Elements, [.. values.Elements]);
                break;
            case DiscardPlace when value is Opaque { IsPure: false }:
                context.Add(new Evaluate(value));
                break;
        }
    }

    /// <summary>
    /// Initialises fresh variables. Nothing can have read them yet, so that a call may return into them directly.
    /// </summary>
    public static void Initialize(this LoweringContext context, Place place, Expr value)
    {
        if (place is StructPlace tuple && value is StructValue values)
        {
            for (int i = 0; i < tuple.Elements.Length; i++)
                context.Initialize(tuple.Elements[i], values.Elements[i]);
        }
        else if (place is InlinePlace inline)
            InlineArrays.Initialize(context, inline, value);
        else if (place is not VariablePlace variable || !context.TryRetarget(value, variable.Variable))
        {
            context.Write(place, value);
        }
    }

    /// <summary>A place for a new variable of this type; a tuple gets one variable an element.</summary>
    public static Place Declare(this LoweringContext context, string name, IrType type, VariableRole role = VariableRole.Primal, bool isLeaf = false)
    {
        if (type is StructType { IsInline: true } inline)
            return InlineArrays.Declare(context, name, inline, role);
        if (type is StructType tuple)
            return new StructPlace([.. tuple.Fields.Select((field, i) => context.Declare(StructValues.NameOf(name, tuple, i), field.Type, role, isLeaf: true))], tuple);
        Variable variable = context.NewVariable(name, type, role);
        if (isLeaf)
            context.StructLeaves.Add(variable.Id);
        context.Add(new Declare(variable));
        return new VariablePlace(variable);
    }

    /// <summary>Declares a local of the user.</summary>
    public static Place DeclareLocal(this LoweringContext context, ILocalSymbol local)
    {
        Place place = context.Declare(local.Name, local.Type);
        context.Places[local] = place;
        return place;
    }

    /// <summary>Declares a local inside of an expression: <c>out var x</c>, <c>is var x</c>, <c>(var x, y) = …</c>.</summary>
    public static Place DeclareInExpression(this LoweringContext context, ILocalSymbol local)
    {
        Place place = context.DeclareLocal(local);
        context.DeclaredInExpressions.UnionWith(VariablesOf(place));
        return place;
    }

    /// <summary>The variables that a place is made of.</summary>
    public static IEnumerable<Variable> VariablesOf(Place? place) => place switch
    {
        VariablePlace variable => [variable.Variable],
        StructPlace whole => whole.Elements.SelectMany(VariablesOf),
        ConditionalPlace choice => [.. VariablesOf(choice.WhenTrue), .. VariablesOf(choice.WhenFalse)],
        _ => [],
    };

    /// <summary>Variables for a type; the elements of a tuple go by their names.</summary>
    private static Place Declare(this LoweringContext context, string name, ITypeSymbol type, bool isLeaf = false) =>
        type is INamedTypeSymbol { IsTupleType: true } tuple
            ? new StructPlace([.. tuple.TupleElements.Select((element, i) => context.Declare(ElementName(name, element, i), element.Type, isLeaf: true))], (StructType)TypeLowering.Lower(type))
            : context.Declare(name, TypeLowering.Lower(type), isLeaf: isLeaf);

    private static string ElementName(string tuple, IFieldSymbol element, int index) =>
        element.IsExplicitlyNamedTupleElement
            ? tuple + char.ToUpperInvariant(element.Name[0]) + element.Name.Substring(1)
            : $"{tuple}{index + 1}";

    /// <summary>The expressions that a place is made of, whose values must hold until it is written.</summary>
    public static IEnumerable<Expr[]> Parts(Place place) => place switch
    {
        ElementPlace element => [element.Parts],
        StructPlace tuple => tuple.Elements.SelectMany(Parts),
        ConditionalPlace choice => [.. Parts(choice.WhenTrue), .. Parts(choice.WhenFalse)],
        PropertyPlace property => [.. Parts(property.Instance), property.Arguments],
        PartPlace part => Parts(part.Whole),
        _ => [],
    };

    /// <summary>Keeps a place the same across the statements since <paramref name="mark"/>.</summary>
    public static void Protect(this LoweringContext context, Place place, int mark)
    {
        foreach (Expr[] parts in Parts(place))
            context.Protect(parts, parts.Length, mark);
    }

    /// <summary>A place that stays the same whatever happens to the variables in its indices: what a reference refers to.</summary>
    public static Place Capture(this LoweringContext context, Place place)
    {
        if (place is PropertyPlace property)
            context.Capture(property.Instance);
        if (place is PartPlace part)
            context.Capture(part.Whole);
        if (place is not ElementPlace element)
            return place;
        for (int i = 0; i < element.Parts.Length; i++)
        {
            if (element.Parts[i] is not (Constant or Use { Variable.Role: VariableRole.Temporary }) && !IsFixed(context, element.Parts[i]))
                element.Parts[i] = context.Save(element.Parts[i], i == 0 ? "storage" : "index");
        }
        return element;
    }

    public static Place Find(this LoweringContext context, ISymbol symbol, IOperation operation)
    {
        if (context.Places.TryGetValue(symbol, out Place? place))
            return place is ElementPlace element ? new ElementPlace([.. element.Parts], operation.Syntax, element.Path) : place;
        if (symbol is IParameterSymbol parameter && CapturedParameters.FieldOf(parameter) is { } field)
        {
            if (StructMembers.CapturedPlace(context, parameter) is { } captured)
                return captured;
            context.Refuse(Descriptors.UnsupportedConstruct, operation, symbol.Name, $"a parameter of the primary constructor of '{field.ContainingType.Name}', which has no real numbers; put it into a field that can be seen");
        }
        context.Fail(operation.Type);
        return DiscardPlace.Instance;
    }

    private static bool IsFixed(LoweringContext context, Expr part) => part is Use use && !context.IsReassigned(use.Variable);

    private static Place LowerLocal(this LoweringContext context, ILocalReferenceOperation local) => local.IsDeclaration
        ? context.DeclareInExpression(local.Local)
        : context.Find(local.Local, local);

    private static void Store(this LoweringContext context, ElementPlace element, Expr value)
    {
        Expr adapted = value is Slice or View or CopyOf or Opaque { IsPure: false } ? context.Save(value) : value;
        context.ElementWrites.Add(new(element.Storage, element.Syntax));
        Expr converted = ConversionLowering.Adapt(adapted, element.Type);
        NullableElements.CheckMadeByStep(context, element.Storage.Type, element.Syntax, converted);
        context.Add(new Store(element.Storage, element.Indices, converted, element.Path));
    }

    /// <summary>Is it a struct in a local variable, or in a field of one?</summary>
    private static bool IsLocal(IOperation instance) => instance.Type is { IsValueType: true } && instance switch
    {
        ILocalReferenceOperation => true,
        IFieldReferenceOperation { Instance: { } outer } => IsLocal(outer),
        _ => false,
    };

    private static Place RefusePlace(this LoweringContext context, IOperation operation)
    {
        if (operation is IMemberReferenceOperation { Instance: { } local } && IsLocal(local) && RealData.IsIn(operation.Type!))
            context.Refuse(Descriptors.RealDataInObject, operation, local.Type!.DisplayName());
        else if (operation is IFieldReferenceOperation or IPropertyReferenceOperation)
            context.Refuse(Descriptors.WritesField, operation, operation.Syntax.ToString());
        else
            Refusals.Refuse(context, operation);
        return DiscardPlace.Instance;
    }
}
