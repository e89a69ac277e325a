// The members of System.Numerics.Quaternion as ordinary C#: what the generator differentiates in the place of their calls.
namespace System.Numerics;

public struct Quaternion
{
    public float X;
    public float Y;
    public float Z;
    public float W;

    public Quaternion(float x, float y, float z, float w)
    {
        X = x;
        Y = y;
        Z = z;
        W = w;
    }

    public Quaternion(Vector3 vectorPart, float scalarPart) => (X, Y, Z, W) = (vectorPart.X, vectorPart.Y, vectorPart.Z, scalarPart);

    public static Quaternion Zero => default;

    public static Quaternion Identity => new(0, 0, 0, 1);

    public readonly bool IsIdentity => this == Identity;

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

    public static Quaternion operator +(Quaternion value1, Quaternion value2) =>
        new(value1.X + value2.X, value1.Y + value2.Y, value1.Z + value2.Z, value1.W + value2.W);

    public static Quaternion operator -(Quaternion value1, Quaternion value2) =>
        new(value1.X - value2.X, value1.Y - value2.Y, value1.Z - value2.Z, value1.W - value2.W);

    public static Quaternion operator -(Quaternion value) => new(-value.X, -value.Y, -value.Z, -value.W);

    public static Quaternion operator *(Quaternion value1, Quaternion value2) => new(
        value1.W * value2.X + value1.X * value2.W + value1.Y * value2.Z - value1.Z * value2.Y,
        value1.W * value2.Y + value1.Y * value2.W + value1.Z * value2.X - value1.X * value2.Z,
        value1.W * value2.Z + value1.Z * value2.W + value1.X * value2.Y - value1.Y * value2.X,
        value1.W * value2.W - value1.X * value2.X - value1.Y * value2.Y - value1.Z * value2.Z);

    public static Quaternion operator *(Quaternion value1, float value2) =>
        new(value1.X * value2, value1.Y * value2, value1.Z * value2, value1.W * value2);

    public static Quaternion operator /(Quaternion value1, Quaternion value2) => value1 * Inverse(value2);

    public static bool operator ==(Quaternion value1, Quaternion value2) =>
        value1.X == value2.X && value1.Y == value2.Y && value1.Z == value2.Z && value1.W == value2.W;

    public static bool operator !=(Quaternion value1, Quaternion value2) => !(value1 == value2);

    public static Quaternion Add(Quaternion value1, Quaternion value2) => value1 + value2;

    public static Quaternion Subtract(Quaternion value1, Quaternion value2) => value1 - value2;

    public static Quaternion Multiply(Quaternion value1, Quaternion value2) => value1 * value2;

    public static Quaternion Multiply(Quaternion value1, float value2) => value1 * value2;

    public static Quaternion Divide(Quaternion value1, Quaternion value2) => value1 / value2;

    public static Quaternion Negate(Quaternion value) => -value;

    public static Quaternion Create(float x, float y, float z, float w) => new(x, y, z, w);

    public static Quaternion Create(Vector3 vectorPart, float scalarPart) => new(vectorPart, scalarPart);

    public static Quaternion Concatenate(Quaternion value1, Quaternion value2) => value2 * value1;

    public static Quaternion Conjugate(Quaternion value) => new(-value.X, -value.Y, -value.Z, value.W);

    public static Quaternion Inverse(Quaternion value)
    {
        float squared = value.LengthSquared();
        return new(-value.X / squared, -value.Y / squared, -value.Z / squared, value.W / squared);
    }

    public static Quaternion Normalize(Quaternion value)
    {
        float length = value.Length();
        return new(value.X / length, value.Y / length, value.Z / length, value.W / length);
    }

    public static float Dot(Quaternion quaternion1, Quaternion quaternion2) =>
        quaternion1.X * quaternion2.X + quaternion1.Y * quaternion2.Y + quaternion1.Z * quaternion2.Z + quaternion1.W * quaternion2.W;

    public static Quaternion Lerp(Quaternion quaternion1, Quaternion quaternion2, float amount) => Normalize(
        quaternion1 * (1 - amount) + quaternion2 * (Dot(quaternion1, quaternion2) >= 0 ? amount : -amount));

    public static Quaternion Slerp(Quaternion quaternion1, Quaternion quaternion2, float amount)
    {
        float cosine = Dot(quaternion1, quaternion2);
        float sign = 1;
        if (cosine < 0)
        {
            cosine = -cosine;
            sign = -1;
        }
        if (cosine > 1 - 1e-6f)
            return quaternion1 * (1 - amount) + quaternion2 * (sign * amount);
        float angle = MathF.Acos(cosine);
        float inverse = 1 / MathF.Sin(angle);
        return quaternion1 * (MathF.Sin((1 - amount) * angle) * inverse) + quaternion2 * (sign * MathF.Sin(amount * angle) * inverse);
    }

    public static Quaternion CreateFromAxisAngle(Vector3 axis, float angle)
    {
        (float s, float c) = MathF.SinCos(angle * 0.5f);
        return new(axis.X * s, axis.Y * s, axis.Z * s, c);
    }

    public static Quaternion CreateFromYawPitchRoll(float yaw, float pitch, float roll)
    {
        (float sr, float cr) = MathF.SinCos(roll * 0.5f);
        (float sp, float cp) = MathF.SinCos(pitch * 0.5f);
        (float sy, float cy) = MathF.SinCos(yaw * 0.5f);
        return new(
            cy * sp * cr + sy * cp * sr,
            sy * cp * cr - cy * sp * sr,
            cy * cp * sr - sy * sp * cr,
            cy * cp * cr + sy * sp * sr);
    }

    public static Quaternion CreateFromRotationMatrix(Matrix4x4 matrix)
    {
        float trace = matrix.M11 + matrix.M22 + matrix.M33;
        if (trace > 0)
        {
            float s = MathF.Sqrt(trace + 1);
            float t = 0.5f / s;
            return new((matrix.M23 - matrix.M32) * t, (matrix.M31 - matrix.M13) * t, (matrix.M12 - matrix.M21) * t, s * 0.5f);
        }
        if (matrix.M11 >= matrix.M22 && matrix.M11 >= matrix.M33)
        {
            float s = MathF.Sqrt(1 + matrix.M11 - matrix.M22 - matrix.M33);
            float t = 0.5f / s;
            return new(0.5f * s, (matrix.M12 + matrix.M21) * t, (matrix.M13 + matrix.M31) * t, (matrix.M23 - matrix.M32) * t);
        }
        if (matrix.M22 > matrix.M33)
        {
            float s = MathF.Sqrt(1 + matrix.M22 - matrix.M11 - matrix.M33);
            float t = 0.5f / s;
            return new((matrix.M21 + matrix.M12) * t, 0.5f * s, (matrix.M32 + matrix.M23) * t, (matrix.M31 - matrix.M13) * t);
        }
        else
        {
            float s = MathF.Sqrt(1 + matrix.M33 - matrix.M11 - matrix.M22);
            float t = 0.5f / s;
            return new((matrix.M31 + matrix.M13) * t, (matrix.M32 + matrix.M23) * t, 0.5f * s, (matrix.M12 - matrix.M21) * t);
        }
    }

    public readonly float Length() => MathF.Sqrt(LengthSquared());

    public readonly float LengthSquared() => X * X + Y * Y + Z * Z + W * W;
}
