namespace Differentiable.Generators.Ir;

/// <summary>
/// Can a function carry the derivatives along several directions at once? Then each derivative is several numbers side by side, and an array of
/// structs has no place for them.
/// </summary>
internal static class Several
{
    public static bool CanBeCarriedBy(Function function) => !function.Parameters.Select(parameter => parameter.Variable)
        .Concat(function.Body.DescendantStatements().SelectMany(statement => statement.Defines()))
        .Any(variable => variable.Type is { IsStorage: true, Leaf: StructType, HoldsReal: true });
}
