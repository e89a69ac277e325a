namespace Differentiable.Generators.Ir;

/// <summary>
/// Can a function carry the derivatives along several directions at once? Then each derivative is several numbers side by side: there are such types for
/// <c>float</c> and <c>double</c> only, and an array of structs has no place for them.
/// </summary>
internal static class Several
{
    /// <summary>Can they go in and out? Else there is no Jacobian, nor a Hessian.</summary>
    public static bool CanBePassedTo(Function function) => !function.Parameters.Any(parameter => IsInTheWay(parameter.Type))
        && !function.Result.Components.Any(IsInTheWay);

    /// <summary>Can its own code carry them? Else it runs for one direction after the other.</summary>
    public static bool CanBeCarriedBy(Function function)
    {
        IReadOnlyList<Statement> statements = function.Body.DescendantStatements();
        return !statements.OfType<Call>().Any(call => call.Callee.Rule is not null || IsGeneric(call.Callee))
            && !statements.SelectMany(statement => statement.Defines()).Any(variable => IsInTheWay(variable.Type));
    }

    private static bool IsInTheWay(IrType type) => type.Leaf switch
    {
        StructType => type.IsStorage && type.HoldsReal,
        ScalarType { IsReal: true, Kind: var kind } => kind is not (ScalarKind.Single or ScalarKind.Double),
        _ => false,
    };

    private static bool IsGeneric(Callee callee) => callee.TypeArguments.Length > 0 || callee.Type.Contains('<');
}
