using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Simplify;

/// <summary>Discards the scalars that calls return and nobody reads.</summary>
internal static class UnreadResults
{
    /// <param name="body">The body of a member.</param>
    /// <param name="outputs">The variables whose final values are observable.</param>
    public static Block Discard(Block body, IEnumerable<Variable> outputs)
    {
        HashSet<Variable> read = [.. outputs, .. body.DescendantStatements().SelectMany(statement => statement.Expressions()).SelectMany(expression => expression.Variables())];
        return Discard(body, read);
    }

    private static Block Discard(Block block, HashSet<Variable> read) =>
        block.MapStatements(statement => Discard(statement, read).MapBlocks(inner => Discard(inner, read)));

    private static Statement Discard(Statement statement, HashSet<Variable> read)
    {
        bool IsUnread(Variable? result) => result is { Type: ScalarType or TensorType } && !read.Contains(result);
        return statement switch
        {
            Assign { Value: Opaque { IsPure: false } call } assign when IsUnread(assign.Target) => new Evaluate(call) { Note = assign.Note },
            AssignTuple tuple when tuple.Targets.All(target => target is null || IsUnread(target)) => new Evaluate(tuple.Value) { Note = tuple.Note },
            AssignTuple tuple when tuple.Targets.Any(IsUnread) => tuple with { Targets = tuple.Targets.Select(target => IsUnread(target) ? null : target).ToEquatableArray() },
            _ => statement,
        };
    }
}
