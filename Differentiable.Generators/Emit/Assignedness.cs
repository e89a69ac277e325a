using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Emit;

/// <summary>C#'s definite assignment (C# specification, 9.4) of one variable within a scope.</summary>
internal sealed class Assignedness
{
    private readonly int _variable;
    private bool _isRead;

    private Assignedness(int variable) => _variable = variable;

    /// <summary>Coming in without a value: can the variable be read before it is assigned, as far as C# sees?</summary>
    public static bool IsReadUnassigned(int variable, Scope scope)
    {
        Assignedness flow = new(variable);
        flow.After(scope, assigned: false);
        return flow._isRead;
    }

    /// <summary>Is the variable assigned at the end of the scope, when at its start it is as given?</summary>
    private bool After(Scope scope, bool assigned)
    {
        foreach (Line line in scope.Mentions(_variable))
            assigned = After(line, assigned);
        return assigned || scope.EndsAbruptly;
    }

    private bool After(Line line, bool assigned)
    {
        switch (line.Statement)
        {
            case If:
                Read(line, assigned);
                bool then = After(line.Scopes[0], assigned), otherwise = After(line.Scopes[1], assigned);
                return then && otherwise;
            case For { Start: { } start } loop:
                _isRead |= !assigned && start.Variables().Any(variable => variable.Id == _variable);
                assigned |= loop.Counter.Id == _variable;
                Read(line, assigned);
                After(line.Scopes[0], assigned);
                return assigned;
            case While { TestsAtEnd: true }:
                assigned = After(line.Scopes[0], assigned);
                Read(line, assigned);
                return assigned;
            case Outlined:
                return After(line.Scopes[0], assigned);
            case While:
                Read(line, assigned);
                After(line.Scopes[0], assigned);
                return assigned;
            default:
                Read(line, assigned);
                return assigned || line.Writes(_variable);
        }
    }

    private void Read(Line line, bool assigned) => _isRead |= !assigned && line.Reads(_variable);
}
