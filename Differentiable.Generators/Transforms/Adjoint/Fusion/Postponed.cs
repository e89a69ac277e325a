using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint.Reversal;

namespace Differentiable.Generators.Transforms.Adjoint.Fusion;

/// <summary>
/// The reverse statements of a region that need the results of a fused loop, though they come before its reverse: <c>df += dresult * sum</c> of
/// <c>return f * sum</c>. They can run behind all others if these only add to what they write.
/// </summary>
internal sealed class Postponed
{
    private readonly HashSet<Variable> _written = [];
    private readonly HashSet<Variable> _read = [];
    private readonly List<Assign> _statements = [];

    private Postponed()
    {
    }

    /// <summary>Finds them.</summary>
    /// <param name="block">The reverse of the region.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="dependsOnLoop">Does a primal expression behind the loop depend on it?</param>
    /// <returns>The statements, or null if they cannot wait.</returns>
    public static List<Assign>? Find(ReverseBlock block, For loop, Func<Expr, bool> dependsOnLoop)
    {
        var postponed = new Postponed();
        bool isBehind = true;
        foreach (ReverseNode node in block.Nodes)
        {
            bool isLoop = node is ReverseLoop reverse && ReferenceEquals(reverse.Primal, loop);
            isBehind &= !isLoop;
            Func<Expr, bool> needsResult = isBehind ? dependsOnLoop : _ => false;
            bool inOrder = node is ReverseCode code ? code.Code.All(statement => postponed.Take(statement, needsResult)) : postponed.AllowsNode(node, needsResult);
            if (!inOrder)
                return null;
        }
        return postponed._statements;
    }

    /// <summary>Postpones the statement if it must wait; false if it must and cannot.</summary>
    private bool Take(Statement statement, Func<Expr, bool> needsResult)
    {
        if (!statement.DescendantsAndSelf().SelectMany(inner => inner.Expressions()).Any(needsResult) && Allows(statement))
            return true;
        if (statement is not Assign { Target.Type.IsStorage: false } assign || assign.Value.Has(part => part.Type.IsStorage || part is Opaque))
            return false;
        _statements.Add(assign);
        _written.Add(assign.Target);
        _read.UnionWith((AddedBy(assign) ?? assign.Value).Variables());
        return true;
    }

    private bool AllowsNode(ReverseNode node, Func<Expr, bool> needsResult) =>
        !node.Reads.Any(needsResult)
        && StatementsOf(node).All(Allows)
        && node.Blocks.SelectMany(inner => inner.Nodes).All(inner => AllowsNode(inner, needsResult));

    private static IEnumerable<Statement> StatementsOf(ReverseNode node) => node switch
    {
        ReverseCode plain => plain.Code,
        ReverseStore store => store.Take.Concat(store.Pass),
        ReverseCall call => call.Code,
        _ => [],
    };

    /// <summary>Does the statement do the same whether the postponed ones have run or not, and they whether it has?</summary>
    private bool Allows(Statement statement) => statement.DescendantsAndSelf().All(inner =>
        !inner.Defines().Any(_read.Contains)
        && (inner is Assign assign && AddedBy(assign) is { } added
            ? !Mentions(added)
            : !inner.Defines().Any(_written.Contains) && !inner.Expressions().Any(Mentions)));

    private bool Mentions(Expr expression) => expression.Variables().Any(_written.Contains);

    /// <summary>What the assignment adds to its target, or takes from it; null if it does something else.</summary>
    private static Expr? AddedBy(Assign assign)
    {
        Expr? added = assign.Value switch
        {
            Apply { Op: Op.Add or Op.Subtract, Arguments: [Use old, var right] } when old.Variable == assign.Target => right,
            Apply { Op: Op.Add, Arguments: [var left, Use old] } when old.Variable == assign.Target => left,
            _ => null,
        };
        return added?.Variables().Contains(assign.Target) == true ? null : added;
    }
}
