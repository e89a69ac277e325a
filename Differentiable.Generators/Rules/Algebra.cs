using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Rules;

/// <summary>
/// Builds expressions and drops what is trivial: zeros, ones, double negations, arithmetic on constants. For adjoint and tangent code
/// only. A constant zero there means "no contribution", so <c>0 * e</c> is zero even where <c>e</c> might be infinite; the primal keeps
/// what the user wrote.
/// </summary>
internal static class Algebra
{
    public static Expr Zero(IrType type) => Constant.Real(type, 0);

    public static Expr One(IrType type) => Constant.Real(type, 1);

    /// <summary>Any operation, simplified where there is something to simplify.</summary>
    public static Expr Apply(Op op, IrType type, EquatableArray<Expr> arguments) => (op, arguments.Count) switch
    {
        (Op.Negate, 1) => Negate(arguments[0]),
        (Op.Add, 2) => Add(arguments[0], arguments[1]),
        (Op.Subtract, 2) => Subtract(arguments[0], arguments[1]),
        (Op.Multiply, 2) => Multiply(arguments[0], arguments[1]),
        (Op.Divide, 2) => Divide(arguments[0], arguments[1]),
        (Op.Pow, 2) => Power(arguments[0], arguments[1]),
        (Op.AndAlso, 2) => AndAlso(arguments[0], arguments[1]),
        (Op.OrElse, 2) => OrElse(arguments[0], arguments[1]),
        ( >= Op.Equal and <= Op.GreaterOrEqual, 2) => Compare(op, arguments[0], arguments[1]),
        _ => new Apply(op, type, arguments),
    };

    public static Expr Negate(Expr e) => e switch
    {
        _ when !e.Type.IsReal => Raw(Op.Negate, e),
        Constant constant => Constant.Real(e.Type, -constant.Number),
        Apply { Op: Op.Negate } inner => inner.Arguments[0],
        Apply { Op: Op.Subtract } inner => Subtract(inner.Arguments[1], inner.Arguments[0]),
        Apply { Op: Op.Multiply or Op.Divide } inner when inner.Arguments[0] is Constant factor =>
            Raw(inner.Op, Negate(factor), inner.Arguments[1]),
        _ => Raw(Op.Negate, e),
    };

    public static Expr Add(Expr a, Expr b)
    {
        if (IsZero(a))
            return b;
        if (IsZero(b))
            return a;
        if (!a.Type.IsReal)
            return Raw(Op.Add, a, b);
        if (a is Constant p && b is Constant q)
            return Real(a.Type, p.Number + q.Number);
        if (a == b)
            return Multiply(Real(a.Type, 2), a);
        if (Multiple(a, b, 1) is { } multiple)
            return multiple;
        if (IsNegation(b))
            return Subtract(a, Negate(b));
        return IsNegation(a) ? Subtract(b, Negate(a)) : Raw(Op.Add, a, b);
    }

    public static Expr Subtract(Expr a, Expr b)
    {
        if (IsZero(b))
            return a;
        if (!a.Type.IsReal)
            return Raw(Op.Subtract, a, b);
        if (IsZero(a))
            return Negate(b);
        if (a is Constant p && b is Constant q)
            return Real(a.Type, p.Number - q.Number);
        if (Multiple(a, b, -1) is { } multiple)
            return multiple;
        return IsNegation(b) ? Add(a, Negate(b)) : Raw(Op.Subtract, a, b);
    }

    public static Expr Multiply(Expr a, Expr b)
    {
        if (IsOne(a))
            return b;
        if (IsOne(b))
            return a;
        if (!a.Type.IsReal)
            return Raw(Op.Multiply, a, b);
        if (IsZero(a) || IsZero(b))
            return Zero(WidthOf(a, b));
        if (a is Constant p)
            return Scale(p, b);
        if (b is Constant q)
            return Scale(q, a);
        if (FactorOf(a) is { } inA)
            return Multiply(inA, Multiply(((Apply)a).Arguments[1], b));
        if (FactorOf(b) is { } inB)
            return Multiply(inB, Multiply(a, ((Apply)b).Arguments[1]));
        if (a is Apply { Op: Op.Negate } left)
            return Negate(Multiply(left.Arguments[0], b));
        return b is Apply { Op: Op.Negate } right ? Negate(Multiply(a, right.Arguments[0])) : Raw(Op.Multiply, a, b);
    }

    public static Expr Divide(Expr a, Expr b)
    {
        if (IsOne(b))
            return a;
        if (!a.Type.IsReal)
            return Raw(Op.Divide, a, b);
        if (IsZero(a))
            return a;
        if (a is Constant p && b is Constant q)
            return Real(a.Type, p.Number / q.Number);
        if (IsMinusOne(b))
            return Negate(a);
        if (a is Apply { Op: Op.Negate } left)
            return Negate(Divide(left.Arguments[0], b));
        return b is Apply { Op: Op.Negate } right ? Negate(Divide(a, right.Arguments[0])) : Raw(Op.Divide, a, b);
    }

    /// <summary><c>x</c> to the power of <c>p</c>; no call where <c>p</c> is a small constant and <c>x</c> may be written twice.</summary>
    public static Expr Power(Expr x, Expr p)
    {
        if (!x.Type.IsReal || p is not Constant constant)
            return Raw(Op.Pow, x, p);
        bool mayRepeat = x is Use or Element, hasRoot = Requirements.AreMet(x.Type, Op.Sqrt);
        return constant.Number switch
        {
            0 => One(x.Type),
            1 => x,
            2 when mayRepeat => Multiply(x, x),
            3 when mayRepeat => Multiply(Multiply(x, x), x),
            -1 => Divide(One(x.Type), x),
            -2 when mayRepeat => Divide(One(x.Type), Multiply(x, x)),
            0.5 when hasRoot => Raw(Op.Sqrt, x),
            -0.5 when hasRoot => Divide(One(x.Type), Raw(Op.Sqrt, x)),
            1.5 when mayRepeat && hasRoot => Multiply(x, Raw(Op.Sqrt, x)),
            _ => Raw(Op.Pow, x, p),
        };
    }

    /// <summary>A comparison; constant where both sides are.</summary>
    public static Expr Compare(Op op, Expr a, Expr b)
    {
        if (a is not Constant { Type.IsReal: true } p || b is not Constant { Type.IsReal: true } q)
            return new Apply(op, IrType.Boolean, [a, b]);
        double left = p.Number, right = q.Number;
        return Constant.Of(op switch
        {
            Op.Equal => left == right,
            Op.NotEqual => left != right,
            Op.Less => left < right,
            Op.LessOrEqual => left <= right,
            Op.Greater => left > right,
            _ => left >= right,
        });
    }

    public static Expr AndAlso(Expr a, Expr b) => (a, b) switch
    {
        (Constant { Value: bool left }, _) => left ? b : a,
        (_, Constant { Value: true }) => a,
        _ => new Apply(Op.AndAlso, IrType.Boolean, [a, b]),
    };

    public static Expr OrElse(Expr a, Expr b) => (a, b) switch
    {
        (Constant { Value: bool left }, _) => left ? a : b,
        (_, Constant { Value: false }) => a,
        _ => new Apply(Op.OrElse, IrType.Boolean, [a, b]),
    };

    /// <summary><c>condition ? whenTrue : whenFalse</c>.</summary>
    public static Expr Choose(Expr condition, Expr whenTrue, Expr whenFalse) => condition switch
    {
        Constant { Value: bool known } => known ? whenTrue : whenFalse,
        _ when whenTrue == whenFalse => whenTrue,
        _ => new Conditional(condition, AsWideAs(whenTrue, whenFalse), AsWideAs(whenFalse, whenTrue)),
    };

    /// <summary>A cast; none where the type is right already, and none of a constant to a real type.</summary>
    public static Expr Convert(IrType type, Expr e)
    {
        if (type.IsReal)
            type = type.WithWidth(e.Type.IsWide);
        return e switch
        {
            _ when e.Type == type => e,
            Constant constant when type.IsReal => Constant.Real(type, constant.Number),
            _ => new Ir.Convert(type, e),
        };
    }

    private static IrType WidthOf(Expr a, Expr b) => a.Type.WithWidth(a.Type.IsWide || b.Type.IsWide);

    /// <summary>The zero that stands beside several numbers stands for as many.</summary>
    private static Expr AsWideAs(Expr e, Expr other) => e is Constant zero && other.Type.IsWide ? Constant.Real(e.Type.WithWidth(true), zero.Number) : e;

    /// <summary>The sum (or with sign -1 the difference) of two multiples of one term: <c>0.5 * e + 0.5 * e</c> is <c>e</c>.</summary>
    private static Expr? Multiple(Expr a, Expr b, double sign)
    {
        if (FactorOf(a) is not { } p || FactorOf(b) is not { } q || ((Apply)a).Arguments[1] != ((Apply)b).Arguments[1])
            return null;
        return Multiply(Real(a.Type, p.Number + (sign * q.Number)), ((Apply)a).Arguments[1]);
    }

    /// <summary>The constant in front of a product.</summary>
    private static Constant? FactorOf(Expr e) => e is Apply { Op: Op.Multiply } product ? product.Arguments[0] as Constant : null;

    /// <summary>Is it the constant zero, of either sign?</summary>
    public static bool IsZero(Expr e) => IsNumber(e, 0);

    public static bool IsOne(Expr e) => IsNumber(e, 1);

    /// <summary>
    /// A constant times an expression, the constant in front: <c>-1 * e</c> is <c>-e</c>, and <c>p * (q * e)</c> is <c>(p * q) * e</c>
    /// where the constants' product neither overflows nor vanishes.
    /// </summary>
    private static Expr Scale(Constant p, Expr b) => b switch
    {
        Constant q => Real(p.Type, p.Number * q.Number),
        _ when IsMinusOne(p) => Negate(b),
        Apply { Op: Op.Negate } inner => Multiply(Negate(p), inner.Arguments[0]),
        Apply { Op: Op.Multiply or Op.Divide } inner when inner.Arguments[0] is Constant q && MayMerge(p, q) =>
            Apply(inner.Op, b.Type, [Real(p.Type, p.Number * q.Number), inner.Arguments[1]]),
        _ => Raw(Op.Multiply, p, b),
    };

    /// <summary>Does it read with a minus sign in front?</summary>
    private static bool IsNegation(Expr e) => e switch
    {
        Constant constant => constant.Number < 0,
        Apply { Op: Op.Negate } => true,
        Apply { Op: Op.Multiply or Op.Divide } product => product.Arguments[0] is Constant factor && factor.Number < 0,
        _ => false,
    };

    private static bool IsMinusOne(Expr e) => IsNumber(e, -1);

    private static bool MayMerge(Constant p, Constant q)
    {
        double product = Real(p.Type, p.Number * q.Number).Number;
        return product != 0 && !double.IsInfinity(product);
    }

    private static bool IsNumber(Expr e, double number) =>
        e is Constant constant && (e.Type.HasAdjoint || e.Type.IsInteger) && constant.Number == number;

    /// <summary>A factor: one number, whatever stands beside it.</summary>
    private static Constant Real(IrType type, double value) => Constant.Real(type.WithWidth(false), value);

    private static Apply Raw(Op op, params Expr[] arguments) =>
        new(op, arguments.Any(argument => argument.Type.IsWide) ? arguments[0].Type.WithWidth(true) : arguments[0].Type, arguments);
}
