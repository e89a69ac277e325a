namespace Differentiable.Generators.Ir.Verification;

/// <summary>Which operands each operation takes, and what it yields.</summary>
internal static class VerifierOfOperands
{
    /// <summary>What is wrong with the operation's operands or type, if anything.</summary>
    public static string? Complaint(Apply apply)
    {
        int arity = Arity(apply.Op);
        if (apply.Arguments.Count != arity)
            return $"{apply.Op} takes {arity} operands";
        IrType operand = apply.Arguments[0].Type.WithWidth(false);
        if (!Takes(apply.Op, operand))
            return $"{apply.Op} does not take a {operand}";
        IrType other = TakesInteger(apply.Op) ? IrType.Int32 : operand;
        if (apply.Arguments.Skip(1).FirstOrDefault(argument => argument.Type.WithWidth(false) != other) is { } odd)
            return $"{apply.Op} of a {operand} does not take a {odd.Type} beside it";
        IrType result = Result(apply.Op, operand);
        if (apply.Arguments.Any(argument => argument.Type.IsWide))
            return apply.Op <= Op.Divide && apply.Type == result.WithWidth(true) ? null : $"{apply.Op} of several numbers at once does not yield a {apply.Type}";
        return apply.Type == result ? null : $"{apply.Op} yields a {result}, not a {apply.Type}";
    }

    private static int Arity(Op op) => op switch
    {
        Op.Negate or Op.Complement or Op.Not => 1,
        <= Op.GreaterOrEqual => 2,
        Op.Pow or Op.Hypot or Op.RootN or Op.LogBase or Op.Atan2 or Op.Atan2Pi or Op.CopySign => 2,
        >= Op.Min and <= Op.MaxMagnitudeNumber => 2,
        Op.Ieee754Remainder or Op.ScaleB or Op.RoundDigits => 2,
        Op.Clamp or Op.ClampOnType or Op.FusedMultiplyAdd or Op.Lerp => 3,
        _ => 1,
    };

    private static bool Takes(Op op, IrType type) => op switch
    {
        Op.Add => type.HasAdjoint || type.IsInteger,
        <= Op.Remainder => type.IsReal || type.IsInteger,
        Op.And or Op.Or or Op.Xor => !type.IsReal && !type.IsStorage,
        Op.Complement or Op.ShiftLeft or Op.ShiftRight or Op.UnsignedShiftRight => type.IsInteger,
        Op.Not or Op.AndAlso or Op.OrElse => type == IrType.Boolean,
        >= Op.Equal and <= Op.GreaterOrEqual => !type.IsStorage,
        Op.Abs or Op.Min or Op.Max or Op.MinMagnitude or Op.MaxMagnitude or Op.Clamp or Op.CopySign or Op.Sign => type.IsReal || type.IsInteger,
        _ => type.IsReal,
    };

    /// <summary>Is the second operand an <c>int</c> whatever the first one is?</summary>
    private static bool TakesInteger(Op op) =>
        op is Op.ShiftLeft or Op.ShiftRight or Op.UnsignedShiftRight or Op.RootN or Op.ScaleB or Op.RoundDigits;

    private static IrType Result(Op op, IrType operand) => op switch
    {
        Op.Sign or Op.ILogB => IrType.Int32,
        >= Op.Equal and <= Op.GreaterOrEqual or >= Op.IsNaN and <= Op.IsPositive => IrType.Boolean,
        _ => operand,
    };
}
