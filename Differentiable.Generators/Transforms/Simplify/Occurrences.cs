using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Simplify;

/// <summary>How often each variable of a body is assigned and read.</summary>
internal sealed class Occurrences
{
    private readonly Dictionary<Variable, int> _assigned = [];
    private readonly Dictionary<Variable, int> _read = [];

    public Occurrences(Block body, IEnumerable<Variable> parameters)
    {
        foreach (Variable parameter in parameters)
            _assigned[parameter] = 1;
        foreach (Statement statement in body.DescendantStatements())
        {
            foreach (Variable variable in statement.Defines())
                Count(_assigned, variable, statement is For ? 2 : 1);
            foreach (Expr expression in statement.Expressions())
            {
                foreach (Variable variable in expression.Variables())
                    Count(_read, variable, 1);
            }
        }
    }

    /// <summary>Is the variable assigned by one statement, or a parameter that nothing assigns?</summary>
    public bool IsAssignedOnce(Variable variable) => _assigned.TryGetValue(variable, out int count) && count == 1;

    public bool IsReadOnce(Variable variable) => _read.TryGetValue(variable, out int count) && count == 1;

    private static void Count(Dictionary<Variable, int> counts, Variable variable, int by) =>
        counts[variable] = (counts.TryGetValue(variable, out int count) ? count : 0) + by;
}
