using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Emit;

/// <summary>Writes a laid-out block, one statement a line.</summary>
internal sealed partial class StatementWriter(CodeWriter code, Names names, TypeNames types, bool isInstance)
{
    private readonly ExpressionWriter _expressions = new(names, types);
    private string? _lastNote;

    /// <summary>The lines of the scope, as many as asked for, without braces.</summary>
    public void WriteLines(Scope scope, int? count = null)
    {
        names.Enter(scope);
        int end = count ?? scope.Lines.Count;
        for (int i = 0; i < end;)
        {
            WriteBareDeclarations(scope.Lines[i].DeclaredBefore);
            int constants = ConstantsFrom(scope.Lines, i, end);
            if (constants > 1)
                WriteConstants(scope.Lines.GetRange(i, constants));
            else
                Write(scope.Lines[i]);
            i += Math.Max(1, constants);
        }
        names.Leave();
    }

    private void Write(Line line)
    {
        switch (line.Statement)
        {
            case If:
                WriteIf(line);
                break;
            case For loop:
                WriteFor(line, loop);
                break;
            case While loop:
                WriteWhile(line, loop);
                break;
            case Outlined outlined:
                WriteOutlined(line, outlined);
                break;
            case Comment comment:
                code.Write("// " + CodeWriter.OnOneLine(comment.Text));
                break;
            default:
                code.Write(Simple(line) + ";", NoteOf(line.Statement));
                break;
        }
    }

    private string Simple(Line line) => line.Statement switch
    {
        Assign assign => Assignment(line, assign),
        AssignTuple assign => $"{Targets(line, assign.Targets)} = {_expressions.Exact(assign.Value)}",
        Store store when !StructText.IsAssignable(store.Storage.Type.Element!, store.Path) => Remake(store),
        Store store => Assignment(store.Place, store.Value),
        Evaluate evaluate => Effect(evaluate.Value),
        Throw thrown => $"throw {_expressions.Exact(thrown.Exception)}",
        Return { Values.Count: 0 } => "return",
        Return { Values.Count: 1 } result => $"return {_expressions.Loose(result.Values[0])}",
        Return result => $"return {_expressions.Arguments(result.Values.Select(_expressions.Loose))}",
        Call call => CallOf(line, call),
        Using resource => $"using {types.Of(resource.Resource.Type)} {names.Of(resource.Resource)} = {_expressions.Exact(resource.Value)}",
        _ => throw new InvalidOperationException($"A {line.Statement.GetType().Name} is not emitted: normalization leaves none."),
    };

    /// <summary>C# takes only calls, creations and assignments as statements.</summary>
    private string Effect(Expr value)
    {
        string text = _expressions.Exact(value);
        bool isCall = value is Opaque && text[0] != '(' && text[text.Length - 1] == ')';
        return isCall ? text : $"_ = {text}";
    }

    private string CallOf(Line line, Call call)
    {
        Callee callee = call.Callee;
        if (callee.Text.Count > 0)
            return OperatorOf(line, call);
        List<string> arguments = [];
        int components = callee.Result.Components.Count, result = components;
        string target = callee.Type;
        for (int i = 0; i < callee.Parameters.Count; i++)
        {
            if (callee.Parameters[i].Origin == ParameterOrigin.Receiver)
            {
                target = _expressions.Operand(call.Arguments[i]!);
                result += callee.Parameters[i].Mode == PassingMode.Ref ? 1 : 0;
            }
            if (!callee.Parameters[i].IsPassed)
                continue;
            arguments.Add(callee.Parameters[i].Mode switch
            {
                PassingMode.Ref => $"ref {names.Of(call.Results[result++]!)}",
                PassingMode.Out => $"out {Target(line, call.Results[result++])}",
                _ => _expressions.Exact(call.Arguments[i]!),
            });
        }
        string method = (target.Length == 0 ? "" : target + ".") + Names.Escape(callee.Name) + callee.TypeArguments;
        string text = types.Adapt(method + _expressions.Arguments(arguments));
        List<Variable?> targets = [.. call.Results.Take(components)];
        return targets.All(target => target is null) ? text : $"{Targets(line, targets)} = {text}";
    }

    /// <summary>An operator on its operands. One that steps a variable comes without a result.</summary>
    private string OperatorOf(Line line, Call call)
    {
        EquatableArray<string> around = call.Callee.Text;
        string text = types.Adapt(around[0] + string.Concat(call.Arguments.Select((operand, i) => _expressions.Operand(operand!) + around[i + 1])));
        if (call.Callee.Result.IsVoid)
            return text;
        List<Variable?> targets = [.. call.Results];
        return $"{Targets(line, targets)} = {text}";
    }

    /// <summary>Many that are all declared here go without their types, which would fill the line.</summary>
    private string Targets(Line line, IReadOnlyList<Variable?> targets)
    {
        const int Many = 4;
        if (targets.Count == 1)
            return Target(line, targets[0]);
        bool areNew = targets.All(target => target is null || (line.DeclaredHere.Contains(target.Id) && !line.Scoped.Contains(target.Id)));
        return areNew && targets.Count >= Many
            ? "var " + _expressions.Arguments(targets.Select(target => target is null ? "_" : names.Of(target)))
            : _expressions.Arguments(targets.Select(target => Target(line, target)));
    }

    /// <summary>The variable as the statement assigns it: with its type where it is declared there.</summary>
    private string Target(Line line, Variable? variable, Expr? value = null)
    {
        if (variable is null)
            return "_";
        if (!line.DeclaredHere.Contains(variable.Id))
            return names.Of(variable);
        return $"{(line.Scoped.Contains(variable.Id) ? "scoped " : "")}{types.Of(variable.Type, value)} {names.Of(variable)}";
    }

    private string Assignment(Line line, Assign assign) => line.DeclaredHere.Contains(assign.Target.Id)
        ? $"{Target(line, assign.Target, assign.Value)} = {_expressions.Loose(assign.Value)}"
        : Assignment(new Use(assign.Target), assign.Value);

    /// <summary><c>x = x + e</c> as <c>x += e</c>.</summary>
    private string Assignment(Expr target, Expr value)
    {
        string place = _expressions.Exact(target);
        if (value is not Apply apply || CompoundOperator(apply.Op) is not { } symbol || apply.Arguments[0] != target || target.HasEffects())
            return $"{place} = {_expressions.Loose(value)}";
        Expr operand = apply.Arguments[1];
        if (symbol is "+=" or "-=" && operand is Constant one && Literals.IsOne(one))
            return place + (symbol == "+=" ? "++" : "--");
        return $"{place} {symbol} {(operand.Type == apply.Type ? _expressions.Loose(operand) : _expressions.Exact(operand))}";
    }

    /// <summary>A leaf that cannot be assigned by itself: the smallest struct around it that can be is made anew.</summary>
    private string Remake(Store store)
    {
        int depth = 0;
        while (StructText.IsAssignable(store.Storage.Type.Element!, store.Path.Items.RemoveRange(depth + 1, store.Path.Count - depth - 1)) && depth < store.Path.Count - 1)
            depth++;
        var place = new Element(store.Storage, store.Indices, store.Path.Items.RemoveRange(depth, store.Path.Count - depth));
        Expr value = StructText.With((StructType)place.Type, place, store.Path.Items.RemoveRange(0, depth), store.Value);
        return $"{_expressions.Exact(place)} = {_expressions.Loose(value)}";
    }

    private static string? CompoundOperator(Op op) => op switch
    {
        Op.Add => "+=",
        Op.Subtract => "-=",
        Op.Multiply => "*=",
        Op.Divide => "/=",
        Op.Remainder => "%=",
        Op.And => "&=",
        Op.Or => "|=",
        Op.Xor => "^=",
        Op.ShiftLeft => "<<=",
        Op.ShiftRight => ">>=",
        Op.UnsignedShiftRight => ">>>=",
        _ => null,
    };

    /// <summary>The source statement that an adjoint statement belongs to; the primal's own statements speak for themselves.</summary>
    private string? NoteOf(Statement statement)
    {
        if (statement.Note is null || !IsAdjoint(statement) || statement.Note == _lastNote)
            return null;
        return _lastNote = statement.Note;
    }

    private static bool IsAdjoint(Statement statement) =>
        statement.Defines().Any(IsAdjoint)
        || (statement is Store store && store.Storage.Variables().Take(1).Any(IsAdjoint))
        || (statement is Evaluate call && call.Value.Variables().Any(variable => variable.Role == VariableRole.Shadow));

    private static bool IsAdjoint(Variable variable) => variable.Role is VariableRole.Shadow or VariableRole.Helper;
}
