namespace Differentiable.Tests.Fuzz.Grammar;

internal sealed partial class MethodWriter
{
    /// <summary>What each row of a jagged array has at least.</summary>
    private const int RowLength = 2;

    /// <summary>What the last call was given and may be overwritten behind it.</summary>
    private readonly List<string> _passed = [];

    private IEnumerable<Method> Functions => _callees.Where(m => m.Result == ResultKind.Real);

    private bool CanCallInside => _scope.LoopDepth < 2 && Functions.Any();

    private bool CanRecurse => _recursions == 0 && _scope.LoopDepth == 0 && _method.Parameters.Any(p => p.Role == Role.Depth);

    private string CallInside() => Arguments(_choices.Any(Functions), "1") is { } call ? call : Leaf();

    private void CallStatement(Method callee)
    {
        _passed.Clear();
        if (Arguments(callee, $"{_choices.Below(3)}") is not { } call)
            return;
        string[] passed = [.. _passed];
        Use(callee, call);
        foreach (string target in passed.Where(_ => _choices.Chance(50)))
            Line($"{Update(target)};");
    }

    private void Recurse()
    {
        _recursions++;
        if (Arguments(_method, "depth - 1") is not { } call)
            return;
        Line("if (depth > 0)");
        Block(_scope.Inner(), () => Use(_method, call));
    }

    private void Use(Method callee, string call)
    {
        switch (callee.Result)
        {
            case ResultKind.Nothing:
                Line($"{call};");
                break;
            case ResultKind.Real:
                Receive(call);
                break;
            case ResultKind.Pair:
                Unpack(call);
                break;
            default:
                Make(Fresh(s_arrayNames), StorageKind.Array, callee.Length, $"#{callee.Length}", call);
                break;
        }
    }

    private void Receive(string call)
    {
        if (Mutable(_scope.Reals) is { } target && _choices.Chance(50))
        {
            Line(_choices.Weighted((3, $"{target} = {call};"), (2, $"{target} += {Bounded(1)} * {call};")));
            return;
        }
        string name = Fresh(s_names);
        Line($"double {name} = {call};");
        _scope.Reals.Add(new(name, IsMutable: true));
    }

    private void Unpack(string call)
    {
        string one = Fresh(s_names), other = Fresh(s_names);
        if (_choices.Chance(70))
        {
            Line($"(double {one}, double {other}) = {call};");
            _scope.Reals.AddRange([new(one, IsMutable: true), new(other, IsMutable: true)]);
            return;
        }
        Line($"(double, double) {one} = {call};");
        _scope.Reals.AddRange([new($"{one}.Item1", IsMutable: false), new($"{one}.Item2", IsMutable: false)]);
    }

    /// <summary>The call, or null where something that it needs is not there. What a callee writes is passed to it once.</summary>
    private string? Arguments(Method callee, string depth)
    {
        List<string> arguments = [];
        HashSet<string> roots = [], references = [];
        foreach (MethodParameter parameter in callee.Parameters)
        {
            string? argument = parameter.Role switch
            {
                Role.Real => Real(1),
                Role.Constant => _choices.Any(["0.75", $"Differentiate.StopGradient({Real(1)})"]),
                Role.Reference or Role.Output => Reference(parameter, references),
                Role.Count => _scope.Integers.Count > 0 && _choices.Chance(50) ? $"{Operand(Integer())} % 4" : $"{_choices.Below(4)}",
                Role.Depth => depth,
                Role.Flag => Condition(0),
                Role.Tuple => Tuple(),
                Role.TupleReference => TupleReference(references),
                _ => StorageArgument(parameter.Storage!, callee.WritesStorage, roots),
            };
            if (argument is null)
                return null;
            arguments.Add(argument);
        }
        return $"{callee.Name}({string.Join(", ", arguments)})";
    }

    private string Tuple()
    {
        if (_scope.Tuples.Count == 0 || _choices.Chance(25))
            return $"({Real(1)}, {Real(1)})";
        string tuple = _choices.Any(_scope.Tuples);
        _passed.AddRange([$"{tuple}.P", $"{tuple}.Q"]);
        return tuple;
    }

    private string? TupleReference(HashSet<string> taken)
    {
        string[] free = [.. _scope.Tuples.Where(t => !taken.Any(name => name.StartsWith(t + ".", StringComparison.Ordinal)))];
        if (free.Length == 0)
            return null;
        string tuple = _choices.Any(free);
        taken.UnionWith([$"{tuple}.P", $"{tuple}.Q"]);
        return $"ref {tuple}";
    }

    private string? Reference(MethodParameter parameter, HashSet<string> taken)
    {
        string? target = Mutable(_scope.Reals.Where(r => !taken.Contains(r.Name)));
        if (target is not null)
            taken.Add(target);
        return target is null ? null : $"{(parameter.Role == Role.Output ? "out" : "ref")} {target}";
    }

    private string? StorageArgument(Storage parameter, bool isWritten, HashSet<string> roots)
    {
        Storage[] fitting = [.. _scope.Storages.Where(s => Fits(s, parameter) && !(isWritten && roots.Contains(s.Root)))];
        if (parameter.IsVector && parameter.Least <= RowLength && _choices.Chance(50) && Row(isWritten, roots) is { } row)
            return row;
        if (fitting.Length == 0)
            return Instead(parameter);
        Storage chosen = _choices.Any(fitting);
        roots.Add(chosen.Root);
        if (chosen.IsMutable)
            _passed.Add(Element(chosen));
        bool canSlice = parameter.Kind is StorageKind.Span or StorageKind.ReadOnlySpan && chosen.Least > parameter.Least;
        if (!canSlice || _choices.Chance(60))
            return chosen.Name;
        return chosen.Kind == StorageKind.Array ? $"{chosen.Name}.AsSpan(1)" : $"{chosen.Name}[1..]";
    }

    /// <summary>A row of a jagged array.</summary>
    private string? Row(bool isWritten, HashSet<string> roots)
    {
        Storage[] jagged = [.. _scope.Storages.Where(s => s.Kind == StorageKind.Jagged && !(isWritten && roots.Contains(s.Root)))];
        if (jagged.Length == 0)
            return null;
        Storage chosen = _choices.Any(jagged);
        roots.Add(chosen.Root);
        string row = $"{chosen.Name}[{_choices.Below(chosen.Least)}]";
        _passed.Add($"{row}[{_choices.Below(RowLength)}]");
        return row;
    }

    private string? Instead(Storage parameter) => parameter.Kind switch
    {
        StorageKind.ReadOnlySpan or StorageKind.Array => $"[{Elements(parameter.Least)}]",
        _ => null,
    };

    private static bool Fits(Storage argument, Storage parameter) => argument.Least >= parameter.Least && parameter.Kind switch
    {
        StorageKind.Span => argument.IsMutable && argument.Kind is StorageKind.Array or StorageKind.Span,
        StorageKind.ReadOnlySpan => argument.IsVector,
        _ => argument.Kind == parameter.Kind,
    };
}
