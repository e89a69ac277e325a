// The functions of System.Numerics.Vector2 that act on each element by itself, and other ways to make a vector.
namespace System.Numerics;

public partial struct Vector2
{
    public static Vector2 E => new(MathF.E);

    public static Vector2 Pi => new(MathF.PI);

    public static Vector2 Tau => new(2 * MathF.PI);

    public static Vector2 operator +(Vector2 value) => value;

    public static Vector2 CreateScalar(float x) => new(x, 0);

    public static float Sum(Vector2 value) => value.X + value.Y;

    public static Vector2 Sin(Vector2 vector) => new(MathF.Sin(vector.X), MathF.Sin(vector.Y));

    public static Vector2 Cos(Vector2 vector) => new(MathF.Cos(vector.X), MathF.Cos(vector.Y));

    public static Vector2 Exp(Vector2 vector) => new(MathF.Exp(vector.X), MathF.Exp(vector.Y));

    public static Vector2 Log(Vector2 vector) => new(MathF.Log(vector.X), MathF.Log(vector.Y));

    public static Vector2 Log2(Vector2 vector) => new(MathF.Log2(vector.X), MathF.Log2(vector.Y));

    public static (Vector2 Sin, Vector2 Cos) SinCos(Vector2 vector) => (Sin(vector), Cos(vector));

    public static Vector2 Round(Vector2 vector) => new(MathF.Round(vector.X), MathF.Round(vector.Y));

    public static Vector2 Round(Vector2 vector, MidpointRounding mode) => new(MathF.Round(vector.X, mode), MathF.Round(vector.Y, mode));

    public static Vector2 Truncate(Vector2 vector) => new(MathF.Truncate(vector.X), MathF.Truncate(vector.Y));

    public static Vector2 DegreesToRadians(Vector2 degrees) => new(float.DegreesToRadians(degrees.X), float.DegreesToRadians(degrees.Y));

    public static Vector2 RadiansToDegrees(Vector2 radians) => new(float.RadiansToDegrees(radians.X), float.RadiansToDegrees(radians.Y));

    public static Vector2 Hypot(Vector2 x, Vector2 y) => new(float.Hypot(x.X, y.X), float.Hypot(x.Y, y.Y));

    public static Vector2 CopySign(Vector2 value, Vector2 sign) => new(MathF.CopySign(value.X, sign.X), MathF.CopySign(value.Y, sign.Y));

    public static Vector2 FusedMultiplyAdd(Vector2 left, Vector2 right, Vector2 addend) => new(
        MathF.FusedMultiplyAdd(left.X, right.X, addend.X),
        MathF.FusedMultiplyAdd(left.Y, right.Y, addend.Y));

    public static Vector2 MultiplyAddEstimate(Vector2 left, Vector2 right, Vector2 addend) => left * right + addend;

    public static Vector2 Lerp(Vector2 value1, Vector2 value2, Vector2 amount) => value1 * (One - amount) + value2 * amount;

    public static Vector2 MinNumber(Vector2 value1, Vector2 value2) => new(float.MinNumber(value1.X, value2.X), float.MinNumber(value1.Y, value2.Y));

    public static Vector2 MinMagnitude(Vector2 value1, Vector2 value2) => new(float.MinMagnitude(value1.X, value2.X), float.MinMagnitude(value1.Y, value2.Y));

    public static Vector2 MinMagnitudeNumber(Vector2 value1, Vector2 value2) => new(
        float.MinMagnitudeNumber(value1.X, value2.X),
        float.MinMagnitudeNumber(value1.Y, value2.Y));

    public static Vector2 MinNative(Vector2 left, Vector2 right) => new(left.X <= right.X ? left.X : right.X, left.Y <= right.Y ? left.Y : right.Y);

    public static Vector2 MaxNumber(Vector2 value1, Vector2 value2) => new(float.MaxNumber(value1.X, value2.X), float.MaxNumber(value1.Y, value2.Y));

    public static Vector2 MaxMagnitude(Vector2 value1, Vector2 value2) => new(float.MaxMagnitude(value1.X, value2.X), float.MaxMagnitude(value1.Y, value2.Y));

    public static Vector2 MaxMagnitudeNumber(Vector2 value1, Vector2 value2) => new(
        float.MaxMagnitudeNumber(value1.X, value2.X),
        float.MaxMagnitudeNumber(value1.Y, value2.Y));

    public static Vector2 MaxNative(Vector2 left, Vector2 right) => new(left.X >= right.X ? left.X : right.X, left.Y >= right.Y ? left.Y : right.Y);

    public static Vector2 ClampNative(Vector2 value1, Vector2 min, Vector2 max) => MinNative(MaxNative(value1, min), max);

    public static Vector2 Transform(Vector2 value, Quaternion rotation)
    {
        Vector3 turned = Vector3.Transform(new Vector3(value, 0), rotation);
        return new(turned.X, turned.Y);
    }
}
