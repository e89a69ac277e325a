// The members of System.Numerics.Matrix3x2 as ordinary C#: what the generator differentiates in the place of their calls.
namespace System.Numerics;

public partial struct Matrix3x2
{
    public float M11;
    public float M12;
    public float M21;
    public float M22;
    public float M31;
    public float M32;

    public Matrix3x2(float m11, float m12, float m21, float m22, float m31, float m32)
    {
        M11 = m11;
        M12 = m12;
        M21 = m21;
        M22 = m22;
        M31 = m31;
        M32 = m32;
    }

    public static Matrix3x2 Identity => new(1, 0, 0, 1, 0, 0);

    public readonly bool IsIdentity => this == Identity;

    public Vector2 Translation
    {
        readonly get => new(M31, M32);
        set => (M31, M32) = (value.X, value.Y);
    }

    public static Matrix3x2 operator +(Matrix3x2 value1, Matrix3x2 value2) => new(
        value1.M11 + value2.M11, value1.M12 + value2.M12,
        value1.M21 + value2.M21, value1.M22 + value2.M22,
        value1.M31 + value2.M31, value1.M32 + value2.M32);

    public static Matrix3x2 operator -(Matrix3x2 value1, Matrix3x2 value2) => value1 + -value2;

    public static Matrix3x2 operator -(Matrix3x2 value) => new(-value.M11, -value.M12, -value.M21, -value.M22, -value.M31, -value.M32);

    public static Matrix3x2 operator *(Matrix3x2 value1, float value2) => new(
        value1.M11 * value2, value1.M12 * value2,
        value1.M21 * value2, value1.M22 * value2,
        value1.M31 * value2, value1.M32 * value2);

    public static Matrix3x2 operator *(Matrix3x2 value1, Matrix3x2 value2) => new(
        value1.M11 * value2.M11 + value1.M12 * value2.M21, value1.M11 * value2.M12 + value1.M12 * value2.M22,
        value1.M21 * value2.M11 + value1.M22 * value2.M21, value1.M21 * value2.M12 + value1.M22 * value2.M22,
        value1.M31 * value2.M11 + value1.M32 * value2.M21 + value2.M31, value1.M31 * value2.M12 + value1.M32 * value2.M22 + value2.M32);

    public static bool operator ==(Matrix3x2 value1, Matrix3x2 value2) =>
        value1.M11 == value2.M11 && value1.M12 == value2.M12
        && value1.M21 == value2.M21 && value1.M22 == value2.M22
        && value1.M31 == value2.M31 && value1.M32 == value2.M32;

    public static bool operator !=(Matrix3x2 value1, Matrix3x2 value2) => !(value1 == value2);

    public static Matrix3x2 Add(Matrix3x2 value1, Matrix3x2 value2) => value1 + value2;

    public static Matrix3x2 Subtract(Matrix3x2 value1, Matrix3x2 value2) => value1 - value2;

    public static Matrix3x2 Multiply(Matrix3x2 value1, Matrix3x2 value2) => value1 * value2;

    public static Matrix3x2 Multiply(Matrix3x2 value1, float value2) => value1 * value2;

    public static Matrix3x2 Negate(Matrix3x2 value) => -value;

    public static Matrix3x2 Lerp(Matrix3x2 matrix1, Matrix3x2 matrix2, float amount) => matrix1 * (1 - amount) + matrix2 * amount;

    public static Matrix3x2 CreateTranslation(Vector2 position) => new(1, 0, 0, 1, position.X, position.Y);

    public static Matrix3x2 CreateTranslation(float xPosition, float yPosition) => new(1, 0, 0, 1, xPosition, yPosition);

    public static Matrix3x2 CreateScale(float xScale, float yScale) => new(xScale, 0, 0, yScale, 0, 0);

    public static Matrix3x2 CreateScale(Vector2 scales) => CreateScale(scales.X, scales.Y);

    public static Matrix3x2 CreateScale(float scale) => CreateScale(scale, scale);

    public static Matrix3x2 CreateScale(float xScale, float yScale, Vector2 centerPoint) => About(CreateScale(xScale, yScale), centerPoint);

    public static Matrix3x2 CreateScale(Vector2 scales, Vector2 centerPoint) => About(CreateScale(scales), centerPoint);

    public static Matrix3x2 CreateScale(float scale, Vector2 centerPoint) => About(CreateScale(scale), centerPoint);

    public static Matrix3x2 CreateSkew(float radiansX, float radiansY) => new(1, MathF.Tan(radiansY), MathF.Tan(radiansX), 1, 0, 0);

    public static Matrix3x2 CreateSkew(float radiansX, float radiansY, Vector2 centerPoint) => About(CreateSkew(radiansX, radiansY), centerPoint);

    public static Matrix3x2 CreateRotation(float radians)
    {
        (float s, float c) = MathF.SinCos(radians);
        return new(c, s, -s, c, 0, 0);
    }

    public static Matrix3x2 CreateRotation(float radians, Vector2 centerPoint) => About(CreateRotation(radians), centerPoint);

    public static bool Invert(Matrix3x2 matrix, out Matrix3x2 result)
    {
        float determinant = matrix.GetDeterminant();
        if (MathF.Abs(determinant) < float.Epsilon)
        {
            result = new(float.NaN, float.NaN, float.NaN, float.NaN, float.NaN, float.NaN);
            return false;
        }
        float inverse = 1 / determinant;
        result = new(
            matrix.M22 * inverse, -matrix.M12 * inverse,
            -matrix.M21 * inverse, matrix.M11 * inverse,
            (matrix.M21 * matrix.M32 - matrix.M31 * matrix.M22) * inverse, (matrix.M31 * matrix.M12 - matrix.M11 * matrix.M32) * inverse);
        return true;
    }

    public readonly float GetDeterminant() => M11 * M22 - M21 * M12;

    /// <summary>The same about a point, which stays where it is.</summary>
    private static Matrix3x2 About(Matrix3x2 matrix, Vector2 center)
    {
        matrix.Translation = center - Vector2.TransformNormal(center, matrix);
        return matrix;
    }
}
