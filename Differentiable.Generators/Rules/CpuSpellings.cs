using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Rules;

/// <summary>The intrinsics of C# on the CPU. Each function is the one that users call, so that the primal keeps its bits.</summary>
internal static class CpuSpellings
{
    /// <summary>The type of several real numbers side by side: as many for <c>float</c> as for <c>double</c>.</summary>
    public static string TypeOfSeveral(ScalarKind kind) => kind == ScalarKind.Single ? "Vector128<float>" : "Vector256<double>";

    private static readonly IReadOnlyDictionary<Op, Spelling> Operators = new Dictionary<Op, Spelling>
    {
        [Op.Negate] = Prefix("-"),
        [Op.Add] = Infix("+", Precedence.Additive),
        [Op.Subtract] = Infix("-", Precedence.Additive),
        [Op.Multiply] = Infix("*", Precedence.Multiplicative),
        [Op.Divide] = Infix("/", Precedence.Multiplicative),
        [Op.Remainder] = Infix("%", Precedence.Multiplicative),

        [Op.And] = Infix("&", Precedence.And),
        [Op.Or] = Infix("|", Precedence.Or),
        [Op.Xor] = Infix("^", Precedence.Xor),
        [Op.Complement] = Prefix("~"),
        [Op.ShiftLeft] = Infix("<<", Precedence.Shift),
        [Op.ShiftRight] = Infix(">>", Precedence.Shift),
        [Op.UnsignedShiftRight] = Infix(">>>", Precedence.Shift),

        [Op.Not] = Prefix("!"),
        [Op.AndAlso] = Infix("&&", Precedence.AndAlso),
        [Op.OrElse] = Infix("||", Precedence.OrElse),

        [Op.Equal] = Infix("==", Precedence.Equality),
        [Op.NotEqual] = Infix("!=", Precedence.Equality),
        [Op.Less] = Infix("<", Precedence.Relational),
        [Op.LessOrEqual] = Infix("<=", Precedence.Relational),
        [Op.Greater] = Infix(">", Precedence.Relational),
        [Op.GreaterOrEqual] = Infix(">=", Precedence.Relational),

        [Op.StopGradient] = new(SpellingKind.Operand, "", Precedence.Primary),
    };

    /// <summary>In <c>Math</c> for <c>double</c> and the integers, in <c>MathF</c> for <c>float</c>.</summary>
    private static readonly IReadOnlyDictionary<Op, string> InMathAndMathF = new Dictionary<Op, string>
    {
        [Op.Sqrt] = "Sqrt",
        [Op.Cbrt] = "Cbrt",
        [Op.Pow] = "Pow",
        [Op.ReciprocalEstimate] = "ReciprocalEstimate",
        [Op.ReciprocalSqrtEstimate] = "ReciprocalSqrtEstimate",

        [Op.Exp] = "Exp",
        [Op.Log] = "Log",
        [Op.LogBase] = "Log",
        [Op.Log2] = "Log2",
        [Op.Log10] = "Log10",

        [Op.Sin] = "Sin",
        [Op.Cos] = "Cos",
        [Op.Tan] = "Tan",
        [Op.Asin] = "Asin",
        [Op.Acos] = "Acos",
        [Op.Atan] = "Atan",
        [Op.Atan2] = "Atan2",

        [Op.Sinh] = "Sinh",
        [Op.Cosh] = "Cosh",
        [Op.Tanh] = "Tanh",
        [Op.Asinh] = "Asinh",
        [Op.Acosh] = "Acosh",
        [Op.Atanh] = "Atanh",

        [Op.Abs] = "Abs",
        [Op.Min] = "Min",
        [Op.Max] = "Max",
        [Op.MinMagnitude] = "MinMagnitude",
        [Op.MaxMagnitude] = "MaxMagnitude",
        [Op.CopySign] = "CopySign",

        [Op.FusedMultiplyAdd] = "FusedMultiplyAdd",
        [Op.Ieee754Remainder] = "IEEERemainder",
        [Op.ScaleB] = "ScaleB",
        [Op.BitIncrement] = "BitIncrement",
        [Op.BitDecrement] = "BitDecrement",

        [Op.Floor] = "Floor",
        [Op.Ceiling] = "Ceiling",
        [Op.Truncate] = "Truncate",
        [Op.Round] = "Round",
        [Op.RoundDigits] = "Round",
        [Op.Sign] = "Sign",
        [Op.ILogB] = "ILogB",
    };

    /// <summary>In <c>Math</c> for every type.</summary>
    private static readonly IReadOnlyDictionary<Op, string> InMath = new Dictionary<Op, string>
    {
        [Op.Clamp] = "Clamp",
    };

    /// <summary>On the number's own type.</summary>
    private static readonly IReadOnlyDictionary<Op, string> OnType = new Dictionary<Op, string>
    {
        [Op.Hypot] = "Hypot",
        [Op.RootN] = "RootN",

        [Op.ClampOnType] = "Clamp",

        [Op.Exp2] = "Exp2",
        [Op.Exp10] = "Exp10",
        [Op.ExpM1] = "ExpM1",
        [Op.Exp2M1] = "Exp2M1",
        [Op.Exp10M1] = "Exp10M1",
        [Op.LogP1] = "LogP1",
        [Op.Log2P1] = "Log2P1",
        [Op.Log10P1] = "Log10P1",

        [Op.SinPi] = "SinPi",
        [Op.CosPi] = "CosPi",
        [Op.TanPi] = "TanPi",
        [Op.AsinPi] = "AsinPi",
        [Op.AcosPi] = "AcosPi",
        [Op.AtanPi] = "AtanPi",
        [Op.Atan2Pi] = "Atan2Pi",

        [Op.MinNumber] = "MinNumber",
        [Op.MaxNumber] = "MaxNumber",
        [Op.MinMagnitudeNumber] = "MinMagnitudeNumber",
        [Op.MaxMagnitudeNumber] = "MaxMagnitudeNumber",

        [Op.Lerp] = "Lerp",
        [Op.DegreesToRadians] = "DegreesToRadians",
        [Op.RadiansToDegrees] = "RadiansToDegrees",

        [Op.IsNaN] = "IsNaN",
        [Op.IsFinite] = "IsFinite",
        [Op.IsInfinity] = "IsInfinity",
        [Op.IsNegative] = "IsNegative",
        [Op.IsPositiveInfinity] = "IsPositiveInfinity",
        [Op.IsNegativeInfinity] = "IsNegativeInfinity",
        [Op.IsPositive] = "IsPositive",
    };

    public static Spelling Of(Op op, IrType operandType)
    {
        if (Operators.TryGetValue(op, out Spelling spelling))
            return spelling;
        if (operandType.IsWithoutLiterals)
            return Function(Name(operandType), OnNumber(op));
        if (InMathAndMathF.TryGetValue(op, out string name))
            return Function(operandType == IrType.Single ? "MathF" : "Math", name);
        return InMath.TryGetValue(op, out name) ? Function("Math", name) : Function(Name(operandType), OnType[op]);
    }

    /// <summary>What has a place in <c>Math</c> for <c>double</c> stands on the type itself, too.</summary>
    private static string OnNumber(Op op) => op == Op.Ieee754Remainder ? "Ieee754Remainder"
        : InMathAndMathF.TryGetValue(op, out string name) || InMath.TryGetValue(op, out name) ? name
        : OnType[op];

    private static string Name(IrType type) =>
        type is ScalarType scalar ? ScalarNames.Of(scalar) : throw new InvalidOperationException($"{type} is not a number.");

    private static Spelling Infix(string symbol, Precedence precedence) => new(SpellingKind.Infix, symbol, precedence);

    private static Spelling Prefix(string symbol) => new(SpellingKind.Prefix, symbol, Precedence.Unary);

    private static Spelling Function(string type, string name) => new(SpellingKind.Function, $"{type}.{name}", Precedence.Primary);
}
