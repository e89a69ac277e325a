namespace Differentiable.Tests.Fuzz.Grammar;

internal sealed partial class MethodWriter
{
    private static readonly string[] s_literals = ["0.5", "0.25", "1.5", "2.0", "0.1", "-0.75"];

    /// <summary>An expression of type <c>double</c> whose absolute value is of the size of its operands.</summary>
    private string Real(int depth)
    {
        if (depth <= 0)
            return Leaf();
        return _choices.Weighted<Func<string>>(
            (20, Leaf),
            (14, () => $"{Operand(Real(depth - 1))} {_choices.Any(["+", "-"])} {Operand(Real(depth - 1))}"),
            (16, () => $"{Bounded(depth - 1)} * {Operand(Real(depth - 1))}"),
            (6, () => $"{Leaf()} * {Leaf()}"),
            (6, () => Quotient(depth)),
            (14, () => Bounded(depth)),
            (4, () => $"-{Operand(Real(depth - 1))}"),
            (5, () => $"{_choices.Any(["Math.Max", "Math.Min"])}({Real(depth - 1)}, {Real(depth - 1)})"),
            (4, () => $"({Condition(1)} ? {Real(depth - 1)} : {Real(depth - 1)})"),
            (_scope.Integers.Count > 0 ? 2 : 0, () => Arms(depth)),
            (2, () => $"Differentiate.StopGradient({Real(depth - 1)})"),
            (_scope.LocalFunctions.Count > 0 ? 8 : 0, () => $"{_choices.Any(_scope.LocalFunctions).Name}({Real(depth - 1)})"),
            (CanCallInside ? 6 : 0, CallInside),
            (depth > 1 ? 3 : 0, SideEffect))();
    }

    private string Leaf() => _choices.Weighted<Func<string>>(
        (50, () => _choices.Any(_scope.Reals).Name),
        (_scope.Storages.Count > 0 ? 40 : 0, () => Element(_choices.Any(_scope.Storages))),
        (8, () => _choices.Any(s_literals)),
        (_scope.Integers.Count > 0 ? 5 : 0, () => $"(0.25 * {_choices.Any(_scope.Integers).Name})"))();

    /// <summary>Between about -2.5 and 2.5.</summary>
    private string Bounded(int depth) => _choices.Weighted<Func<string>>(
        (12, () => $"{_choices.Any(["Math.Sin", "Math.Cos", "Math.Tanh", "Math.Atan"])}({Real(depth - 1)})"),
        (3, () => $"Math.Exp(-Math.Abs({Real(depth - 1)}))"),
        (2, () => $"Math.Exp(Math.Sin({Real(depth - 1)}))"),
        (6, () => _choices.Any(s_literals)))();

    private string Quotient(int depth)
    {
        string divisor = _choices.Any(_scope.Reals).Name;
        return _choices.Weighted(
            (4, $"{Operand(Real(depth - 1))} / (1.5 + {divisor} * {divisor})"),
            (1, $"Math.Sqrt(1.0 + {divisor} * {divisor})"),
            (1, $"Math.Log(2.0 + {divisor} * {divisor})"),
            (1, $"Math.Pow({Leaf()}, {_choices.Between(1, 3)})"));
    }

    private string Arms(int depth) =>
        $"({_choices.Any(_scope.Integers).Name} switch {{ 0 => {Real(depth - 1)}, 1 or 3 => {Real(depth - 1)}, _ => {Real(depth - 1)} }})";

    /// <summary>An assignment or an increment inside an expression.</summary>
    private string SideEffect()
    {
        if (Mutable(_scope.Reals) is not { } target)
            return Leaf();
        return _choices.Weighted(
            (3, $"({target} = {Real(1)})"), (1, $"({target} += {Real(1)})"), (1, $"{target}++"), (1, $"--{target}"));
    }

    private string? Mutable(IEnumerable<Scalar> scalars)
    {
        Scalar[] mutable = [.. scalars.Where(s => s.IsMutable)];
        return mutable.Length == 0 ? null : _choices.Any(mutable).Name;
    }

    private string Element(Storage storage) => storage.Kind switch
    {
        StorageKind.Matrix => $"{storage.Name}[{Index(storage, ".GetLength(0)")}, {ColumnIndex(storage)}]",
        StorageKind.Jagged => $"{storage.Name}[{Index(storage, ".Length")}][{ColumnIndex(storage)}]",
        _ => $"{storage.Name}[{Index(storage, ".Length")}]",
    };

    private string Index(Storage storage, string length)
    {
        Scalar[] counters = [.. _scope.Integers.Where(i => i.Indexes == storage.Extent)];
        return _choices.Weighted<Func<string>>(
            (counters.Length > 0 ? 60 : 0, () => _choices.Any(counters).Name),
            (20, () => $"{_choices.Below(storage.Least)}"),
            (storage.Kind == StorageKind.Matrix ? 0 : 8, () => $"^{_choices.Between(1, storage.Least)}"),
            (_scope.Integers.Count > 0 ? 15 : 0, () => $"{Integer()} % {storage.Name}{length}"))();
    }

    private string ColumnIndex(Storage storage) => _scope.Integers.Count > 0 && _choices.Chance(50)
        ? $"{Integer()} % 2"
        : _choices.Any<string>(storage.Kind == StorageKind.Jagged ? ["0", "1", "^1"] : ["0", "1"]);

    /// <summary>An operand of <c>%</c>, never negative.</summary>
    private string Integer()
    {
        string name = _choices.Any(_scope.Integers).Name;
        return _choices.Weighted<Func<string>>(
            (5, () => name),
            (3, () => $"({name} + {_choices.Between(1, 2)})"),
            (2, () => $"({name} + {_choices.Any(_scope.Integers).Name})"),
            (Mutable(_scope.Integers) is { } ? 2 : 0, () => $"{Mutable(_scope.Integers)}++"))();
    }

    private string Condition(int depth)
    {
        if (depth > 0 && _choices.Chance(30))
            return $"{Operand(Condition(depth - 1))} {_choices.Any(["&&", "||"])} {Operand(Condition(depth - 1))}";
        bool hasIntegers = _scope.Integers.Count > 0;
        return _choices.Weighted<Func<string>>(
            (10, () => $"{Operand(Real(1))} {_choices.Any(["<", ">", "<=", ">="])} {Operand(Real(1))}"),
            (2, () => $"{_choices.Any(_scope.Reals).Name} is > 0.5 and < 1.25"),
            (hasIntegers ? 5 : 0, () => $"{Operand(Integer())} % 2 == {_choices.Below(2)}"),
            (hasIntegers ? 4 : 0, () => $"{_choices.Any(_scope.Integers).Name} {_choices.Any(["<", ">", "==", "!="])} {_choices.Below(3)}"),
            (hasIntegers ? 1 : 0, () => $"{_choices.Any(_scope.Integers).Name} is not (0 or 3)"),
            (_scope.Booleans.Count > 0 ? 8 : 0, () => $"{_choices.Any(["", "!"])}{_choices.Any(_scope.Booleans).Name}"))();
    }

    /// <summary>In parentheses unless it holds together by itself.</summary>
    private static string Operand(string text)
    {
        int nesting = 0;
        foreach (char letter in text)
        {
            nesting += letter is '(' or '[' ? 1 : letter is ')' or ']' ? -1 : 0;
            if (nesting == 0 && letter == ' ')
                return $"({text})";
        }
        return text[0] is '-' or '!' ? $"({text})" : text;
    }
}
