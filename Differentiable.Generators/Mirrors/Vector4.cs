// The members of System.Numerics.Vector4 as ordinary C#: what the generator differentiates in the place of their calls.
namespace System.Numerics;

public partial struct Vector4
{
    public float X;
    public float Y;
    public float Z;
    public float W;

    public Vector4(float x, float y, float z, float w)
    {
        X = x;
        Y = y;
        Z = z;
        W = w;
    }

    public Vector4(float value) => (X, Y, Z, W) = (value, value, value, value);

    public Vector4(Vector2 value, float z, float w) => (X, Y, Z, W) = (value.X, value.Y, z, w);

    public Vector4(Vector3 value, float w) => (X, Y, Z, W) = (value.X, value.Y, value.Z, w);

    public static Vector4 Zero => default;

    public static Vector4 One => new(1, 1, 1, 1);

    public static Vector4 UnitX => new(1, 0, 0, 0);

    public static Vector4 UnitY => new(0, 1, 0, 0);

    public static Vector4 UnitZ => new(0, 0, 1, 0);

    public static Vector4 UnitW => new(0, 0, 0, 1);

    public float this[int index]
    {
        readonly get => index switch { 0 => X, 1 => Y, 2 => Z, 3 => W, _ => throw new ArgumentOutOfRangeException(nameof(index)) };
        set
        {
            switch (index)
            {
                case 0: X = value; break;
                case 1: Y = value; break;
                case 2: Z = value; break;
                case 3: W = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(index));
            }
        }
    }

    public static Vector4 operator +(Vector4 left, Vector4 right) => new(left.X + right.X, left.Y + right.Y, left.Z + right.Z, left.W + right.W);

    public static Vector4 operator -(Vector4 left, Vector4 right) => new(left.X - right.X, left.Y - right.Y, left.Z - right.Z, left.W - right.W);

    public static Vector4 operator *(Vector4 left, Vector4 right) => new(left.X * right.X, left.Y * right.Y, left.Z * right.Z, left.W * right.W);

    public static Vector4 operator /(Vector4 left, Vector4 right) => new(left.X / right.X, left.Y / right.Y, left.Z / right.Z, left.W / right.W);

    public static Vector4 operator -(Vector4 value) => new(-value.X, -value.Y, -value.Z, -value.W);

    public static Vector4 operator *(Vector4 left, float right) => new(left.X * right, left.Y * right, left.Z * right, left.W * right);

    public static Vector4 operator *(float left, Vector4 right) => new(left * right.X, left * right.Y, left * right.Z, left * right.W);

    public static Vector4 operator /(Vector4 value1, float value2) => new(value1.X / value2, value1.Y / value2, value1.Z / value2, value1.W / value2);

    public static bool operator ==(Vector4 left, Vector4 right) => left.X == right.X && left.Y == right.Y && left.Z == right.Z && left.W == right.W;

    public static bool operator !=(Vector4 left, Vector4 right) => left.X != right.X || left.Y != right.Y || left.Z != right.Z || left.W != right.W;

    public static Vector4 Add(Vector4 left, Vector4 right) => left + right;

    public static Vector4 Subtract(Vector4 left, Vector4 right) => left - right;

    public static Vector4 Multiply(Vector4 left, Vector4 right) => left * right;

    public static Vector4 Multiply(Vector4 left, float right) => left * right;

    public static Vector4 Multiply(float left, Vector4 right) => left * right;

    public static Vector4 Divide(Vector4 left, Vector4 right) => left / right;

    public static Vector4 Divide(Vector4 left, float divisor) => left / divisor;

    public static Vector4 Negate(Vector4 value) => -value;

    public static Vector4 Create(float value) => new(value, value, value, value);

    public static Vector4 Create(float x, float y, float z, float w) => new(x, y, z, w);

    public static float Dot(Vector4 vector1, Vector4 vector2) => vector1.X * vector2.X + vector1.Y * vector2.Y + vector1.Z * vector2.Z + vector1.W * vector2.W;

    public static float Distance(Vector4 value1, Vector4 value2) => (value1 - value2).Length();

    public static float DistanceSquared(Vector4 value1, Vector4 value2) => (value1 - value2).LengthSquared();

    public static Vector4 Normalize(Vector4 value) => value / value.Length();

    public static Vector4 Lerp(Vector4 value1, Vector4 value2, float amount) => value1 * (1 - amount) + value2 * amount;

    public static Vector4 Min(Vector4 value1, Vector4 value2) => new(MathF.Min(value1.X, value2.X), MathF.Min(value1.Y, value2.Y), MathF.Min(value1.Z, value2.Z), MathF.Min(value1.W, value2.W));

    public static Vector4 Max(Vector4 value1, Vector4 value2) => new(MathF.Max(value1.X, value2.X), MathF.Max(value1.Y, value2.Y), MathF.Max(value1.Z, value2.Z), MathF.Max(value1.W, value2.W));

    public static Vector4 Clamp(Vector4 value1, Vector4 min, Vector4 max) => Min(Max(value1, min), max);

    public static Vector4 Abs(Vector4 value) => new(MathF.Abs(value.X), MathF.Abs(value.Y), MathF.Abs(value.Z), MathF.Abs(value.W));

    public static Vector4 SquareRoot(Vector4 value) => new(MathF.Sqrt(value.X), MathF.Sqrt(value.Y), MathF.Sqrt(value.Z), MathF.Sqrt(value.W));

    public static Vector4 Transform(Vector4 vector, Matrix4x4 matrix) => new(
        vector.X * matrix.M11 + vector.Y * matrix.M21 + vector.Z * matrix.M31 + vector.W * matrix.M41,
        vector.X * matrix.M12 + vector.Y * matrix.M22 + vector.Z * matrix.M32 + vector.W * matrix.M42,
        vector.X * matrix.M13 + vector.Y * matrix.M23 + vector.Z * matrix.M33 + vector.W * matrix.M43,
        vector.X * matrix.M14 + vector.Y * matrix.M24 + vector.Z * matrix.M34 + vector.W * matrix.M44);

    public static Vector4 Transform(Vector3 position, Matrix4x4 matrix) => Transform(new Vector4(position, 1), matrix);

    public static Vector4 Transform(Vector2 position, Matrix4x4 matrix) => Transform(new Vector4(position, 0, 1), matrix);

    /// <summary>The product q v q*, which also scales where q is no unit quaternion.</summary>
    public static Vector4 Transform(Vector4 value, Quaternion rotation) =>
        new(Vector3.Transform(new Vector3(value.X, value.Y, value.Z), rotation), value.W * rotation.LengthSquared());

    public static Vector4 Transform(Vector3 value, Quaternion rotation) => Transform(new Vector4(value, 1), rotation);

    public static Vector4 Transform(Vector2 value, Quaternion rotation) => Transform(new Vector4(value, 0, 1), rotation);

    public readonly float Length() => MathF.Sqrt(LengthSquared());

    public readonly float LengthSquared() => X * X + Y * Y + Z * Z + W * W;
}
