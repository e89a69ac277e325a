using System.Collections.Immutable;

namespace Differentiable.Generators.Ir.Verification;

/// <summary>
/// Has every scalar one static assignment? Two are right for a merge variable, in different branches of one <see cref="If"/>, and for a
/// loop variable, before the loop and in its body.
/// </summary>
internal sealed class VerifierOfVersions(List<string> violations)
{
    private readonly Dictionary<int, List<Site>> _sites = [];

    public void Check(Block body, IEnumerable<Variable> parameters)
    {
        foreach (Variable parameter in parameters)
            Add(parameter, []);
        Collect(body, []);
        foreach (List<Site> sites in _sites.Values)
        {
            for (int i = 1; i < sites.Count; i++)
            {
                if (sites.Take(i).Any(earlier => !AreMerged(earlier.Path, sites[i].Path) && !AreLooped(earlier.Path, sites[i].Path)))
                    violations.Add($"{sites[i].Variable} is assigned more than once");
            }
        }
    }

    private void Collect(Block block, ImmutableArray<Step> path)
    {
        for (int i = 0; i < block.Statements.Count; i++)
        {
            Statement statement = block.Statements[i];
            foreach (Variable variable in statement.Defines().Where(variable => !variable.Type.IsStorage))
                Add(variable, path);
            EquatableArray<Block> blocks = statement.Blocks();
            for (int branch = 0; branch < blocks.Count; branch++)
                Collect(blocks[branch], path.Add(new(i, branch, statement is not If)));
        }
    }

    private void Add(Variable variable, ImmutableArray<Step> path)
    {
        if (!_sites.TryGetValue(variable.Id, out List<Site> sites))
            _sites.Add(variable.Id, sites = []);
        sites.Add(new(variable, path));
    }

    /// <summary>Do the paths part at one statement, into different branches?</summary>
    private static bool AreMerged(ImmutableArray<Step> one, ImmutableArray<Step> other)
    {
        int shared = one.Zip(other, (left, right) => left == right).TakeWhile(isSame => isSame).Count();
        return shared < one.Length && shared < other.Length && one[shared].Statement == other[shared].Statement;
    }

    /// <summary>Does the later path lead into a loop beside the earlier one?</summary>
    private static bool AreLooped(ImmutableArray<Step> earlier, ImmutableArray<Step> later) =>
        later.Length > earlier.Length && later.Take(earlier.Length).SequenceEqual(earlier) && later.Skip(earlier.Length).Any(step => step.IsLoop);

    /// <summary>Into a block of a statement.</summary>
    private sealed record Step(int Statement, int Branch, bool IsLoop);

    private sealed record Site(Variable Variable, ImmutableArray<Step> Path);
}
