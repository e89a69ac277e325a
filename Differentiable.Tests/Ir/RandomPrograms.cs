using Differentiable.Generators.Ir;
using static Differentiable.Tests.Ir.Build;

namespace Differentiable.Tests.Ir;

/// <summary>Writes well-formed bodies at random: nested branches and loops over a few variables, whose names clash on purpose.</summary>
internal sealed class RandomPrograms
{
    private static readonly string[] s_names = ["t", "r", "x", "x1", "params", "Math"];

    private readonly Random _random;
    private readonly Variable _x = Double("x"), _y = Double("y"), _n = Int("n"), _a = Of(Build.Array, "a");
    private readonly Variable[] _reals, _integers;

    /// <summary>Those that are assigned on every path to the statement that is being written.</summary>
    private HashSet<Variable> _assigned;

    /// <summary>Counters and bounds of the loops around it.</summary>
    private readonly HashSet<Variable> _fixed = [];

    public RandomPrograms(int seed)
    {
        _random = new(seed);
        _reals = [.. Enumerable.Range(0, 6).Select(_ => Double(Any(s_names), Any(Enum.GetValues<VariableRole>())))];
        _integers = [.. Enumerable.Range(0, 4).Select(_ => Int(Any(["i", "k", "t"]), Any(Enum.GetValues<VariableRole>())))];
        _assigned = [_x, _y, _n];
        Block body = Block(6, 0);
        Expr result = _assigned.Where(variable => variable.Type.IsReal).Select(variable => (Expr)new Use(variable)).Aggregate(Build.Plus);
        Body = new([.. body.Statements, Build.Return(result)]);
    }

    public Variable[] Parameters => [_x, _y, _n, _a];

    public Block Body { get; }

    private Block Block(int statements, int depth) => Build.Block([.. Enumerable.Range(0, statements).SelectMany(_ => Statements(depth))]);

    private IEnumerable<Statement> Statements(int depth) => _random.Next(depth > 2 ? 6 : 10) switch
    {
        0 or 1 or 2 => [Assignment(Any(_reals))],
        3 => [Assignment(Any(_integers))],
        4 => [new Store(_a.Use(), [Number(_random.Next(4))], Real(2))],
        5 => [Pair()],
        6 or 7 => [Branch(depth)],
        8 => [Counted(depth)],
        _ => Uncounted(depth),
    };

    private Statement Assignment(Variable target)
    {
        if (_fixed.Contains(target))
            return new Comment("nothing");
        Expr value = _assigned.Contains(target) && Chance(3) ? Apply(Op.Add, target.Use(), Value(target, 1)) : Value(target, 3);
        _assigned.Add(target);
        return target.Set(value, $"statement {_random.Next(3)}");
    }

    private Statement Pair()
    {
        Expr pair = Text(new OpaqueType("(double, double)"), ["Math.SinCos(", ")"], Real(2));
        Variable[] targets = [.. _reals.OrderBy(_ => _random.Next()).Take(2)];
        Variable?[] chosen = [Chance(3) ? null : targets[0], targets[1]];
        _assigned.UnionWith(chosen.OfType<Variable>());
        return new AssignTuple(chosen, pair);
    }

    private Statement Branch(int depth)
    {
        Expr condition = Condition(2);
        HashSet<Variable> before = [.. _assigned];
        Block then = Chance(4) ? Build.Block() : Block(_random.Next(1, 3), depth + 1);
        HashSet<Variable> afterThen = _assigned;
        _assigned = [.. before];
        Block otherwise = Chance(2) ? Build.Block() : Block(_random.Next(1, 3), depth + 1);
        _assigned.IntersectWith(afterThen);
        return new If(condition, then, otherwise);
    }

    private Statement Counted(int depth)
    {
        Variable counter = Any(_integers);
        if (_fixed.Contains(counter))
            return new Comment("nothing");
        _assigned.Add(counter);
        bool isUp = Chance(2);
        Block body = Inside(counter, depth);
        return isUp
            ? new For(counter, Number(0), Op.Less, _n.Use(), _random.Next(1, 3), body)
            : new For(counter, _n.Use().Minus(Number(1)), Op.GreaterOrEqual, Number(0), -_random.Next(1, 3), body);
    }

    private IEnumerable<Statement> Uncounted(int depth)
    {
        Variable trips = Any(_integers);
        if (_fixed.Contains(trips))
            return [new Comment("nothing")];
        bool testsAtEnd = Chance(3);
        _assigned.Add(trips);
        HashSet<Variable> before = [.. _assigned];
        Block body = Inside(trips, depth, keepsAssigned: testsAtEnd);
        body = new([.. body.Statements, trips.Subtract(Number(1))]);
        return [trips.Set(_n.Use()), new While(trips.Use().Exceeds(Number(0)), body, testsAtEnd)];
    }

    /// <summary>The body of a loop: it may not run, so what it assigns does not count behind it.</summary>
    private Block Inside(Variable counter, int depth, bool keepsAssigned = false)
    {
        HashSet<Variable> before = [.. _assigned];
        _fixed.Add(counter);
        Block body = Block(_random.Next(1, 4), depth + 1);
        _fixed.Remove(counter);
        if (!keepsAssigned)
            _assigned = before;
        return body;
    }

    private Expr Value(Variable target, int depth) => target.Type.IsReal ? RealValue(depth) : IntegerValue(depth);

    private Expr RealValue(int depth) => _random.Next(depth > 0 ? 11 : 4) switch
    {
        0 => Real(Any([0, 1, 0.5, -2, -0.0, 1e10])),
        1 or 2 => Any([.. _assigned.Where(variable => variable.Type.IsReal)]).Use(),
        3 => _a.At(Number(_random.Next(4))),
        4 => IntegerValue(depth - 1).ToDouble(),
        5 => Apply(Any([Op.Negate, Op.Sin]), RealValue(depth - 1)),
        6 => new Conditional(Condition(depth - 1), RealValue(depth - 1), RealValue(depth - 1)),
        _ => Apply(Any([Op.Add, Op.Subtract, Op.Multiply, Op.Divide, Op.Max]), RealValue(depth - 1), RealValue(depth - 1)),
    };

    private Expr IntegerValue(int depth) => _random.Next(depth > 0 ? 5 : 2) switch
    {
        0 => Number(Any([0, 1, 2, -3])),
        1 => Any([.. _assigned.Where(variable => variable.Type.IsInteger)]).Use(),
        2 => Apply(Op.Negate, IntegerValue(depth - 1)),
        _ => Apply(Any([Op.Add, Op.Subtract, Op.Multiply, Op.And, Op.ShiftLeft]), IntegerValue(depth - 1), IntegerValue(depth - 1)),
    };

    private Expr Condition(int depth) => _random.Next(depth > 0 ? 5 : 2) switch
    {
        0 => Apply(Any([Op.Less, Op.GreaterOrEqual, Op.Equal]), RealValue(1), RealValue(1)),
        1 => Apply(Any([Op.Less, Op.LessOrEqual, Op.Greater, Op.GreaterOrEqual, Op.Equal]), IntegerValue(1), IntegerValue(1)),
        2 => Apply(Op.Not, Condition(depth - 1)),
        _ => Apply(Any([Op.AndAlso, Op.OrElse]), Condition(depth - 1), Condition(depth - 1)),
    };

    private T Any<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    private bool Chance(int of) => _random.Next(of) == 0;
}
