using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering;

/// <summary>Parameters and results that are structs or tuples: one a leaf, each of which knows where it belongs.</summary>
internal static class StructParameters
{
    /// <summary>A parameter of the method itself.</summary>
    public static IEnumerable<Parameter> Lower(LoweringContext context, IParameterSymbol symbol, StructType type)
    {
        bool isActive = SignatureLowering.IsActive(symbol, type);
        Check(context, symbol, type, isActive);
        HashSet<string> taken = [.. context.Method.Parameters.Select(parameter => parameter.Name)];
        List<Parameter> leaves = [];
        context.Places[symbol] = Place(symbol.Name, type, []);
        return leaves;

        Place Place(string name, IrType part, EquatableArray<string> path)
        {
            if (part is StructType whole)
                return new StructPlace([.. whole.Fields.Select((field, i) => Place(StructValues.NameOf(name, whole, i), field.Type, path.Items.Add(field.Name)))], whole);
            string free = FreeName.Like(name, taken.Contains);
            taken.Add(free);
            Variable variable = context.NewVariable(free, part);
            context.StructLeaves.Add(variable.Id);
            leaves.Add(Leaf(symbol, variable, type, path, isActive));
            return new VariablePlace(variable);
        }
    }

    /// <summary>A parameter of another differentiable method.</summary>
    public static IEnumerable<Parameter> OfCallee(IParameterSymbol symbol, StructType type)
    {
        bool isActive = SignatureLowering.IsActive(symbol, type);
        return type.Leaves().Select((leaf, i) => Leaf(symbol, new Variable(symbol.Ordinal, symbol.Name + string.Concat(leaf.Path), leaf.Type), type, leaf.Path, isActive));
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

    private static Parameter Leaf(IParameterSymbol symbol, Variable variable, StructType type, EquatableArray<string> path, bool isActive) => new(
        variable, SignatureLowering.Mode(symbol), isActive && variable.Type.HoldsReal, IsMutated: false, SignatureLowering.DefaultOf(symbol))
    {
        Part = new Part(symbol.Name, type, TypeLowering.FullName(symbol.Type), path),
    };

    private static void Check(LoweringContext context, IParameterSymbol symbol, StructType type, bool isActive)
    {
        if (isActive)
            StructChecks.RequireMade(context, type, symbol.Locations[0]);
        else
            StructChecks.RequireOpen(context, type, symbol.Locations[0]);
        if (type.Leaves().FirstOrDefault(leaf => leaf.Type.IsStorage && leaf.Type.HoldsReal) is { } storage)
            context.Report(Descriptors.StorageInStruct, symbol.Locations[0], symbol.Name, string.Join(".", storage.Path));
    }
}
