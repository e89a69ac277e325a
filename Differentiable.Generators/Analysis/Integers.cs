using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Analysis;

/// <summary>
/// What is known of the integers of a body. A variable that one statement assigns stands for its value, as long as all in that value is
/// assigned by one statement too.
/// </summary>
internal sealed class Integers
{
    private readonly Dictionary<Variable, int> _assigned = [];
    private readonly Dictionary<Variable, Expr> _values = [];
    private readonly Dictionary<Variable, Expr> _lengths = [];

    private readonly IReadOnlyDictionary<int, int> _sameLength;

    /// <param name="body">The body.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="sameLength">For vectors that are known to be as long as another one, that one; by their identities.</param>
    public Integers(Block body, IEnumerable<Variable> parameters, IReadOnlyDictionary<int, int> sameLength)
    {
        _sameLength = sameLength;
        foreach (Variable parameter in parameters)
            _assigned[parameter] = 1;
        foreach (Statement statement in body.DescendantStatements())
        {
            foreach (Variable variable in statement.Defines())
                _assigned[variable] = _assigned.TryGetValue(variable, out int count) ? count + 1 : 1;
            if (statement is Assign { Target.Type.IsInteger: true } integer)
                _values[integer.Target] = integer.Value;
            if (statement is Assign { Value: Slice { Count: { } part } } cut)
                _lengths[cut.Target] = part;
            if (statement is Assign { Value: NewStorage { Lengths: [var length] } } made)
                _lengths[made.Target] = length;
        }
    }

    /// <summary>Is the variable assigned by one statement, or a parameter that none assigns?</summary>
    public bool IsStable(Variable variable) => _assigned.TryGetValue(variable, out int count) && count == 1;

    /// <summary>The integer with the values of stable variables in their places.</summary>
    public Expr Resolve(Expr integer) => integer switch
    {
        Use use when IsStable(use.Variable) && _values.TryGetValue(use.Variable, out Expr? value) && IsStable(value) => Resolve(value),
        Apply apply when apply.Type.IsInteger => apply with { Arguments = apply.Arguments.Map(Resolve) },
        _ => integer,
    };

    /// <summary>The integer as a term plus a constant: <c>n - 1</c> is <c>(n, -1)</c>; a constant alone has no term.</summary>
    public (Expr? Term, long Constant) Split(Expr integer)
    {
        Expr resolved = Resolve(integer);
        switch (resolved)
        {
            case Constant constant:
                return (null, System.Convert.ToInt64(constant.Value));
            case Apply { Op: Op.Add or Op.Subtract, Arguments: [var left, Constant right] } sum:
                (Expr? term, long offset) = Split(left);
                long by = System.Convert.ToInt64(right.Value);
                return (term, sum.Op == Op.Add ? offset + by : offset - by);
            default:
                return (resolved, 0);
        }
    }

    public bool AreEqual(Expr left, Expr right) => Split(left) == Split(right);

    /// <summary>The values that the counter of a loop with step 1 or -1 takes, both ends included; null for other steps.</summary>
    public ((Expr? Term, long Constant) First, (Expr? Term, long Constant) Last)? RangeOf(For loop)
    {
        if (Math.Abs(loop.Step) != 1)
            return null;
        (Expr? Term, long Constant) start = Split(loop.Start), end = Split(loop.Bound);
        if (loop.Comparison is Op.Less or Op.Greater)
            end.Constant -= loop.Step;
        return loop.Step > 0 ? (start, end) : (end, start);
    }

    /// <summary>The number of rounds of a loop that counts from zero to it, or from just below it down to zero.</summary>
    public Expr? RoundsOf(For loop)
    {
        if (loop.Counter.Type != IrType.Int32 || RangeOf(loop) is not var (first, last) || first != (null, 0))
            return null;
        Expr end = loop.Step > 0 ? loop.Bound : loop.Start;
        return (loop, end) switch
        {
            ({ Comparison: Op.Less }, _) => end,
            (_, Apply { Op: Op.Subtract, Arguments: [var rounds, Constant { Value: 1 }] }) => rounds,
            (_, Constant { Value: int constant }) => Constant.Of(constant + 1),
            _ when last.Term is not null => new Apply(Op.Add, IrType.Int32, [end, Constant.Of(1)]),
            _ => null,
        };
    }

    /// <summary>Is it known to be zero or more: made of lengths, or the end of a loop around that counts from zero?</summary>
    public bool IsNotNegative(Expr integer, IReadOnlyList<For> around) => Resolve(integer) switch
    {
        Length => true,
        Constant { Value: int constant } => constant >= 0,
        Apply { Op: Op.Add or Op.Multiply or Op.Divide } apply => apply.Arguments.All(operand => IsNotNegative(operand, around)),
        var resolved => around.Any(outer => RangeOf(outer) is (var first, var last) && first == (null, 0)
            && last.Constant == -1 && last.Term == resolved),
    };

    /// <summary>Is the vector known to have that length: the length was read from it, or it was made or cut to it?</summary>
    public bool HasLength(Variable vector, Expr length) =>
        Resolve(length) is Length { Storage: Use use } && ModelOf(use.Variable) == ModelOf(vector)
        || IsStable(vector) && _lengths.TryGetValue(vector, out Expr? known) && AreEqual(known, length);

    private int ModelOf(Variable vector) => _sameLength.TryGetValue(vector.Id, out int model) ? model : vector.Id;

    private bool IsStable(Expr value) =>
        value.DescendantsAndSelf().All(part => part is Apply or Constant or Length || part is Use use && IsStable(use.Variable));
}
