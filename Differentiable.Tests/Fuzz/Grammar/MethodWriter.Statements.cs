namespace Differentiable.Tests.Fuzz.Grammar;

internal sealed partial class MethodWriter
{
    private void Statement(int depth)
    {
        _budget--;
        bool isDeep = depth >= LargestDepth || _budget <= 0;
        bool hasWritable = _scope.Storages.Any(s => s.IsMutable);
        _choices.Weighted<Action>(
            (14, DeclareReal),
            (_callees.Count > 0 ? 4 : 1, DeclareTuple),
            (18, AssignReal),
            (hasWritable ? 22 : 0, AssignElement),
            (4, SwapReals),
            (hasWritable ? 4 : 0, SwapElements),
            (5, AssignInteger),
            (3, DeclareBoolean),
            (3, StopShort),
            (_scope.CanBreak ? 6 : 0, Jump),
            (depth == 0 ? 10 : 3, DeclareStorage),
            (_scope.Storages.Any(s => s.IsVector) ? 6 : 0, DeclareSlice),
            (hasWritable ? 4 : 0, CopyOrFill),
            (depth == 0 && _scope.LocalFunctions.Count < 2 ? 4 : 0, DeclareLocalFunction),
            (_callees.Count > 0 && _scope.LoopDepth < 2 ? 9 : 0, () => CallStatement(_choices.Any(_callees))),
            (CanRecurse ? 20 : 0, Recurse),
            (isDeep ? 0 : 12, () => Branch(depth)),
            (isDeep ? 0 : 4, () => Switch(depth)),
            (isDeep || _scope.LoopDepth > 2 ? 0 : 24, () => Loop(depth)))();
    }

    private void DeclareReal()
    {
        string name = Fresh(s_names);
        Line($"double {name} = {Real(3)};");
        _scope.Reals.Add(new(name, IsMutable: true));
    }

    private void DeclareTuple()
    {
        string name = Fresh(["both", "point"]);
        Line($"(double P, double Q) {name} = {(_scope.Tuples.Count > 0 && _choices.Chance(40) ? _choices.Any(_scope.Tuples) : $"({Real(1)}, {Real(1)})")};");
        AddTuple(name);
    }

    private void AssignReal()
    {
        if (Mutable(_scope.Reals) is { } name)
            Line($"{Update(name)};");
    }

    private void AssignElement() => Line($"{Update(Element(_choices.Any(_scope.Storages.Where(s => s.IsMutable))))};");

    private string Update(string target) => _choices.Weighted<Func<string>>(
        (6, () => $"{target} = {Real(3)}"),
        (5, () => $"{target} {_choices.Any(["+=", "-="])} {Real(2)}"),
        (4, () => $"{target} *= {Bounded(2)}"),
        (1, () => $"{target} /= 4.0 + {Bounded(1)}"),
        (1, () => $"{target}{_choices.Any(["++", "--"])}"))();

    private void SwapReals()
    {
        Scalar[] mutable = [.. _scope.Reals.Where(r => r.IsMutable)];
        if (mutable.Length < 2)
            return;
        string one = _choices.Any(mutable).Name, other = _choices.Any(mutable.Where(m => m.Name != one)).Name;
        Line(_choices.Chance(60) ? $"({one}, {other}) = ({other}, {one});" : $"({one}, {other}) = ({Real(2)}, {Real(2)});");
    }

    private void SwapElements()
    {
        Storage storage = _choices.Any(_scope.Storages.Where(s => s.IsMutable));
        if (_choices.Chance(20))
        {
            string real = _choices.Any(_scope.Reals).Name;
            Line($"({Element(storage)}, {Element(storage)}) = ({Element(storage)}, {real});");
            return;
        }
        string one = Element(storage).Replace("++", "", StringComparison.Ordinal), other = Element(storage).Replace("++", "", StringComparison.Ordinal);
        Line($"({one}, {other}) = ({other}, {one});");
    }

    private void AssignInteger()
    {
        if (Mutable(_scope.Integers) is not { } name || _choices.Chance(40))
        {
            name = Fresh(["k", "m", "count"]);
            Line($"int {name} = {_choices.Below(3)};");
            _scope.Integers.Add(new(name, IsMutable: true));
            return;
        }
        Line(_choices.Weighted((3, $"{name}++;"), (2, $"{name} += 2;"), (3, $"{name} = ({name} * 2 + 1) % 5;"), (1, $"{name} = {Operand(Integer())} % 3;")));
    }

    private void DeclareBoolean()
    {
        if (Mutable(_scope.Booleans) is { } old && _choices.Chance(60))
        {
            Line($"{old} = {Condition(1)};");
            return;
        }
        string name = Fresh(["found", "isLarge"]);
        Line($"bool {name} = {Condition(1)};");
        _scope.Booleans.Add(new(name, IsMutable: true));
    }

    /// <summary>An early return under a condition.</summary>
    private void StopShort()
    {
        Line($"if ({Condition(1)})");
        Line($"    return {Result(Real(2))};".Replace("return ;", "return;", StringComparison.Ordinal));
    }

    private void Jump()
    {
        Line($"if ({Condition(1)})");
        Line($"    {(_scope.CanContinue && _choices.Chance(50) ? "continue" : "break")};");
    }

    private void DeclareLocalFunction()
    {
        string name = Fresh(["Local", "Inner"]);
        Scope outer = _scope;
        List<string> captured = [.. CapturedReals().Where(_ => _choices.Chance(40))];
        _scope = new() { Reals = [new("h", IsMutable: true), .. captured.Select(c => new Scalar(c, IsMutable: true))] };
        _scope.Storages.AddRange(outer.Storages.Where(s => s.Kind is StorageKind.Array or StorageKind.Matrix));
        if (_choices.Chance(40))
            Line($"double {name}(double h) => {Real(2)};");
        else
            WriteLocalFunction(name, captured);
        _scope = outer;
        _scope.LocalFunctions.Add(new(name));
    }

    private void WriteLocalFunction(string name, List<string> captured)
    {
        Line($"double {name}(double h)");
        Line("{");
        _indent++;
        if (captured.Count > 0 && _choices.Chance(50))
            Line($"{Update(_choices.Any(captured))};");
        if (_choices.Chance(50))
        {
            Line($"if ({Condition(0)})");
            Line($"    return {Real(2)};");
        }
        Line($"return {Real(2)};");
        _indent--;
        Line("}");
    }

    /// <summary>References cannot be captured.</summary>
    private IEnumerable<string> CapturedReals() =>
        _scope.Reals.Where(r => r.IsMutable).Select(r => r.Name).Except(_method.Parameters.SelectMany(p => p.Role switch
        {
            Role.TupleReference => new[] { $"{p.Name}.P", $"{p.Name}.Q" },
            _ => p.IsReference ? [p.Name] : [],
        }));
}
