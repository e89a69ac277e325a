using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Rules;

/// <summary>Which interface of <c>System.Numerics</c> an operation on a type parameter comes from.</summary>
internal static class Requirements
{
    /// <summary>What the operation needs besides <c>INumberBase</c>.</summary>
    public static NumericInterfaces Of(Op op) => op switch
    {
        Op.Remainder or >= Op.Less and <= Op.GreaterOrEqual => NumericInterfaces.Number,
        Op.Min or Op.Max or Op.MinNumber or Op.MaxNumber or Op.Clamp or Op.ClampOnType or Op.CopySign or Op.Sign => NumericInterfaces.Number,
        Op.Sqrt or Op.Cbrt or Op.Hypot or Op.RootN => NumericInterfaces.RootFunctions,
        Op.Pow => NumericInterfaces.PowerFunctions,
        >= Op.Exp and <= Op.Exp10M1 => NumericInterfaces.ExponentialFunctions,
        >= Op.Log and <= Op.Log10P1 => NumericInterfaces.LogarithmicFunctions,
        Op.Atan2 or Op.Atan2Pi => NumericInterfaces.FloatingPointIeee754,
        >= Op.Sin and <= Op.AtanPi or Op.DegreesToRadians or Op.RadiansToDegrees => NumericInterfaces.TrigonometricFunctions,
        >= Op.Sinh and <= Op.Atanh => NumericInterfaces.HyperbolicFunctions,
        >= Op.Floor and <= Op.RoundDigits => NumericInterfaces.FloatingPoint,
        Op.ReciprocalEstimate or Op.ReciprocalSqrtEstimate or Op.FusedMultiplyAdd or Op.Lerp or Op.Ieee754Remainder => NumericInterfaces.FloatingPointIeee754,
        Op.ScaleB or Op.ILogB or Op.BitIncrement or Op.BitDecrement => NumericInterfaces.FloatingPointIeee754,
        _ => NumericInterfaces.None,
    };

    /// <summary>Has a type the operation?</summary>
    public static bool AreMet(IrType type, Op op) => type is not TypeParameter parameter || parameter.Has(Of(op));

    /// <summary>What the derivative of an operation on a type parameter with respect to one operand needs and the type parameter does not have.</summary>
    public static NumericInterfaces Missing(Apply apply, int operand)
    {
        if (apply.Type is not TypeParameter type || !apply.Arguments[operand].Type.IsReal)
            return NumericInterfaces.None;
        var cotangent = new Use(new Variable(-1, "dy", type));
        Expr? contribution = Rule.For(apply).Contribution(operand, type, apply.Arguments, cotangent, cotangent);
        NumericInterfaces needed = NumericInterfaces.None;
        foreach (Apply part in (contribution?.DescendantsAndSelf() ?? []).OfType<Apply>().Where(part => part.Arguments[0].Type == type))
            needed |= Of(part.Op);
        return needed & ~type.Interfaces;
    }
}
