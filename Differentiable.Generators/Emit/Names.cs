using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Generators.Emit;

/// <summary>
/// The names of a member's variables in C#: their own where possible, else with a number behind. C# lets blocks that do not contain each
/// other use the same name, and so do we.
/// </summary>
internal sealed class Names
{
    private readonly Dictionary<(int Variable, Scope? Scope), string> _names = [];
    private readonly Stack<Scope> _open = new();
    private readonly HashSet<string> _reserved;

    private Names(IReadOnlyCollection<Variable> parameters, IEnumerable<string> reserved)
    {
        _reserved = [.. reserved, "_"];
        HashSet<string> taken = [.. _reserved, .. parameters.Select(parameter => parameter.Name)];
        Sweep = FreeName.Like("Sweep", taken.Contains);
        _reserved.Add(Sweep);
    }

    /// <summary>The name of the local function that holds the loops.</summary>
    public string Sweep { get; }

    /// <summary>
    /// Names everything that is declared in a laid-out body. Parameters keep their names; those that are read from the object are locals, which
    /// keep theirs where they can.
    /// </summary>
    public static Names For(Scope scope, IReadOnlyCollection<MemberParameter> parameters, IEnumerable<string> reserved)
    {
        Names names = new([.. parameters.Select(parameter => parameter.Variable)], reserved);
        HashSet<string> taken = [.. parameters.Select(parameter => parameter.Variable.Name)];
        foreach (MemberParameter parameter in parameters)
        {
            string name = parameter.Variable.Name;
            if (parameter.Source is not null && names._reserved.Contains(name))
                taken.Add(name = FreeName.Like(name, wanted => taken.Contains(wanted) || names._reserved.Contains(wanted)));
            names._names.Add((parameter.Variable.Id, null), Escape(name));
        }
        names.NameAll(scope, taken);
        return names;
    }

    /// <summary>A name as an identifier: keywords get an <c>@</c>.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>Inside this scope from now on.</summary>
    public void Enter(Scope scope) => _open.Push(scope);

    public void Leave() => _open.Pop();

    /// <summary>What the variable is called here.</summary>
    public string Of(Variable variable)
    {
        foreach (Scope scope in _open)
        {
            if (_names.TryGetValue((variable.Id, scope), out string name))
                return name;
        }
        return _names.TryGetValue((variable.Id, null), out string parameter)
            ? parameter
            : throw new InvalidOperationException($"{variable} is not declared where it is used.");
    }

    /// <summary>
    /// Outer scopes first, so that inner ones know what is taken; in each the user's own variables first. What a pass introduced also keeps
    /// away from the names of the user's variables further inside.
    /// </summary>
    private void NameAll(Scope scope, HashSet<string> taken)
    {
        HashSet<string> takenHere = taken;
        if (scope.Declared.Count > 0)
            NameDeclared(scope, takenHere = [.. taken]);
        foreach (Scope inner in scope.Lines.SelectMany(line => line.Scopes))
            NameAll(inner, takenHere);
    }

    private void NameDeclared(Scope scope, HashSet<string> takenHere)
    {
        HashSet<string> wanted = OfPrimals(scope);
        foreach (Variable variable in scope.Declared.OrderBy(variable => variable.Role))
        {
            bool yields = variable.Role != VariableRole.Primal;
            string name = FreeName.Like(variable.Name, name => takenHere.Contains(name) || _reserved.Contains(name) || (yields && wanted.Contains(name)));
            _names.Add((variable.Id, scope), Escape(name));
            takenHere.Add(name);
        }
    }

    private static HashSet<string> OfPrimals(Scope scope)
    {
        HashSet<string> names = [.. scope.Declared.Where(variable => variable.Role == VariableRole.Primal).Select(variable => variable.Name)];
        foreach (Scope inner in scope.Lines.SelectMany(line => line.Scopes))
            names.UnionWith(OfPrimals(inner));
        return names;
    }
}
