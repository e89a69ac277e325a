namespace Differentiable.Generators.Ir;

/// <summary>
/// Can a function carry the derivatives along several directions at once? Then each derivative is several numbers side by side: there are such types for
/// <c>float</c> and <c>double</c> only, an array of structs has no place for them, and rules take one direction at a time.
/// </summary>
internal static class Several
{
    /// <summary>How many directions are carried at once.</summary>
    public const int Count = 4;

    public static bool CanBeCarriedBy(Function function)
    {
        IReadOnlyList<Statement> statements = function.Body.DescendantStatements();
        return function.Lifted.All(CanBeCarriedBy) && !statements.OfType<Call>().Any(call => !CanBeCarriedBy(call.Callee)) && !function.Parameters.Select(parameter => parameter.Variable)
            .Concat(statements.SelectMany(statement => statement.Defines()))
            .Any(variable => IsInTheWay(variable.Type));
    }

    public static bool IsInTheWay(IrType type) => type.Leaf switch
    {
        StructType whole => type.IsStorage ? type.HoldsReal : whole.Fields.Any(field => IsInTheWay(field.Type)),
        ScalarType { IsReal: true, Kind: var kind } => kind is not (ScalarKind.Single or ScalarKind.Double),
        _ => false,
    };

    private static bool CanBeCarriedBy(Callee callee) =>
        callee is { CarriesSeveral: true, Rule: null, TypeArguments: "" } && !callee.Type.Contains('<');
}
