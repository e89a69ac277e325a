// The members of System.Numerics.Vector2 as ordinary C#: what the generator differentiates in the place of their calls.
namespace System.Numerics;

public partial struct Vector2
{
    public float X;
    public float Y;

    public Vector2(float x, float y)
    {
        X = x;
        Y = y;
    }

    public Vector2(float value) => (X, Y) = (value, value);

    public static Vector2 Zero => default;

    public static Vector2 One => new(1, 1);

    public static Vector2 UnitX => new(1, 0);

    public static Vector2 UnitY => new(0, 1);

    public float this[int index]
    {
        readonly get => index switch { 0 => X, 1 => Y, _ => throw new ArgumentOutOfRangeException(nameof(index)) };
        set
        {
            switch (index)
            {
                case 0: X = value; break;
                case 1: Y = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(index));
            }
        }
    }

    public static Vector2 operator +(Vector2 left, Vector2 right) => new(left.X + right.X, left.Y + right.Y);

    public static Vector2 operator -(Vector2 left, Vector2 right) => new(left.X - right.X, left.Y - right.Y);

    public static Vector2 operator -(Vector2 value) => new(-value.X, -value.Y);

    public static Vector2 operator *(Vector2 left, Vector2 right) => new(left.X * right.X, left.Y * right.Y);

    public static Vector2 operator *(Vector2 left, float right) => new(left.X * right, left.Y * right);

    public static Vector2 operator *(float left, Vector2 right) => new(left * right.X, left * right.Y);

    public static Vector2 operator /(Vector2 left, Vector2 right) => new(left.X / right.X, left.Y / right.Y);

    public static Vector2 operator /(Vector2 value1, float value2) => new(value1.X / value2, value1.Y / value2);

    public static bool operator ==(Vector2 left, Vector2 right) => left.X == right.X && left.Y == right.Y;

    public static bool operator !=(Vector2 left, Vector2 right) => left.X != right.X || left.Y != right.Y;

    public static Vector2 Add(Vector2 left, Vector2 right) => left + right;

    public static Vector2 Subtract(Vector2 left, Vector2 right) => left - right;

    public static Vector2 Multiply(Vector2 left, Vector2 right) => left * right;

    public static Vector2 Multiply(Vector2 left, float right) => left * right;

    public static Vector2 Multiply(float left, Vector2 right) => left * right;

    public static Vector2 Divide(Vector2 left, Vector2 right) => left / right;

    public static Vector2 Divide(Vector2 left, float divisor) => left / divisor;

    public static Vector2 Negate(Vector2 value) => -value;

    public static Vector2 Create(float value) => new(value, value);

    public static Vector2 Create(float x, float y) => new(x, y);

    public static float Dot(Vector2 value1, Vector2 value2) => value1.X * value2.X + value1.Y * value2.Y;

    public static float Cross(Vector2 value1, Vector2 value2) => value1.X * value2.Y - value1.Y * value2.X;

    public static float Distance(Vector2 value1, Vector2 value2) => (value1 - value2).Length();

    public static float DistanceSquared(Vector2 value1, Vector2 value2) => (value1 - value2).LengthSquared();

    public static Vector2 Normalize(Vector2 value) => value / value.Length();

    public static Vector2 Reflect(Vector2 vector, Vector2 normal) => vector - 2 * Dot(vector, normal) * normal;

    public static Vector2 Lerp(Vector2 value1, Vector2 value2, float amount) => value1 * (1 - amount) + value2 * amount;

    public static Vector2 Min(Vector2 value1, Vector2 value2) => new(MathF.Min(value1.X, value2.X), MathF.Min(value1.Y, value2.Y));

    public static Vector2 Max(Vector2 value1, Vector2 value2) => new(MathF.Max(value1.X, value2.X), MathF.Max(value1.Y, value2.Y));

    public static Vector2 Clamp(Vector2 value1, Vector2 min, Vector2 max) => Min(Max(value1, min), max);

    public static Vector2 Abs(Vector2 value) => new(MathF.Abs(value.X), MathF.Abs(value.Y));

    public static Vector2 SquareRoot(Vector2 value) => new(MathF.Sqrt(value.X), MathF.Sqrt(value.Y));

    public static Vector2 Transform(Vector2 position, Matrix4x4 matrix) => new(
        position.X * matrix.M11 + position.Y * matrix.M21 + matrix.M41,
        position.X * matrix.M12 + position.Y * matrix.M22 + matrix.M42);

    public static Vector2 TransformNormal(Vector2 normal, Matrix4x4 matrix) => new(
        normal.X * matrix.M11 + normal.Y * matrix.M21,
        normal.X * matrix.M12 + normal.Y * matrix.M22);

    public static Vector2 Transform(Vector2 position, Matrix3x2 matrix) => TransformNormal(position, matrix) + matrix.Translation;

    public static Vector2 TransformNormal(Vector2 normal, Matrix3x2 matrix) => new(
        normal.X * matrix.M11 + normal.Y * matrix.M21,
        normal.X * matrix.M12 + normal.Y * matrix.M22);

    public readonly float Length() => MathF.Sqrt(LengthSquared());

    public readonly float LengthSquared() => X * X + Y * Y;
}
