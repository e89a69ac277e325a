// The functions of System.Numerics.Vector3 that act on each element by itself, and other ways to make a vector.
namespace System.Numerics;

public partial struct Vector3
{
    public static Vector3 E => new(MathF.E);

    public static Vector3 Pi => new(MathF.PI);

    public static Vector3 Tau => new(2 * MathF.PI);

    public static Vector3 operator +(Vector3 value) => value;

    public static Vector3 CreateScalar(float x) => new(x, 0, 0);

    public static Vector3 Create(Vector2 vector, float z) => new(vector, z);

    public static float Sum(Vector3 value) => value.X + value.Y + value.Z;

    public static Vector3 Sin(Vector3 vector) => new(MathF.Sin(vector.X), MathF.Sin(vector.Y), MathF.Sin(vector.Z));

    public static Vector3 Cos(Vector3 vector) => new(MathF.Cos(vector.X), MathF.Cos(vector.Y), MathF.Cos(vector.Z));

    public static Vector3 Exp(Vector3 vector) => new(MathF.Exp(vector.X), MathF.Exp(vector.Y), MathF.Exp(vector.Z));

    public static Vector3 Log(Vector3 vector) => new(MathF.Log(vector.X), MathF.Log(vector.Y), MathF.Log(vector.Z));

    public static Vector3 Log2(Vector3 vector) => new(MathF.Log2(vector.X), MathF.Log2(vector.Y), MathF.Log2(vector.Z));

    public static (Vector3 Sin, Vector3 Cos) SinCos(Vector3 vector) => (Sin(vector), Cos(vector));

    public static Vector3 Round(Vector3 vector) => new(MathF.Round(vector.X), MathF.Round(vector.Y), MathF.Round(vector.Z));

    public static Vector3 Round(Vector3 vector, MidpointRounding mode) => new(MathF.Round(vector.X, mode), MathF.Round(vector.Y, mode), MathF.Round(vector.Z, mode));

    public static Vector3 Truncate(Vector3 vector) => new(MathF.Truncate(vector.X), MathF.Truncate(vector.Y), MathF.Truncate(vector.Z));

    public static Vector3 DegreesToRadians(Vector3 degrees) => new(
        float.DegreesToRadians(degrees.X),
        float.DegreesToRadians(degrees.Y),
        float.DegreesToRadians(degrees.Z));

    public static Vector3 RadiansToDegrees(Vector3 radians) => new(
        float.RadiansToDegrees(radians.X),
        float.RadiansToDegrees(radians.Y),
        float.RadiansToDegrees(radians.Z));

    public static Vector3 Hypot(Vector3 x, Vector3 y) => new(float.Hypot(x.X, y.X), float.Hypot(x.Y, y.Y), float.Hypot(x.Z, y.Z));

    public static Vector3 CopySign(Vector3 value, Vector3 sign) => new(MathF.CopySign(value.X, sign.X), MathF.CopySign(value.Y, sign.Y), MathF.CopySign(value.Z, sign.Z));

    public static Vector3 FusedMultiplyAdd(Vector3 left, Vector3 right, Vector3 addend) => new(
        MathF.FusedMultiplyAdd(left.X, right.X, addend.X),
        MathF.FusedMultiplyAdd(left.Y, right.Y, addend.Y),
        MathF.FusedMultiplyAdd(left.Z, right.Z, addend.Z));

    public static Vector3 MultiplyAddEstimate(Vector3 left, Vector3 right, Vector3 addend) => left * right + addend;

    public static Vector3 Lerp(Vector3 value1, Vector3 value2, Vector3 amount) => value1 * (One - amount) + value2 * amount;

    public static Vector3 MinNumber(Vector3 value1, Vector3 value2) => new(
        float.MinNumber(value1.X, value2.X),
        float.MinNumber(value1.Y, value2.Y),
        float.MinNumber(value1.Z, value2.Z));

    public static Vector3 MinMagnitude(Vector3 value1, Vector3 value2) => new(
        float.MinMagnitude(value1.X, value2.X),
        float.MinMagnitude(value1.Y, value2.Y),
        float.MinMagnitude(value1.Z, value2.Z));

    public static Vector3 MinMagnitudeNumber(Vector3 value1, Vector3 value2) => new(
        float.MinMagnitudeNumber(value1.X, value2.X),
        float.MinMagnitudeNumber(value1.Y, value2.Y),
        float.MinMagnitudeNumber(value1.Z, value2.Z));

    public static Vector3 MinNative(Vector3 left, Vector3 right) => new(
        left.X <= right.X ? left.X : right.X,
        left.Y <= right.Y ? left.Y : right.Y,
        left.Z <= right.Z ? left.Z : right.Z);

    public static Vector3 MaxNumber(Vector3 value1, Vector3 value2) => new(
        float.MaxNumber(value1.X, value2.X),
        float.MaxNumber(value1.Y, value2.Y),
        float.MaxNumber(value1.Z, value2.Z));

    public static Vector3 MaxMagnitude(Vector3 value1, Vector3 value2) => new(
        float.MaxMagnitude(value1.X, value2.X),
        float.MaxMagnitude(value1.Y, value2.Y),
        float.MaxMagnitude(value1.Z, value2.Z));

    public static Vector3 MaxMagnitudeNumber(Vector3 value1, Vector3 value2) => new(
        float.MaxMagnitudeNumber(value1.X, value2.X),
        float.MaxMagnitudeNumber(value1.Y, value2.Y),
        float.MaxMagnitudeNumber(value1.Z, value2.Z));

    public static Vector3 MaxNative(Vector3 left, Vector3 right) => new(
        left.X >= right.X ? left.X : right.X,
        left.Y >= right.Y ? left.Y : right.Y,
        left.Z >= right.Z ? left.Z : right.Z);

    public static Vector3 ClampNative(Vector3 value1, Vector3 min, Vector3 max) => MinNative(MaxNative(value1, min), max);
}
