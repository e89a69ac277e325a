using System.Globalization;
using System.Text;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Tests.Lowering;

/// <summary>
/// Lowered code as C# that means the same, one statement a line. Good to compare in tests and good to compile; temporaries carry their
/// number where a name occurs twice.
/// </summary>
internal sealed partial class LoweredText
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<int, string> _names = [];
    private readonly HashSet<string> _taken = [];
    private readonly Stack<string> _steps = new();
    private readonly HashSet<int> _parameters = [];
    private LoweredStructs _structs = null!;
    private int _depth;
    private int _labels;

    public static string Of(Function function)
    {
        LoweredText writer = new();
        writer._taken.UnionWith(function.Parameters.Select(parameter => parameter.Part?.Whole).OfType<string>());
        foreach (Parameter parameter in function.Parameters)
        {
            writer.Name(parameter.Variable);
            writer._parameters.Add(parameter.Variable.Id);
        }
        writer._structs = new(function, writer.Name);
        foreach (string line in writer._structs.Taken())
            writer.Line(line);
        writer.Write(function.Body);
        foreach (string line in writer._structs.HandedBack())
            writer.Line(line);
        return writer._text.ToString();
    }

    /// <summary>A function that was lifted out of another, with its signature.</summary>
    public static string Whole(Function lifted)
    {
        string result = lifted.Result.Components.Select(TypeName).ToArray() switch
        {
            [] => "void",
            [var single] => single,
            var several => $"({string.Join(", ", several)})",
        };
        IEnumerable<string> parameters = lifted.Parameters.Select(parameter =>
            $"{(parameter.Mode == PassingMode.Value ? "" : parameter.Mode.ToString().ToLowerInvariant())} {TypeName(parameter.Type)} @{parameter.Name}");
        IEnumerable<string> constraints = lifted.TypeParameters.Where(parameter => parameter.Constraints.Count > 0)
            .Select(parameter => $" where {parameter.Name} : {string.Join(", ", parameter.Constraints)}");
        return $"private static {result} {lifted.Name}{lifted.TypeArguments}({string.Join(", ", parameters)}){string.Concat(constraints)}\n{{\n{Of(lifted)}}}";
    }

    private void Write(Block block)
    {
        for (int i = 0; i < block.Statements.Count; i++)
        {
            if (block.Statements[i] is Declare declare && i + 1 < block.Statements.Count
                && block.Statements[i + 1] is Assign assign && assign.Target == declare.Variable && !assign.Value.Variables().Contains(assign.Target))
            {
                Line($"{TypeName(declare.Variable.Type)} {Name(declare.Variable)} = {Text(assign.Value)};");
                i++;
            }
            else
            {
                Write(block.Statements[i]);
            }
        }
    }

    private void Write(Statement statement)
    {
        switch (statement)
        {
            case Declare declare:
                Line($"{TypeName(declare.Variable.Type)} {Name(declare.Variable)};");
                break;
            case Assign assign:
                Line($"{Name(assign.Target)} = {Text(assign.Value)};");
                break;
            case Store store:
                Line(StoreText(store));
                break;
            case Evaluate evaluate:
                string effect = Text(evaluate.Value);
                Line($"{(effect.EndsWith(')') || effect.Contains('=') ? "" : "_ = ")}{effect};");
                break;
            case Throw thrown:
                Line($"throw {Text(thrown.Exception)};");
                break;
            case Break:
                Line("break;");
                break;
            case Continue:
                Line($"goto {_steps.Peek()};");
                break;
            case Return result:
                foreach (string line in _structs.HandedBack())
                    Line(line);
                Line(_structs.Returned([.. result.Values.Select(Text)]));
                break;
            case Call call:
                Line(CallText(call));
                break;
            case If branch:
                Write(branch);
                break;
            case Loop loop:
                Write(loop);
                break;
            default:
                throw new InvalidOperationException(statement.GetType().Name);
        }
    }

    private void Write(If branch)
    {
        Line($"if ({Text(branch.Condition)})");
        Braced(branch.Then);
        if (branch.Else.IsEmpty)
            return;
        Line("else");
        Braced(branch.Else);
    }

    private void Write(Loop loop)
    {
        _steps.Push($"step{_labels++}");
        Line("for (;;)");
        Line("{");
        _depth++;
        if (!loop.TestsAtEnd)
            Test(loop);
        Braced(loop.Body);
        if (_text.ToString().Contains($"goto {_steps.Peek()};"))
            Line($"{_steps.Peek()}:;");
        Write(loop.Step);
        if (loop.TestsAtEnd)
            Test(loop);
        _depth--;
        Line("}");
        _steps.Pop();
    }

    private void Test(Loop loop)
    {
        Write(loop.Prelude);
        if (loop.Condition is not Constant { Value: true })
            Line($"if (!({Text(loop.Condition)})) break;");
    }

    private void Braced(Block block)
    {
        Line("{");
        _depth++;
        Write(block);
        _depth--;
        Line("}");
    }

    private string StoreText(Store store)
    {
        IrType element = store.Storage.Type.Element!;
        return StructText.IsAssignable(element, store.Path)
            ? $"{Text(store.Place)} = {Text(store.Value)};"
            : $"{Text(new Element(store.Storage, store.Indices))} = {Text(StructText.With((StructType)element, new Element(store.Storage, store.Indices), store.Path, store.Value))};";
    }

    private string CallText(Call call)
    {
        if (call.Callee.Parameters.Any(parameter => parameter.Part is not null) || call.Callee.Result.Parts.Any(part => part is not { Type.IsTuple: true, Path.Count: 1 }))
            return LoweredStructs.CallText(call, Text, variable => variable is null ? "_" : Name(variable));
        int components = call.Callee.Result.Components.Count;
        List<Variable?> references = [.. call.Results.Skip(components)];
        int next = 0;
        IEnumerable<string> arguments = call.Callee.Parameters.Select((parameter, i) => parameter.Mode switch
        {
            PassingMode.Ref => $"ref {(references[next++] is { } r ? Name(r) : "_")}",
            PassingMode.Out => $"out {(references[next++] is { } r ? Name(r) : "_")}",
            _ => Text(call.Arguments[i]!),
        });
        List<string> passed = [.. arguments];
        int receiver = call.Callee.Parameters.ToList().FindIndex(parameter => parameter.Origin == ParameterOrigin.Receiver);
        string target = receiver < 0 ? call.Callee.Type : passed[receiver];
        if (receiver >= 0)
            passed.RemoveAt(receiver);
        string text = $"{target}.{call.Callee.Name}{call.Callee.TypeArguments}({string.Join(", ", passed)});";
        IEnumerable<string> results = call.Results.Take(components).Select(r => r is null ? "_" : Name(r));
        string prologue = string.Concat(call.Callee.Parameters.Select((p, i) => (p, i)).Where(x => x.p.Mode == PassingMode.Ref)
            .Zip(references.Where((_, k) => ModeOfReference(call, k) == PassingMode.Ref))
            .Where(x => x.Second is not null && (call.Arguments[x.First.i] as Use)?.Variable != x.Second)
            .Select(x => $"{Name(x.Second!)} = {Text(call.Arguments[x.First.i]!)}; "));
        return prologue + (components, call.Callee.Result.IsTuple) switch
        {
            (0, _) => text,
            (1, false) when call.Results[0] is null => text,
            (1, false) => $"{Name(call.Results[0]!)} = {text}",
            _ => $"({string.Join(", ", results)}) = {text}",
        };
    }

    private static PassingMode ModeOfReference(Call call, int index) =>
        call.Callee.Parameters.Where(p => p.Mode is PassingMode.Ref or PassingMode.Out).ElementAt(index).Mode;

    private string Name(Variable variable)
    {
        if (_names.TryGetValue(variable.Id, out string? name))
            return name;
        name = variable.Name;
        for (int i = 2; !_taken.Add(name); i++)
            name = variable.Name + i.ToString(CultureInfo.InvariantCulture);
        return _names[variable.Id] = SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
    }

    private void Line(string text) => _text.Append(' ', 4 * _depth).Append(text).Append('\n');
}
