namespace Differentiable.Tests.Fuzz.Grammar;

internal sealed partial class MethodWriter
{
    private static readonly string[] s_arrayNames = ["t", "u", "buffer", "work", "da"];

    private void DeclareStorage()
    {
        string name = Fresh(s_arrayNames);
        int length = _choices.Between(2, 4);
        Storage[] sources = [.. _scope.Storages.Where(s => s.IsVector)];
        _choices.Weighted<Action>(
            (4, () => Make(name, StorageKind.Array, length, $"#{length}", $"new double[{length}]")),
            (4, () => Make(name, StorageKind.Array, length, $"#{length}", $"[{Elements(length)}]")),
            (2, () => Make(name, StorageKind.Array, length, $"#{length}", $"new double[] {{ {Elements(length)} }}")),
            (_scope.LoopDepth == 0 ? 4 : 0, () => Make(name, StorageKind.Span, length, $"#{length}", $"stackalloc double[{length}]")),
            (2, () => Make(name, StorageKind.Matrix, 2, $"#{name}", "new double[2, 2]")),
            (_callees.Count > 0 ? 4 : 1, () => Make(name, StorageKind.Jagged, 2, $"#{name}", $"[[{Elements(2)}], [{Elements(2)}]]")),
            (sources.Length > 0 ? 6 : 0, () => MakeLike(name, _choices.Any(sources))),
            (_scope.LoopDepth == 0 ? 3 : 0, () => DoubleBuffer(name, length)))();
    }

    private string Elements(int length) => string.Join(", ", Enumerable.Range(0, length).Select(_ => Real(1)));

    private void MakeLike(string name, Storage source) => Make(name, StorageKind.Array, source.Least, source.Extent, _choices.Weighted(
        (5, source.Kind == StorageKind.Array ? $"{source.Name}.AsSpan().ToArray()" : $"{source.Name}.ToArray()"),
        (source.Kind == StorageKind.Array ? 3 : 0, $"(double[]){source.Name}.Clone()"),
        (3, $"new double[{source.Name}.Length]")));

    private void Make(string name, StorageKind kind, int least, string extent, string value)
    {
        Line($"{MethodParameter.TypeOf(kind)} {name} = {value};");
        _scope.Storages.Add(new(name, kind, least, extent, name, IsMutable: true));
    }

    /// <summary>Two arrays that change places as a loop runs.</summary>
    private void DoubleBuffer(string name, int length)
    {
        string other = Fresh(["next"]);
        Line($"double[] {name} = [{Elements(length)}];");
        Line($"double[] {other} = new double[{length}];");
        string i = Fresh(["i"]), k = Fresh(["k"]);
        Line($"for (int {k} = 0; {k} < {_choices.Between(1, 3)}; {k}++)");
        Scope inner = _scope.InnerLoop();
        Storage here = new(name, StorageKind.Array, length, $"#{length}", name, IsMutable: true), there = here with { Name = other };
        inner.Storages.AddRange([here, there]);
        Block(inner, () =>
        {
            Line($"for (int {i} = 0; {i} < {length}; {i}++)");
            _scope.Integers.Add(new(i, IsMutable: false, here.Extent));
            Line($"    {other}[{i}] = {name}[{i}] + {Bounded(2)};");
            _scope.Integers.RemoveAt(_scope.Integers.Count - 1);
            if (_choices.Chance(40))
                Line($"{Update(Element(_choices.Any([here, there])))};");
            Line($"({name}, {other}) = ({other}, {name});");
        });
        _scope.Storages.AddRange([here, there]);
    }

    private void DeclareSlice()
    {
        Storage source = _choices.Any(_scope.Storages.Where(s => s.IsVector));
        if (source.Least < 2)
            return;
        string name = Fresh(["part", "view", "head"]);
        (string range, int least) = _choices.Any([("1..", source.Least - 1), ("..^1", source.Least - 1), ("..2", 2), ($"{source.Least - 2}..{source.Least}", 2)]);
        StorageKind kind = source.IsMutable && _choices.Chance(80) ? StorageKind.Span : StorageKind.ReadOnlySpan;
        string slice = source.Kind == StorageKind.Array ? $"{source.Name}.AsSpan({range})" : $"{source.Name}[{range}]";
        if (range == "1.." && _choices.Chance(50))
            slice = source.Kind == StorageKind.Array ? $"{source.Name}.AsSpan(1)" : $"{source.Name}.Slice(1)";
        Line($"{MethodParameter.TypeOf(kind)} {name} = {slice};");
        _scope.Storages.Add(new(name, kind, least, $"{source.Extent}[{range}]", source.Root, kind == StorageKind.Span));
    }

    private void CopyOrFill()
    {
        Storage[] targets = [.. _scope.Storages.Where(s => s.IsMutable && s.IsVector)];
        if (targets.Length == 0)
            return;
        Storage target = _choices.Any(targets);
        Storage[] sources = [.. _scope.Storages.Where(s => s.IsVector && s.Least >= 2)];
        string asSpan = target.Kind == StorageKind.Array ? $"{target.Name}.AsSpan()" : target.Name;
        if (sources.Length > 0 && target.Least >= 2 && _choices.Chance(60))
        {
            Storage source = _choices.Any(sources);
            string part = source.Kind == StorageKind.Array ? $"{source.Name}.AsSpan(0, 2)" : $"{source.Name}[..2]";
            Line($"{part}.CopyTo({asSpan});");
            return;
        }
        string from = target.Kind == StorageKind.Array ? $"{target.Name}.AsSpan(1)" : $"{target.Name}[1..]";
        Line(_choices.Weighted((3, $"{from}.Fill({Real(1)});"), (1, $"{from}.Clear();"), (1, $"{asSpan}.Fill({Real(2)});")));
    }
}
