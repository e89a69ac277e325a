using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Expressions;

/// <summary>Which functions of <c>Math</c>, <c>MathF</c> and of the types of real numbers are built-in operations.</summary>
internal static class IntrinsicSymbols
{
    private static readonly Dictionary<(string Name, int Arity), Op> s_functions = new()
    {
        [("Sqrt", 1)] = Op.Sqrt,
        [("Cbrt", 1)] = Op.Cbrt,
        [("Pow", 2)] = Op.Pow,
        [("Hypot", 2)] = Op.Hypot,
        [("RootN", 2)] = Op.RootN,
        [("ReciprocalEstimate", 1)] = Op.ReciprocalEstimate,
        [("ReciprocalSqrtEstimate", 1)] = Op.ReciprocalSqrtEstimate,
        [("Exp", 1)] = Op.Exp,
        [("Exp2", 1)] = Op.Exp2,
        [("Exp10", 1)] = Op.Exp10,
        [("ExpM1", 1)] = Op.ExpM1,
        [("Exp2M1", 1)] = Op.Exp2M1,
        [("Exp10M1", 1)] = Op.Exp10M1,
        [("Log", 1)] = Op.Log,
        [("Log", 2)] = Op.LogBase,
        [("Log2", 1)] = Op.Log2,
        [("Log10", 1)] = Op.Log10,
        [("LogP1", 1)] = Op.LogP1,
        [("Log2P1", 1)] = Op.Log2P1,
        [("Log10P1", 1)] = Op.Log10P1,
        [("Sin", 1)] = Op.Sin,
        [("Cos", 1)] = Op.Cos,
        [("Tan", 1)] = Op.Tan,
        [("Asin", 1)] = Op.Asin,
        [("Acos", 1)] = Op.Acos,
        [("Atan", 1)] = Op.Atan,
        [("Atan2", 2)] = Op.Atan2,
        [("SinPi", 1)] = Op.SinPi,
        [("CosPi", 1)] = Op.CosPi,
        [("TanPi", 1)] = Op.TanPi,
        [("AsinPi", 1)] = Op.AsinPi,
        [("AcosPi", 1)] = Op.AcosPi,
        [("AtanPi", 1)] = Op.AtanPi,
        [("Atan2Pi", 2)] = Op.Atan2Pi,
        [("Sinh", 1)] = Op.Sinh,
        [("Cosh", 1)] = Op.Cosh,
        [("Tanh", 1)] = Op.Tanh,
        [("Asinh", 1)] = Op.Asinh,
        [("Acosh", 1)] = Op.Acosh,
        [("Atanh", 1)] = Op.Atanh,
        [("Abs", 1)] = Op.Abs,
        [("Min", 2)] = Op.Min,
        [("Max", 2)] = Op.Max,
        [("MinMagnitude", 2)] = Op.MinMagnitude,
        [("MaxMagnitude", 2)] = Op.MaxMagnitude,
        [("MinNumber", 2)] = Op.MinNumber,
        [("MaxNumber", 2)] = Op.MaxNumber,
        [("MinMagnitudeNumber", 2)] = Op.MinMagnitudeNumber,
        [("MaxMagnitudeNumber", 2)] = Op.MaxMagnitudeNumber,
        [("Clamp", 3)] = Op.Clamp,
        [("CopySign", 2)] = Op.CopySign,
        [("FusedMultiplyAdd", 3)] = Op.FusedMultiplyAdd,
        [("Lerp", 3)] = Op.Lerp,

        // What is fastest, whichever way it rounds or orders NaN and zeros: any way is one of them.
        [("MinNative", 2)] = Op.Min,
        [("MaxNative", 2)] = Op.Max,
        [("ClampNative", 3)] = Op.Clamp,
        [("MultiplyAddEstimate", 3)] = Op.FusedMultiplyAdd,

        [("IEEERemainder", 2)] = Op.Ieee754Remainder,
        [("Ieee754Remainder", 2)] = Op.Ieee754Remainder,
        [("ScaleB", 2)] = Op.ScaleB,
        [("BitIncrement", 1)] = Op.BitIncrement,
        [("BitDecrement", 1)] = Op.BitDecrement,
        [("DegreesToRadians", 1)] = Op.DegreesToRadians,
        [("RadiansToDegrees", 1)] = Op.RadiansToDegrees,
        [("Floor", 1)] = Op.Floor,
        [("Ceiling", 1)] = Op.Ceiling,
        [("Truncate", 1)] = Op.Truncate,
        [("Round", 1)] = Op.Round,
        [("Round", 2)] = Op.RoundDigits,
        [("Sign", 1)] = Op.Sign,
        [("ILogB", 1)] = Op.ILogB,
        [("IsNaN", 1)] = Op.IsNaN,
        [("IsFinite", 1)] = Op.IsFinite,
        [("IsInfinity", 1)] = Op.IsInfinity,
        [("IsNegative", 1)] = Op.IsNegative,
        [("IsPositive", 1)] = Op.IsPositive,
        [("IsPositiveInfinity", 1)] = Op.IsPositiveInfinity,
        [("IsNegativeInfinity", 1)] = Op.IsNegativeInfinity,
    };

    /// <summary>Is this type one of those beside <c>Half</c> and the type parameters whose functions are built in?</summary>
    public static bool IsHome(INamedTypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_Double or SpecialType.System_Single }
        || (type is { Name: "Math" or "MathF" } && TypeLowering.IsSystem(type.ContainingNamespace));

    /// <summary>The operation that a function of such a type is: its first operand is real and the others are numbers.</summary>
    public static Op? Find(IMethodSymbol method)
    {
        if (!method.IsStatic || method.Parameters.Length == 0 || !TypeLowering.Lower(method.Parameters[0].Type).IsReal
            || method.Parameters.Any(p => TypeLowering.Lower(p.Type) is not ScalarType))
            return null;
        if (!s_functions.TryGetValue((method.Name, method.Parameters.Length), out Op op))
            return null;
        return op == Op.Clamp && method.ContainingType.Name != "Math" ? Op.ClampOnType : op;
    }

    /// <summary>The two operations that <c>SinCos</c> and <c>SinCosPi</c> combine.</summary>
    public static (Op Sine, Op Cosine)? FindPair(IMethodSymbol method) => method.Name switch
    {
        "SinCos" => (Op.Sin, Op.Cos),
        "SinCosPi" => (Op.SinPi, Op.CosPi),
        _ => null,
    };

    /// <summary>Is the derivative of this function zero wherever it has one, though it is not an operation of its own?</summary>
    public static bool IsPiecewiseConstant(IMethodSymbol method) => method.Name == "Round";
}
