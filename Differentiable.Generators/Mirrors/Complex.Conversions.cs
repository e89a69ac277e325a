// The conversions that System.Numerics.Complex has from other numbers.
namespace System.Numerics;

public partial struct Complex
{
    public static Complex CreateChecked(double value) => new(value, 0);

    public static Complex CreateChecked(float value) => new(value, 0);

    public static Complex CreateChecked(Half value) => new((double)value, 0);

    public static Complex CreateChecked(int value) => new(value, 0);

    public static Complex CreateChecked(long value) => new(value, 0);

    public static Complex CreateChecked(Complex value) => value;

    public static Complex CreateSaturating(double value) => new(value, 0);

    public static Complex CreateSaturating(float value) => new(value, 0);

    public static Complex CreateSaturating(Half value) => new((double)value, 0);

    public static Complex CreateSaturating(int value) => new(value, 0);

    public static Complex CreateSaturating(long value) => new(value, 0);

    public static Complex CreateSaturating(Complex value) => value;

    public static Complex CreateTruncating(double value) => new(value, 0);

    public static Complex CreateTruncating(float value) => new(value, 0);

    public static Complex CreateTruncating(Half value) => new((double)value, 0);

    public static Complex CreateTruncating(int value) => new(value, 0);

    public static Complex CreateTruncating(long value) => new(value, 0);

    public static Complex CreateTruncating(Complex value) => value;
}
