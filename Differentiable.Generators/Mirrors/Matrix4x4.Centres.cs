// Rotations and scalings of System.Numerics.Matrix4x4 about a point, and matrices of rows.
namespace System.Numerics;

public partial struct Matrix4x4
{
    public Matrix4x4(Matrix3x2 value)
        : this(
            value.M11, value.M12, 0, 0,
            value.M21, value.M22, 0, 0,
            0, 0, 1, 0,
            value.M31, value.M32, 0, 1)
    {
    }

    public static Matrix4x4 Create(Matrix3x2 value) => new(value);

    public static Matrix4x4 Create(float value) => Create(new Vector4(value));

    public static Matrix4x4 Create(Vector4 value) => Create(value, value, value, value);

    public static Matrix4x4 Create(Vector4 x, Vector4 y, Vector4 z, Vector4 w) => new(
        x.X, x.Y, x.Z, x.W,
        y.X, y.Y, y.Z, y.W,
        z.X, z.Y, z.Z, z.W,
        w.X, w.Y, w.Z, w.W);

    public static Matrix4x4 Create(
        float m11, float m12, float m13, float m14,
        float m21, float m22, float m23, float m24,
        float m31, float m32, float m33, float m34,
        float m41, float m42, float m43, float m44) => new(m11, m12, m13, m14, m21, m22, m23, m24, m31, m32, m33, m34, m41, m42, m43, m44);

    public static Matrix4x4 CreateRotationX(float radians, Vector3 centerPoint) => About(CreateRotationX(radians), centerPoint);

    public static Matrix4x4 CreateRotationY(float radians, Vector3 centerPoint) => About(CreateRotationY(radians), centerPoint);

    public static Matrix4x4 CreateRotationZ(float radians, Vector3 centerPoint) => About(CreateRotationZ(radians), centerPoint);

    public static Matrix4x4 CreateScale(float xScale, float yScale, float zScale, Vector3 centerPoint) => About(CreateScale(xScale, yScale, zScale), centerPoint);

    public static Matrix4x4 CreateScale(Vector3 scales, Vector3 centerPoint) => About(CreateScale(scales), centerPoint);

    public static Matrix4x4 CreateScale(float scale, Vector3 centerPoint) => About(CreateScale(scale), centerPoint);

    /// <summary>The same about a point, which stays where it is.</summary>
    private static Matrix4x4 About(Matrix4x4 matrix, Vector3 center)
    {
        matrix.Translation = center - Vector3.TransformNormal(center, matrix);
        return matrix;
    }
}
