namespace Differentiable.Tests.Fuzz.Grammar;

internal sealed partial class MethodWriter
{
    private void Loop(int depth)
    {
        Storage[] vectors = [.. _scope.Storages.Where(s => s.IsVector)];
        _choices.Weighted<Action>(
            (vectors.Length > 0 ? 12 : 0, () => OverElements(_choices.Any(vectors), depth)),
            (vectors.Length > 0 ? 6 : 0, () => OverRows(_choices.Any(vectors), _choices.Any(vectors))),
            (vectors.Length > 0 ? 4 : 0, () => FromBothEnds(_choices.Any(vectors), depth)),
            (vectors.Length > 0 ? 5 : 0, () => ForEach(_choices.Any(vectors), depth)),
            (8, () => Counted(depth)),
            (6, () => While(depth)),
            (4, () => DoWhile(depth)),
            (3, () => Endless(depth)))();
    }

    private void OverElements(Storage storage, int depth)
    {
        string i = Fresh(["i", "j"]);
        int from = _choices.Below(2), step = _choices.Weighted((4, 1), (1, 2));
        string next = step == 1 ? $"{i}++" : $"{i} += {step}", previous = step == 1 ? $"{i}--" : $"{i} -= {step}";
        Line(_choices.Chance(70)
            ? $"for (int {i} = {from}; {i} < {storage.Name}.Length; {next})"
            : $"for (int {i} = {storage.Name}.Length - 1; {i} >= {from}; {previous})");
        LoopBody(depth, new Scalar(i, IsMutable: false, storage.Extent));
    }

    /// <summary>A matrix by rows: its product with a vector, its rows perhaps written as well.</summary>
    private void OverRows(Storage matrix, Storage vector)
    {
        string row = Fresh(["row"]), column = Fresh(["column"]), sum = Fresh(["sum"]);
        string place = $"{matrix.Name}[{row} * {vector.Name}.Length + {column}]";
        string inner = $"for (int {column} = 0; {column} < {vector.Name}.Length; {column}++)";
        string? total = Mutable(_scope.Reals);
        Line($"for (int {row} = 0; {row} < {matrix.Name}.Length / ({vector.Name}.Length + 1); {row}++)");
        Block(_scope.InnerLoop(), () =>
        {
            Line($"double {sum} = {Real(1)};");
            Line(inner);
            Line($"    {sum} {_choices.Any(["+=", "-="])} {place} * {vector.Name}[{column}];");
            if (matrix.IsMutable && _choices.Chance(40))
            {
                Line(inner);
                Line($"    {place} = {_choices.Any([$"0.5 * {place} + ", ""])}{Bounded(1)} * {sum};");
            }
            if (total is not null)
                Line($"{total} += Math.Sin({sum});");
        });
    }

    private void FromBothEnds(Storage storage, int depth)
    {
        string i = Fresh(["i"]), j = Fresh(["j"]);
        Line($"for (int {i} = 0, {j} = {storage.Name}.Length - 1; {i} < {j}; {i}++, {j}--)");
        LoopBody(depth, new(i, IsMutable: false, storage.Extent), new(j, IsMutable: false, storage.Extent));
    }

    private void ForEach(Storage storage, int depth)
    {
        string element = Fresh(["e", "item"]);
        Line($"foreach (double {element} in {storage.Name})");
        Block(_scope.InnerLoop(), () =>
        {
            _scope.Reals.Add(new(element, IsMutable: false));
            Statements(depth + 1, 3);
        });
    }

    private void Counted(int depth)
    {
        string i = Fresh(["i", "j"]);
        string bound = _choices.Weighted<Func<string>>(
            (4, () => $"{_choices.Between(1, 4)}"),
            (_scope.Integers.Count > 0 ? 6 : 0, () => $"{Operand(Integer().Replace("++", "", StringComparison.Ordinal))} % 5"))();
        Line(_choices.Weighted(
            (6, $"for (int {i} = 0; {i} < {bound}; {i}++)"),
            (2, $"for (int {i} = {bound}; {i} > 0; {i}--)"),
            (1, $"for (int {i} = 1; {i} <= {bound}; {i} *= 2)"),
            (1, $"for (int {i} = 0; {i} < 4 && {Condition(0)}; {i}++)")));
        LoopBody(depth, new Scalar(i, IsMutable: false));
    }

    private void While(int depth)
    {
        string left = Fresh(["left"]);
        Line($"int {left} = {Trips()};");
        bool countsInTest = _choices.Chance(40);
        Line(countsInTest
            ? $"while ({left}-- > 0{(_choices.Chance(30) ? $" && {Operand(Condition(0))}" : "")})"
            : $"while ({(_choices.Chance(50) ? $"{Operand(Condition(0))} && " : "")}{left} > 0)");
        CountingBody(depth, left, countsInTest ? null : $"{left}--;");
    }

    private void DoWhile(int depth)
    {
        string round = Fresh(["round"]);
        Line($"int {round} = 0;");
        Line("do");
        CountingBody(depth, round, $"{round}++;");
        Line($"while ({round} < {_choices.Between(1, 3)}{(_choices.Chance(50) ? $" && {Operand(Condition(0))}" : "")});");
    }

    private void Endless(int depth)
    {
        string round = Fresh(["round"]);
        Line($"int {round} = 0;");
        Line(_choices.Any(["while (true)", "for (; ; )"]));
        CountingBody(depth, round, $"if ({round}++ >= {Trips()}) break;");
    }

    private string Trips() => _choices.Weighted<Func<string>>(
        (4, () => $"{_choices.Between(1, 4)}"),
        (_scope.Integers.Any(i => !i.IsMutable) ? 5 : 0, () => _choices.Any(_scope.Integers.Where(i => !i.IsMutable)).Name))();

    private void CountingBody(int depth, string counter, string? count) => Block(_scope.InnerLoop(), () =>
    {
        if (count is not null)
            Line(count);
        _scope.Integers.Add(new(counter, IsMutable: false));
        Statements(depth + 1, 4);
    });

    private void LoopBody(int depth, params Scalar[] counters) => Block(_scope.InnerLoop(), () =>
    {
        _scope.Integers.AddRange(counters);
        Statements(depth + 1, 4);
    });
}
