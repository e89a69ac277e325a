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
                foreach (Variable variable in Changed(expression))
                    Count(variable, assigned: 1, read: 0);
            }
        }
    }

    /// <summary>Is the variable assigned by one statement, or a parameter that nothing assigns?</summary>
    public bool IsAssignedOnce(Variable variable) => _counts.TryGetValue(variable, out (int Assigned, int Read) counts) && counts.Assigned == 1;

    public bool IsReadOnce(Variable variable) => _counts.TryGetValue(variable, out (int Assigned, int Read) counts) && counts.Read == 1;

    /// <summary>The variables that other code is called on: a struct among them may be another one behind that, <c>random.Next()</c>.</summary>
    private static IEnumerable<Variable> Changed(Expr expression) => expression.DescendantsAndSelf()
        .OfType<Opaque>()
        .Where(text => !text.IsPure)
        .SelectMany(text => Enumerable.Range(0, text.Arguments.Count).Where(i => IsCallOn(text.Text[i + 1])).Select(i => text.Arguments[i]))
        .OfType<Use>()
        .Select(use => use.Variable)
        .Where(variable => variable.Type is OpaqueType);

    private static bool IsCallOn(string behind) => behind.StartsWith(".", StringComparison.Ordinal) && behind.Contains("(");

    private void Count(Variable variable, int assigned, int read)
    {
        _counts.TryGetValue(variable, out (int Assigned, int Read) counts);
        _counts[variable] = (counts.Assigned + assigned, counts.Read + read);
    }
}
