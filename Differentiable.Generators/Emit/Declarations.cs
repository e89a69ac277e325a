using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Emit;

/// <summary>
/// Finds the place of every declaration: as deep as the variable's uses allow, and with its first assignment where that comes before all
/// of them. One variable can be declared several times in blocks that have nothing to do with each other, as in the forward and the
/// reverse loop.
/// </summary>
internal sealed class Declarations
{
    private readonly Dictionary<int, int> _assignments = [];
    private readonly bool _usesStack;

    private Declarations(Block body)
    {
        _usesStack = body.DescendantStatements().Any(statement => statement is Assign { Value: NewStorage { OnStack: true, Type: SpanType } });
        foreach (Variable variable in body.DescendantStatements().SelectMany(statement => statement.Defines()))
            _assignments[variable.Id] = _assignments.TryGetValue(variable.Id, out int count) ? count + 1 : 1;
    }

    /// <summary>Lays out the body of a member; all of its variables but the parameters are declared.</summary>
    public static Scope Place(Block body, IEnumerable<Variable> parameters)
    {
        Declarations declarations = new(body);
        Scope scope = new(body);
        HashSet<int> placed = [.. parameters.Select(parameter => parameter.Id)];
        foreach (Variable variable in InOrder(body))
        {
            if (placed.Add(variable.Id))
                declarations.Place(variable, scope);
        }
        return scope;
    }

    private static IEnumerable<Variable> InOrder(Block body) =>
        body.DescendantStatements().SelectMany(statement =>
            statement.Expressions().SelectMany(expression => expression.Variables()).Concat(statement.Defines()));

    private void Place(Variable variable, Scope scope)
    {
        IReadOnlyList<Line> lines = scope.Mentions(variable.Id);
        if (lines.All(line => KeepsToItself(variable, line)))
        {
            foreach (Line line in lines)
                PlaceInside(variable, line);
            return;
        }
        Line first = lines[0];
        scope.Declared.Add(variable);
        if (CanDeclare(variable, first))
        {
            first.DeclaredHere.Add(variable.Id);
            if (MayHoldStack(variable) && _assignments[variable.Id] > 1)
                first.Scoped.Add(variable.Id);
        }
        else
            first.DeclaredBefore.Add(new(variable, Assignedness.IsReadUnassigned(variable.Id, scope), MayHoldStack(variable)));
    }

    /// <summary>May the span be assigned what lives on the stack? Then it must be scoped, and could not be passed on to one that lives longer.</summary>
    private bool MayHoldStack(Variable variable) => _usesStack && variable.Type is SpanType;

    /// <summary>Does each block of the statement, or the loop over the variable, give it a value of its own that nothing outside sees?</summary>
    private static bool KeepsToItself(Variable variable, Line line)
    {
        if (line.Statement is For loop && loop.Counter.Id == variable.Id)
            return loop.Start.Variables().All(used => used.Id != variable.Id);
        if (line.Statement is Outlined outlined)
            return outlined.Captured.All(captured => captured.Id != variable.Id);
        return !line.Reads(variable.Id)
            && !line.Writes(variable.Id)
            && line.Scopes.All(scope => !Assignedness.IsReadUnassigned(variable.Id, scope));
    }

    private void PlaceInside(Variable variable, Line line)
    {
        if (line.Statement is For loop && loop.Counter.Id == variable.Id)
        {
            line.DeclaredHere.Add(variable.Id);
            line.Scopes[0].Declared.Add(variable);
            return;
        }
        foreach (Scope scope in line.Scopes.Where(scope => scope.Mentions(variable.Id).Count > 0))
            Place(variable, scope);
    }

    private static bool CanDeclare(Variable variable, Line line) =>
        line.Statement is Assign or AssignTuple or Call or Using
        && line.Writes(variable.Id)
        && !line.Reads(variable.Id);
}
