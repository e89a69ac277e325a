// What System.Numerics.Complex is asked.
namespace System.Numerics;

public readonly partial struct Complex
{
    public static bool IsFinite(Complex value) => double.IsFinite(value.Real) && double.IsFinite(value.Imaginary);

    public static bool IsInfinity(Complex value) => double.IsInfinity(value.Real) || double.IsInfinity(value.Imaginary);

    public static bool IsNaN(Complex value) => !IsInfinity(value) && !IsFinite(value);

    public static bool IsRealNumber(Complex value) => value.Imaginary == 0 && !double.IsNaN(value.Real);

    public static bool IsImaginaryNumber(Complex value) => value.Real == 0 && !double.IsNaN(value.Imaginary);

    public static bool IsComplexNumber(Complex value) => value.Real != 0 && value.Imaginary != 0;
}
