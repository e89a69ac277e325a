using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Lowering.Expressions;

/// <summary>Expressions that lowering itself builds, without the parts that do nothing.</summary>
internal static class Fold
{
    public static Expr Add(Expr left, Expr right) => (left, right) switch
    {
        (Constant { Value: int a }, Constant { Value: int b }) => Constant.Of(a + b),
        (Constant { Value: 0 }, _) => right,
        (_, Constant { Value: 0 }) => left,
        _ => new Apply(Op.Add, left.Type, [left, right]),
    };

    public static Expr Subtract(Expr left, Expr right) => (left, right) switch
    {
        (Constant { Value: int a }, Constant { Value: int b }) => Constant.Of(a - b),
        (_, Constant { Value: 0 }) => left,
        _ => new Apply(Op.Subtract, left.Type, [left, right]),
    };

    public static Expr Multiply(Expr left, int right) => (left, right) switch
    {
        (Constant { Value: int a }, _) => Constant.Of(a * right),
        (_, 1) => left,
        _ => new Apply(Op.Multiply, left.Type, [left, Constant.Of(right)]),
    };

    public static Expr Multiply(Expr left, Expr right) => (left, right) switch
    {
        (_, Constant { Value: int factor }) => Multiply(left, factor),
        (Constant { Value: 0 }, _) => left,
        (Constant { Value: 1 }, _) => right,
        _ => new Apply(Op.Multiply, left.Type, [left, right]),
    };

    public static Expr Not(Expr condition) => condition switch
    {
        Constant { Value: bool value } => Constant.Of(!value),
        Apply { Op: Op.Not } not => not.Arguments[0],
        _ => new Apply(Op.Not, IrType.Boolean, [condition]),
    };

    public static Expr AndAlso(Expr left, Expr right) => (left, right) switch
    {
        (Constant { Value: true }, _) => right,
        (_, Constant { Value: true }) => left,
        _ => new Apply(Op.AndAlso, IrType.Boolean, [left, right]),
    };

    public static Expr OrElse(Expr left, Expr right) => (left, right) switch
    {
        (Constant { Value: true }, _) => left,
        (Constant { Value: false }, _) => right,
        _ => new Apply(Op.OrElse, IrType.Boolean, [left, right]),
    };

    public static Expr Compare(Op op, Expr left, Expr right) => (op, left, right) switch
    {
        // What C# has not folded comes from the code of a struct's member, such as an indexer.
        (Op.Equal, Constant one, Constant other) when one.Type == other.Type => Constant.Of(AreEqual(one.Value, other.Value)),
        _ => new Apply(op, IrType.Boolean, [left, right]),
    };

    private static bool AreEqual(object one, object other) => (one, other) switch
    {
        (double left, double right) => left == right,
        (float left, float right) => left == right,
        _ => one.Equals(other),
    };
}
