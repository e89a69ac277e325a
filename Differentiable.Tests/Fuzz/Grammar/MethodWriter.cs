using System.Text;

namespace Differentiable.Tests.Fuzz.Grammar;

/// <summary>
/// Writes the body of one method at random. Whatever it writes is well-formed, ends, stays within its storage and is smooth on the path that
/// is taken; numbers stay small.
/// </summary>
internal sealed partial class MethodWriter
{
    private const int LargestDepth = 3;

    /// <summary>Some are also names that generated code would like to have.</summary>
    private static readonly string[] s_names = ["t", "u", "v", "s", "p", "q", "w", "r", "dx", "da", "stack", "trips", "workspace", "sum"];

    private readonly Choices _choices;
    private readonly Method _method;
    private readonly IReadOnlyList<Method> _callees;
    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _taken;
    private Scope _scope = new();
    private int _indent;
    private int _budget;
    private int _recursions;

    private MethodWriter(Choices choices, Method method, IReadOnlyList<Method> callees, int statements)
    {
        _choices = choices;
        _method = method;
        _callees = callees;
        _budget = statements;
        _taken = [.. method.Parameters.Select(p => p.Name), .. callees.Select(m => m.Name)];
    }

    public static string Write(Choices choices, Method method, IReadOnlyList<Method> callees, int statements)
    {
        MethodWriter writer = new(choices, method, callees, statements);
        writer.WriteMethod();
        return writer._text.ToString();
    }

    private void WriteMethod()
    {
        Line("[Differentiable]");
        Line(_method.Declaration);
        Line("{");
        _indent++;
        DeclareParameters();
        if (_choices.Chance(20))
            Guard();
        while (_budget > 0)
            Statement(0);
        if (_callees.Count > 0)
            CallStatement(_callees[^1]);
        Mix();
        Return();
        _indent--;
        Line("}");
    }

    private void DeclareParameters()
    {
        foreach (MethodParameter parameter in _method.Parameters)
            Declare(parameter);
    }

    private void Declare(MethodParameter parameter)
    {
        switch (parameter.Role)
        {
            case Role.Real or Role.Constant or Role.Reference:
                _scope.Reals.Add(new(parameter.Name, IsMutable: true));
                break;
            case Role.Output:
                Line($"{parameter.Name} = {Real(1)};");
                _scope.Reals.Add(new(parameter.Name, IsMutable: true));
                break;
            case Role.Count:
                _scope.Integers.Add(new(parameter.Name, IsMutable: false));
                break;
            case Role.Flag:
                _scope.Booleans.Add(new(parameter.Name, IsMutable: false));
                break;
            case Role.Tuple or Role.TupleReference:
                AddTuple(parameter.Name);
                break;
            case Role.Storage:
                _scope.Storages.Add(parameter.Storage!);
                break;
        }
    }

    private void AddTuple(string name)
    {
        _scope.Tuples.Add(name);
        _scope.Reals.AddRange([new($"{name}.P", IsMutable: true), new($"{name}.Q", IsMutable: true)]);
    }

    private void Guard()
    {
        string failure = _choices.Any(["throw new ArgumentException(\"too large\", nameof(x))", "throw new InvalidOperationException()"]);
        Line($"if ({Real(1)} > 1e9)");
        Line($"    {failure};");
    }

    /// <summary>Makes the outputs depend on what was computed.</summary>
    private void Mix()
    {
        foreach (MethodParameter output in _method.Parameters.Where(p => p.IsReference))
            Line($"{output.Name} += {Real(2)};");
        foreach (Storage storage in _scope.Storages.Where(s => s.IsMutable && _choices.Chance(30)))
            Line($"{Element(storage)} += {Real(2)};");
    }

    private void Return()
    {
        if (_method.Result == ResultKind.Nothing)
            return;
        string[] terms = [.. Enumerable.Range(0, 2).Select(_ => Real(2)), .. _scope.Reals.TakeLast(2).Select(r => r.Name)];
        Line($"return {Result(string.Join(" + ", terms.Select(Operand)))};");
    }

    private string Result(string real) => _method.Result switch
    {
        ResultKind.Real => real,
        ResultKind.Pair => $"({real}, {Real(2)})",
        ResultKind.Vector => VectorOf(real),
        _ => "",
    };

    private string VectorOf(string first) =>
        $"new double[] {{ {string.Join(", ", Enumerable.Range(1, _method.Length - 1).Select(_ => Real(1)).Prepend(first))} }}";

    private void Line(string text) => _text.Append(' ', 4 * _indent).Append(text).Append('\n');

    private string Fresh(IReadOnlyList<string> names)
    {
        string name = _choices.Any(names);
        for (int i = 1; !_taken.Add(name); i++)
            name = $"{name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')}{i}";
        return name;
    }

    private void Block(Scope scope, Action write)
    {
        Scope outer = _scope;
        _scope = scope;
        Line("{");
        _indent++;
        write();
        _indent--;
        Line("}");
        _scope = outer;
    }

    private void Statements(int depth, int most)
    {
        for (int left = _choices.Between(1, most); left > 0; left--)
            Statement(depth);
    }
}
