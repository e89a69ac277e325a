using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Emit;

/// <summary>Branches, loops and the blocks in them.</summary>
internal sealed partial class StatementWriter
{
    /// <summary>Braces stand around all bodies of a chain of branches or around none.</summary>
    private void WriteIf(Line line) => WriteIf(line, "if", braces: !Chain(line).All(IsPlain));

    private void WriteIf(Line line, string keyword, bool braces)
    {
        (Scope then, Scope? otherwise) = Branches(line);
        Expr condition = ((If)line.Statement).Condition;
        code.Write($"{keyword} ({_expressions.Exact(then == line.Scopes[0] ? condition : Conditions.Not(condition))})");
        WriteBody(then, braces);
        if (otherwise is null)
            return;
        if (IsElseIf(otherwise))
        {
            names.Enter(otherwise);
            WriteIf(otherwise.Lines[0], "else if", braces);
            names.Leave();
            return;
        }
        code.Write("else");
        WriteBody(otherwise, braces);
    }

    /// <summary>The body, and what stands behind <c>else</c> if anything does. Where only the else branch does something, it is the body.</summary>
    private static (Scope Then, Scope? Otherwise) Branches(Line line)
    {
        Scope then = line.Scopes[0], otherwise = line.Scopes[1];
        if (otherwise.Lines.Count == 0)
            return (then, null);
        return then.Lines.Count == 0 ? (otherwise, null) : (then, otherwise);
    }

    private static IEnumerable<Scope> Chain(Line line)
    {
        (Scope then, Scope? otherwise) = Branches(line);
        IEnumerable<Scope> rest = otherwise is null ? [] : IsElseIf(otherwise) ? Chain(otherwise.Lines[0]) : [otherwise];
        return rest.Prepend(then);
    }

    private void WriteFor(Line line, For loop)
    {
        Scope body = line.Scopes[0];
        names.Enter(body);
        Use counter = new(loop.Counter);
        string start = loop.Start == counter ? "" : $"{Target(line, loop.Counter)} = {_expressions.Loose(loop.Start)}";
        string test = _expressions.Exact(new Apply(loop.Comparison, IrType.Boolean, [counter, loop.Bound]));
        code.Write($"for ({start}; {test}; {Step(names.Of(loop.Counter), loop.Step)})");
        names.Leave();
        WriteBody(body, !IsPlain(body));
    }

    private static string Step(string counter, long step) => step switch
    {
        1 => counter + "++",
        -1 => counter + "--",
        < 0 => $"{counter} -= {(ulong)-step}",
        _ => $"{counter} += {step}",
    };

    /// <summary>A local function behind its call: what is declared outside comes in as parameters of the same names.</summary>
    private void WriteOutlined(Line line, Outlined outlined)
    {
        string[] arguments = [.. outlined.Captured.Select(variable => Modifier(variable) + names.Of(variable))];
        string[] parameters = [.. outlined.Captured.Select(variable => $"{Modifier(variable)}{types.Of(variable.Type)} {names.Of(variable)}")];
        string start = outlined.Result.IsVoid ? "" : "return ";
        Signatures.Write(code, $"{start}{names.Sweep}(", arguments, ");");
        code.Write("");
        code.Write("// A function of its own: across the calls above, the JIT would keep its scalars in memory, in the loops too.");
        code.Write($"[{types.Adapt("MethodImpl(")}{types.Adapt("MethodImplOptions.NoInlining")})]");
        Signatures.Write(code, $"{(isInstance ? "" : "static ")}{types.Of(outlined.Result)} {names.Sweep}(", parameters, ")");
        code.OpenBrace();
        WriteLines(line.Scopes[0]);
        code.CloseBrace();

        string Modifier(Variable variable) => outlined.Outs.Contains(variable) ? "out " : outlined.References.Contains(variable) ? "ref " : "";
    }

    private void WriteWhile(Line line, While loop)
    {
        Scope body = line.Scopes[0];
        string test = _expressions.Exact(loop.Condition);
        if (loop.TestsAtEnd)
        {
            code.Write("do");
            WriteBody(body, braces: true);
            code.Write($"while ({test});");
        }
        else if (CountsDown(loop, body) is { } counter)
        {
            int lines = body.Lines.Count - 1;
            code.Write($"for (; {test}; {names.Of(counter)}--)");
            WriteBody(body, lines != 1 || !IsPlain(body.Lines[0]), lines);
        }
        else
        {
            code.Write($"while ({test})");
            WriteBody(body, !IsPlain(body));
        }
    }

    /// <summary>The counter of a loop <c>while (n > 0) { …; n = n - 1; }</c> that the adjoint introduced.</summary>
    private static Variable? CountsDown(While loop, Scope body)
    {
        if (loop.Condition is not Apply { Op: Op.Greater } test
            || test.Arguments[0] is not Use { Variable: { Role: VariableRole.Helper } counter }
            || body.Lines.LastOrDefault() is not { DeclaredBefore.Count: 0, Statement: Assign last })
        {
            return null;
        }
        return last.Target == counter
            && last.Value is Apply { Op: Op.Subtract } difference
            && difference.Arguments[0] == test.Arguments[0]
            && difference.Arguments[1] is Constant one && Literals.IsOne(one)
            ? counter
            : null;
    }

    private void WriteBody(Scope body, bool braces, int? count = null)
    {
        _lastNote = null;
        if (braces)
            code.OpenBrace();
        else
            code.Indent();
        WriteLines(body, count);
        if (braces)
            code.CloseBrace();
        else
            code.Unindent();
        _lastNote = null;
    }

    private static bool IsElseIf(Scope scope) =>
        scope.Lines.Count == 1 && scope.Lines[0] is { Statement: If, DeclaredBefore.Count: 0 };

    /// <summary>Can it stand without braces: a single simple statement that declares nothing?</summary>
    private static bool IsPlain(Scope scope) => scope.Lines.Count == 1 && IsPlain(scope.Lines[0]);

    private static bool IsPlain(Line line) =>
        line is { DeclaredBefore.Count: 0, DeclaredHere.Count: 0, Statement: not (If or For or While or Outlined or Comment or Using) };
}
