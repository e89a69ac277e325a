namespace Differentiable.Generators.Ir;

/// <summary>
/// The built-in operations on scalars. What each means, costs and differentiates to is in <c>Rules</c>; how it is spelled is in the
/// intrinsics there.
/// </summary>
internal enum Op
{
    // Arithmetic
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,

    // Bits of integers; And, Or and Xor of Booleans too
    And,
    Or,
    Xor,
    Complement,
    ShiftLeft,
    ShiftRight,
    UnsignedShiftRight,

    // Logic; AndAlso and OrElse are lazy as in C#
    Not,
    AndAlso,
    OrElse,

    // Comparison
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,

    // Powers and roots
    Sqrt,
    Cbrt,
    Pow,
    Hypot,
    RootN,
    ReciprocalEstimate,
    ReciprocalSqrtEstimate,

    // Exponentials and logarithms
    Exp,
    Exp2,
    Exp10,
    ExpM1,
    Exp2M1,
    Exp10M1,
    Log,
    LogBase,
    Log2,
    Log10,
    LogP1,
    Log2P1,
    Log10P1,

    // Trigonometric
    Sin,
    Cos,
    Tan,
    Asin,
    Acos,
    Atan,
    Atan2,
    SinPi,
    CosPi,
    TanPi,
    AsinPi,
    AcosPi,
    AtanPi,
    Atan2Pi,

    // Hyperbolic
    Sinh,
    Cosh,
    Tanh,
    Asinh,
    Acosh,
    Atanh,

    // Piecewise
    Abs,
    Min,
    Max,
    MinMagnitude,
    MaxMagnitude,
    MinNumber,
    MaxNumber,
    MinMagnitudeNumber,
    MaxMagnitudeNumber,
    Clamp,

    /// <summary><c>double.Clamp</c>, which orders zeros by their sign and passes on NaN bounds: a maximum and a minimum. <c>Math.Clamp</c> does not.</summary>
    ClampOnType,
    CopySign,

    // Several operands
    FusedMultiplyAdd,
    Lerp,
    Ieee754Remainder,
    ScaleB,
    BitIncrement,
    BitDecrement,
    DegreesToRadians,
    RadiansToDegrees,

    // Piecewise constant: the derivative is zero
    Floor,
    Ceiling,
    Truncate,
    Round,
    RoundDigits,
    Sign,
    ILogB,

    // Questions about a real number
    IsNaN,
    IsFinite,
    IsInfinity,
    IsNegative,
    IsPositiveInfinity,
    IsNegativeInfinity,
    IsPositive,

    /// <summary>The identity with derivative zero: <c>Functions.StopGradient</c>.</summary>
    StopGradient,
}
