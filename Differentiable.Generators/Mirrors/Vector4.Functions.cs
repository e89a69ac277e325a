// The functions of System.Numerics.Vector4 that act on each element by itself, and other ways to make a vector.
namespace System.Numerics;

public partial struct Vector4
{
    public static Vector4 E => new(MathF.E);

    public static Vector4 Pi => new(MathF.PI);

    public static Vector4 Tau => new(2 * MathF.PI);

    public static Vector4 operator +(Vector4 value) => value;

    public static Vector4 CreateScalar(float x) => new(x, 0, 0, 0);

    public static Vector4 Create(Vector2 vector, float z, float w) => new(vector, z, w);

    public static Vector4 Create(Vector3 vector, float w) => new(vector, w);

    /// <summary>The cross product of the first three elements; the fourth of the result is the product of the fourth ones.</summary>
    public static Vector4 Cross(Vector4 vector1, Vector4 vector2) => new(
        vector1.Y * vector2.Z - vector1.Z * vector2.Y,
        vector1.Z * vector2.X - vector1.X * vector2.Z,
        vector1.X * vector2.Y - vector1.Y * vector2.X,
        vector1.W * vector2.W);

    public static float Sum(Vector4 value) => value.X + value.Y + value.Z + value.W;

    public static Vector4 Sin(Vector4 vector) => new(MathF.Sin(vector.X), MathF.Sin(vector.Y), MathF.Sin(vector.Z), MathF.Sin(vector.W));

    public static Vector4 Cos(Vector4 vector) => new(MathF.Cos(vector.X), MathF.Cos(vector.Y), MathF.Cos(vector.Z), MathF.Cos(vector.W));

    public static Vector4 Exp(Vector4 vector) => new(MathF.Exp(vector.X), MathF.Exp(vector.Y), MathF.Exp(vector.Z), MathF.Exp(vector.W));

    public static Vector4 Log(Vector4 vector) => new(MathF.Log(vector.X), MathF.Log(vector.Y), MathF.Log(vector.Z), MathF.Log(vector.W));

    public static Vector4 Log2(Vector4 vector) => new(MathF.Log2(vector.X), MathF.Log2(vector.Y), MathF.Log2(vector.Z), MathF.Log2(vector.W));

    public static (Vector4 Sin, Vector4 Cos) SinCos(Vector4 vector) => (Sin(vector), Cos(vector));

    public static Vector4 Round(Vector4 vector) => new(MathF.Round(vector.X), MathF.Round(vector.Y), MathF.Round(vector.Z), MathF.Round(vector.W));

    public static Vector4 Round(Vector4 vector, MidpointRounding mode) => new(
        MathF.Round(vector.X, mode),
        MathF.Round(vector.Y, mode),
        MathF.Round(vector.Z, mode),
        MathF.Round(vector.W, mode));

    public static Vector4 Truncate(Vector4 vector) => new(MathF.Truncate(vector.X), MathF.Truncate(vector.Y), MathF.Truncate(vector.Z), MathF.Truncate(vector.W));

    public static Vector4 DegreesToRadians(Vector4 degrees) => new(
        float.DegreesToRadians(degrees.X),
        float.DegreesToRadians(degrees.Y),
        float.DegreesToRadians(degrees.Z),
        float.DegreesToRadians(degrees.W));

    public static Vector4 RadiansToDegrees(Vector4 radians) => new(
        float.RadiansToDegrees(radians.X),
        float.RadiansToDegrees(radians.Y),
        float.RadiansToDegrees(radians.Z),
        float.RadiansToDegrees(radians.W));

    public static Vector4 Hypot(Vector4 x, Vector4 y) => new(float.Hypot(x.X, y.X), float.Hypot(x.Y, y.Y), float.Hypot(x.Z, y.Z), float.Hypot(x.W, y.W));

    public static Vector4 CopySign(Vector4 value, Vector4 sign) => new(
        MathF.CopySign(value.X, sign.X),
        MathF.CopySign(value.Y, sign.Y),
        MathF.CopySign(value.Z, sign.Z),
        MathF.CopySign(value.W, sign.W));

    public static Vector4 FusedMultiplyAdd(Vector4 left, Vector4 right, Vector4 addend) => new(
        MathF.FusedMultiplyAdd(left.X, right.X, addend.X),
        MathF.FusedMultiplyAdd(left.Y, right.Y, addend.Y),
        MathF.FusedMultiplyAdd(left.Z, right.Z, addend.Z),
        MathF.FusedMultiplyAdd(left.W, right.W, addend.W));

    public static Vector4 MultiplyAddEstimate(Vector4 left, Vector4 right, Vector4 addend) => left * right + addend;

    public static Vector4 Lerp(Vector4 value1, Vector4 value2, Vector4 amount) => value1 * (One - amount) + value2 * amount;

    public static Vector4 MinNumber(Vector4 value1, Vector4 value2) => new(
        float.MinNumber(value1.X, value2.X),
        float.MinNumber(value1.Y, value2.Y),
        float.MinNumber(value1.Z, value2.Z),
        float.MinNumber(value1.W, value2.W));

    public static Vector4 MinMagnitude(Vector4 value1, Vector4 value2) => new(
        float.MinMagnitude(value1.X, value2.X),
        float.MinMagnitude(value1.Y, value2.Y),
        float.MinMagnitude(value1.Z, value2.Z),
        float.MinMagnitude(value1.W, value2.W));

    public static Vector4 MinMagnitudeNumber(Vector4 value1, Vector4 value2) => new(
        float.MinMagnitudeNumber(value1.X, value2.X),
        float.MinMagnitudeNumber(value1.Y, value2.Y),
        float.MinMagnitudeNumber(value1.Z, value2.Z),
        float.MinMagnitudeNumber(value1.W, value2.W));

    public static Vector4 MinNative(Vector4 left, Vector4 right) => new(
        left.X <= right.X ? left.X : right.X,
        left.Y <= right.Y ? left.Y : right.Y,
        left.Z <= right.Z ? left.Z : right.Z,
        left.W <= right.W ? left.W : right.W);

    public static Vector4 MaxNumber(Vector4 value1, Vector4 value2) => new(
        float.MaxNumber(value1.X, value2.X),
        float.MaxNumber(value1.Y, value2.Y),
        float.MaxNumber(value1.Z, value2.Z),
        float.MaxNumber(value1.W, value2.W));

    public static Vector4 MaxMagnitude(Vector4 value1, Vector4 value2) => new(
        float.MaxMagnitude(value1.X, value2.X),
        float.MaxMagnitude(value1.Y, value2.Y),
        float.MaxMagnitude(value1.Z, value2.Z),
        float.MaxMagnitude(value1.W, value2.W));

    public static Vector4 MaxMagnitudeNumber(Vector4 value1, Vector4 value2) => new(
        float.MaxMagnitudeNumber(value1.X, value2.X),
        float.MaxMagnitudeNumber(value1.Y, value2.Y),
        float.MaxMagnitudeNumber(value1.Z, value2.Z),
        float.MaxMagnitudeNumber(value1.W, value2.W));

    public static Vector4 MaxNative(Vector4 left, Vector4 right) => new(
        left.X >= right.X ? left.X : right.X,
        left.Y >= right.Y ? left.Y : right.Y,
        left.Z >= right.Z ? left.Z : right.Z,
        left.W >= right.W ? left.W : right.W);

    public static Vector4 ClampNative(Vector4 value1, Vector4 min, Vector4 max) => MinNative(MaxNative(value1, min), max);
}
