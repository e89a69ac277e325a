// The members of System.Numerics.Vector3 as ordinary C#: what the generator differentiates in the place of their calls.
namespace System.Numerics;

public partial struct Vector3
{
    public float X;
    public float Y;
    public float Z;

    public Vector3(float x, float y, float z)
    {
        X = x;
        Y = y;
        Z = z;
    }

    public Vector3(float value) => (X, Y, Z) = (value, value, value);

    public Vector3(Vector2 value, float z) => (X, Y, Z) = (value.X, value.Y, z);

    public static Vector3 Zero => default;

    public static Vector3 One => new(1, 1, 1);

    public static Vector3 UnitX => new(1, 0, 0);

    public static Vector3 UnitY => new(0, 1, 0);

    public static Vector3 UnitZ => new(0, 0, 1);

    public float this[int index]
    {
        readonly get => index switch { 0 => X, 1 => Y, 2 => Z, _ => throw new ArgumentOutOfRangeException(nameof(index)) };
        set
        {
            switch (index)
            {
                case 0: X = value; break;
                case 1: Y = value; break;
                case 2: Z = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(index));
            }
        }
    }

    public static Vector3 operator +(Vector3 left, Vector3 right) => new(left.X + right.X, left.Y + right.Y, left.Z + right.Z);

    public static Vector3 operator -(Vector3 left, Vector3 right) => new(left.X - right.X, left.Y - right.Y, left.Z - right.Z);

    public static Vector3 operator *(Vector3 left, Vector3 right) => new(left.X * right.X, left.Y * right.Y, left.Z * right.Z);

    public static Vector3 operator /(Vector3 left, Vector3 right) => new(left.X / right.X, left.Y / right.Y, left.Z / right.Z);

    public static Vector3 operator -(Vector3 value) => new(-value.X, -value.Y, -value.Z);

    public static Vector3 operator *(Vector3 left, float right) => new(left.X * right, left.Y * right, left.Z * right);

    public static Vector3 operator *(float left, Vector3 right) => new(left * right.X, left * right.Y, left * right.Z);

    public static Vector3 operator /(Vector3 value1, float value2) => new(value1.X / value2, value1.Y / value2, value1.Z / value2);

    public static bool operator ==(Vector3 left, Vector3 right) => left.X == right.X && left.Y == right.Y && left.Z == right.Z;

    public static bool operator !=(Vector3 left, Vector3 right) => left.X != right.X || left.Y != right.Y || left.Z != right.Z;

    public static Vector3 Add(Vector3 left, Vector3 right) => left + right;

    public static Vector3 Subtract(Vector3 left, Vector3 right) => left - right;

    public static Vector3 Multiply(Vector3 left, Vector3 right) => left * right;

    public static Vector3 Multiply(Vector3 left, float right) => left * right;

    public static Vector3 Multiply(float left, Vector3 right) => left * right;

    public static Vector3 Divide(Vector3 left, Vector3 right) => left / right;

    public static Vector3 Divide(Vector3 left, float divisor) => left / divisor;

    public static Vector3 Negate(Vector3 value) => -value;

    public static Vector3 Create(float value) => new(value, value, value);

    public static Vector3 Create(float x, float y, float z) => new(x, y, z);

    public static float Dot(Vector3 vector1, Vector3 vector2) => vector1.X * vector2.X + vector1.Y * vector2.Y + vector1.Z * vector2.Z;

    public static float Distance(Vector3 value1, Vector3 value2) => (value1 - value2).Length();

    public static float DistanceSquared(Vector3 value1, Vector3 value2) => (value1 - value2).LengthSquared();

    public static Vector3 Normalize(Vector3 value) => value / value.Length();

    public static Vector3 Lerp(Vector3 value1, Vector3 value2, float amount) => value1 * (1 - amount) + value2 * amount;

    public static Vector3 Min(Vector3 value1, Vector3 value2) => new(MathF.Min(value1.X, value2.X), MathF.Min(value1.Y, value2.Y), MathF.Min(value1.Z, value2.Z));

    public static Vector3 Max(Vector3 value1, Vector3 value2) => new(MathF.Max(value1.X, value2.X), MathF.Max(value1.Y, value2.Y), MathF.Max(value1.Z, value2.Z));

    public static Vector3 Clamp(Vector3 value1, Vector3 min, Vector3 max) => Min(Max(value1, min), max);

    public static Vector3 Abs(Vector3 value) => new(MathF.Abs(value.X), MathF.Abs(value.Y), MathF.Abs(value.Z));

    public static Vector3 SquareRoot(Vector3 value) => new(MathF.Sqrt(value.X), MathF.Sqrt(value.Y), MathF.Sqrt(value.Z));

    public static Vector3 Reflect(Vector3 vector, Vector3 normal) => vector - 2 * Dot(vector, normal) * normal;

    public static Vector3 Cross(Vector3 vector1, Vector3 vector2) => new(
        vector1.Y * vector2.Z - vector1.Z * vector2.Y,
        vector1.Z * vector2.X - vector1.X * vector2.Z,
        vector1.X * vector2.Y - vector1.Y * vector2.X);

    public static Vector3 Transform(Vector3 position, Matrix4x4 matrix) => new(
        position.X * matrix.M11 + position.Y * matrix.M21 + position.Z * matrix.M31 + matrix.M41,
        position.X * matrix.M12 + position.Y * matrix.M22 + position.Z * matrix.M32 + matrix.M42,
        position.X * matrix.M13 + position.Y * matrix.M23 + position.Z * matrix.M33 + matrix.M43);

    public static Vector3 TransformNormal(Vector3 normal, Matrix4x4 matrix) => new(
        normal.X * matrix.M11 + normal.Y * matrix.M21 + normal.Z * matrix.M31,
        normal.X * matrix.M12 + normal.Y * matrix.M22 + normal.Z * matrix.M32,
        normal.X * matrix.M13 + normal.Y * matrix.M23 + normal.Z * matrix.M33);

    /// <summary>The product q v q*, which also scales where q is no unit quaternion: (w² - u·u) v + 2 (u·v) u + 2 w (u × v) for q = u + w.</summary>
    public static Vector3 Transform(Vector3 value, Quaternion rotation)
    {
        Vector3 u = new(rotation.X, rotation.Y, rotation.Z);
        float w = rotation.W;
        return (w * w - Dot(u, u)) * value + 2 * Dot(u, value) * u + 2 * w * Cross(u, value);
    }

    public readonly float Length() => MathF.Sqrt(LengthSquared());

    public readonly float LengthSquared() => X * X + Y * Y + Z * Z;
}
