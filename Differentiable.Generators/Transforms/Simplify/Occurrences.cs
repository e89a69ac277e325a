using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Simplify;

/// <summary>How often each variable of a body is assigned and read.</summary>
internal sealed class Occurrences
{
    private readonly Dictionary<Variable, (int Assigned, int Read)> _counts = [];

    public Occurrences(Block body, IEnumerable<Variable> parameters)
    {
        foreach (Variable parameter in parameters)
            Count(parameter, assigned: 1, read: 0);
        foreach (Statement statement in body.DescendantStatements())
        {
            foreach (Variable variable in statement.Defines())
                Count(variable, assigned: statement is For ? 2 : 1, read: 0);
            foreach (Expr expression in statement.Expressions())
            {
                foreach (Variable variable in expression.Variables())
                    Count(variable, assigned: 0, read: 1);
            }
        }
    }

    /// <summary>Is the variable assigned by one statement, or a parameter that nothing assigns?</summary>
    public bool IsAssignedOnce(Variable variable) => _counts.TryGetValue(variable, out (int Assigned, int Read) counts) && counts.Assigned == 1;

    public bool IsReadOnce(Variable variable) => _counts.TryGetValue(variable, out (int Assigned, int Read) counts) && counts.Read == 1;

    private void Count(Variable variable, int assigned, int read)
    {
        _counts.TryGetValue(variable, out (int Assigned, int Read) counts);
        _counts[variable] = (counts.Assigned + assigned, counts.Read + read);
    }
}
