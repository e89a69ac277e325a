// The members of System.Numerics.Matrix4x4 as ordinary C#: what the generator differentiates in the place of their calls.
namespace System.Numerics;

public partial struct Matrix4x4
{
    public float M11;
    public float M12;
    public float M13;
    public float M14;
    public float M21;
    public float M22;
    public float M23;
    public float M24;
    public float M31;
    public float M32;
    public float M33;
    public float M34;
    public float M41;
    public float M42;
    public float M43;
    public float M44;

    public Matrix4x4(
        float m11, float m12, float m13, float m14,
        float m21, float m22, float m23, float m24,
        float m31, float m32, float m33, float m34,
        float m41, float m42, float m43, float m44)
    {
        M11 = m11;
        M12 = m12;
        M13 = m13;
        M14 = m14;
        M21 = m21;
        M22 = m22;
        M23 = m23;
        M24 = m24;
        M31 = m31;
        M32 = m32;
        M33 = m33;
        M34 = m34;
        M41 = m41;
        M42 = m42;
        M43 = m43;
        M44 = m44;
    }

    public static Matrix4x4 Identity => new(
        1, 0, 0, 0,
        0, 1, 0, 0,
        0, 0, 1, 0,
        0, 0, 0, 1);

    public readonly bool IsIdentity => this == Identity;

    public Vector3 Translation
    {
        readonly get => new(M41, M42, M43);
        set => (M41, M42, M43) = (value.X, value.Y, value.Z);
    }

    public static Matrix4x4 operator +(Matrix4x4 value1, Matrix4x4 value2) => new(
        value1.M11 + value2.M11, value1.M12 + value2.M12, value1.M13 + value2.M13, value1.M14 + value2.M14,
        value1.M21 + value2.M21, value1.M22 + value2.M22, value1.M23 + value2.M23, value1.M24 + value2.M24,
        value1.M31 + value2.M31, value1.M32 + value2.M32, value1.M33 + value2.M33, value1.M34 + value2.M34,
        value1.M41 + value2.M41, value1.M42 + value2.M42, value1.M43 + value2.M43, value1.M44 + value2.M44);

    public static Matrix4x4 operator -(Matrix4x4 value1, Matrix4x4 value2) => new(
        value1.M11 - value2.M11, value1.M12 - value2.M12, value1.M13 - value2.M13, value1.M14 - value2.M14,
        value1.M21 - value2.M21, value1.M22 - value2.M22, value1.M23 - value2.M23, value1.M24 - value2.M24,
        value1.M31 - value2.M31, value1.M32 - value2.M32, value1.M33 - value2.M33, value1.M34 - value2.M34,
        value1.M41 - value2.M41, value1.M42 - value2.M42, value1.M43 - value2.M43, value1.M44 - value2.M44);

    public static Matrix4x4 operator -(Matrix4x4 value) => new(
        -value.M11, -value.M12, -value.M13, -value.M14,
        -value.M21, -value.M22, -value.M23, -value.M24,
        -value.M31, -value.M32, -value.M33, -value.M34,
        -value.M41, -value.M42, -value.M43, -value.M44);

    public static Matrix4x4 operator *(Matrix4x4 value1, float value2) => new(
        value1.M11 * value2, value1.M12 * value2, value1.M13 * value2, value1.M14 * value2,
        value1.M21 * value2, value1.M22 * value2, value1.M23 * value2, value1.M24 * value2,
        value1.M31 * value2, value1.M32 * value2, value1.M33 * value2, value1.M34 * value2,
        value1.M41 * value2, value1.M42 * value2, value1.M43 * value2, value1.M44 * value2);

    public static Matrix4x4 operator *(Matrix4x4 value1, Matrix4x4 value2) => new(
        value1.M11 * value2.M11 + value1.M12 * value2.M21 + value1.M13 * value2.M31 + value1.M14 * value2.M41,
        value1.M11 * value2.M12 + value1.M12 * value2.M22 + value1.M13 * value2.M32 + value1.M14 * value2.M42,
        value1.M11 * value2.M13 + value1.M12 * value2.M23 + value1.M13 * value2.M33 + value1.M14 * value2.M43,
        value1.M11 * value2.M14 + value1.M12 * value2.M24 + value1.M13 * value2.M34 + value1.M14 * value2.M44,
        value1.M21 * value2.M11 + value1.M22 * value2.M21 + value1.M23 * value2.M31 + value1.M24 * value2.M41,
        value1.M21 * value2.M12 + value1.M22 * value2.M22 + value1.M23 * value2.M32 + value1.M24 * value2.M42,
        value1.M21 * value2.M13 + value1.M22 * value2.M23 + value1.M23 * value2.M33 + value1.M24 * value2.M43,
        value1.M21 * value2.M14 + value1.M22 * value2.M24 + value1.M23 * value2.M34 + value1.M24 * value2.M44,
        value1.M31 * value2.M11 + value1.M32 * value2.M21 + value1.M33 * value2.M31 + value1.M34 * value2.M41,
        value1.M31 * value2.M12 + value1.M32 * value2.M22 + value1.M33 * value2.M32 + value1.M34 * value2.M42,
        value1.M31 * value2.M13 + value1.M32 * value2.M23 + value1.M33 * value2.M33 + value1.M34 * value2.M43,
        value1.M31 * value2.M14 + value1.M32 * value2.M24 + value1.M33 * value2.M34 + value1.M34 * value2.M44,
        value1.M41 * value2.M11 + value1.M42 * value2.M21 + value1.M43 * value2.M31 + value1.M44 * value2.M41,
        value1.M41 * value2.M12 + value1.M42 * value2.M22 + value1.M43 * value2.M32 + value1.M44 * value2.M42,
        value1.M41 * value2.M13 + value1.M42 * value2.M23 + value1.M43 * value2.M33 + value1.M44 * value2.M43,
        value1.M41 * value2.M14 + value1.M42 * value2.M24 + value1.M43 * value2.M34 + value1.M44 * value2.M44);

    public static bool operator ==(Matrix4x4 value1, Matrix4x4 value2) =>
        value1.M11 == value2.M11 && value1.M12 == value2.M12 && value1.M13 == value2.M13 && value1.M14 == value2.M14
        && value1.M21 == value2.M21 && value1.M22 == value2.M22 && value1.M23 == value2.M23 && value1.M24 == value2.M24
        && value1.M31 == value2.M31 && value1.M32 == value2.M32 && value1.M33 == value2.M33 && value1.M34 == value2.M34
        && value1.M41 == value2.M41 && value1.M42 == value2.M42 && value1.M43 == value2.M43 && value1.M44 == value2.M44;

    public static bool operator !=(Matrix4x4 value1, Matrix4x4 value2) => !(value1 == value2);

    public static Matrix4x4 Add(Matrix4x4 value1, Matrix4x4 value2) => value1 + value2;

    public static Matrix4x4 Subtract(Matrix4x4 value1, Matrix4x4 value2) => value1 - value2;

    public static Matrix4x4 Multiply(Matrix4x4 value1, Matrix4x4 value2) => value1 * value2;

    public static Matrix4x4 Multiply(Matrix4x4 value1, float value2) => value1 * value2;

    public static Matrix4x4 Negate(Matrix4x4 value) => -value;

    public static Matrix4x4 Lerp(Matrix4x4 matrix1, Matrix4x4 matrix2, float amount) => matrix1 * (1 - amount) + matrix2 * amount;

    public static Matrix4x4 Transpose(Matrix4x4 matrix) => new(
        matrix.M11, matrix.M21, matrix.M31, matrix.M41,
        matrix.M12, matrix.M22, matrix.M32, matrix.M42,
        matrix.M13, matrix.M23, matrix.M33, matrix.M43,
        matrix.M14, matrix.M24, matrix.M34, matrix.M44);

    public static Matrix4x4 CreateTranslation(float xPosition, float yPosition, float zPosition) => new(
        1, 0, 0, 0,
        0, 1, 0, 0,
        0, 0, 1, 0,
        xPosition, yPosition, zPosition, 1);

    public static Matrix4x4 CreateTranslation(Vector3 position) => CreateTranslation(position.X, position.Y, position.Z);

    public static Matrix4x4 CreateScale(float xScale, float yScale, float zScale) => new(
        xScale, 0, 0, 0,
        0, yScale, 0, 0,
        0, 0, zScale, 0,
        0, 0, 0, 1);

    public static Matrix4x4 CreateScale(Vector3 scales) => CreateScale(scales.X, scales.Y, scales.Z);

    public static Matrix4x4 CreateScale(float scale) => CreateScale(scale, scale, scale);

    public static Matrix4x4 CreateRotationX(float radians)
    {
        (float s, float c) = MathF.SinCos(radians);
        return new(
            1, 0, 0, 0,
            0, c, s, 0,
            0, -s, c, 0,
            0, 0, 0, 1);
    }

    public static Matrix4x4 CreateRotationY(float radians)
    {
        (float s, float c) = MathF.SinCos(radians);
        return new(
            c, 0, -s, 0,
            0, 1, 0, 0,
            s, 0, c, 0,
            0, 0, 0, 1);
    }

    public static Matrix4x4 CreateRotationZ(float radians)
    {
        (float s, float c) = MathF.SinCos(radians);
        return new(
            c, s, 0, 0,
            -s, c, 0, 0,
            0, 0, 1, 0,
            0, 0, 0, 1);
    }

    public static Matrix4x4 CreateFromAxisAngle(Vector3 axis, float angle) => CreateFromQuaternion(Quaternion.CreateFromAxisAngle(axis, angle));

    public static Matrix4x4 CreateFromQuaternion(Quaternion quaternion)
    {
        float xx = quaternion.X * quaternion.X, yy = quaternion.Y * quaternion.Y, zz = quaternion.Z * quaternion.Z;
        float xy = quaternion.X * quaternion.Y, wz = quaternion.Z * quaternion.W, xz = quaternion.Z * quaternion.X;
        float wy = quaternion.Y * quaternion.W, yz = quaternion.Y * quaternion.Z, wx = quaternion.X * quaternion.W;
        return new(
            1 - 2 * (yy + zz), 2 * (xy + wz), 2 * (xz - wy), 0,
            2 * (xy - wz), 1 - 2 * (zz + xx), 2 * (yz + wx), 0,
            2 * (xz + wy), 2 * (yz - wx), 1 - 2 * (yy + xx), 0,
            0, 0, 0, 1);
    }

    public static Matrix4x4 CreateFromYawPitchRoll(float yaw, float pitch, float roll) =>
        CreateFromQuaternion(Quaternion.CreateFromYawPitchRoll(yaw, pitch, roll));

    public static Matrix4x4 CreateLookAt(Vector3 cameraPosition, Vector3 cameraTarget, Vector3 cameraUpVector)
    {
        Vector3 z = Vector3.Normalize(cameraPosition - cameraTarget);
        Vector3 x = Vector3.Normalize(Vector3.Cross(cameraUpVector, z));
        Vector3 y = Vector3.Cross(z, x);
        return new(
            x.X, y.X, z.X, 0,
            x.Y, y.Y, z.Y, 0,
            x.Z, y.Z, z.Z, 0,
            -Vector3.Dot(x, cameraPosition), -Vector3.Dot(y, cameraPosition), -Vector3.Dot(z, cameraPosition), 1);
    }

    public static Matrix4x4 CreatePerspectiveFieldOfView(float fieldOfView, float aspectRatio, float nearPlaneDistance, float farPlaneDistance)
    {
        if (fieldOfView <= 0 || fieldOfView >= MathF.PI)
            throw new ArgumentOutOfRangeException(nameof(fieldOfView));
        if (nearPlaneDistance <= 0)
            throw new ArgumentOutOfRangeException(nameof(nearPlaneDistance));
        if (farPlaneDistance <= 0 || nearPlaneDistance >= farPlaneDistance)
            throw new ArgumentOutOfRangeException(nameof(farPlaneDistance));
        float height = 1 / MathF.Tan(fieldOfView * 0.5f);
        float width = height / aspectRatio;
        float range = float.IsPositiveInfinity(farPlaneDistance) ? -1 : farPlaneDistance / (nearPlaneDistance - farPlaneDistance);
        return new(
            width, 0, 0, 0,
            0, height, 0, 0,
            0, 0, range, -1,
            0, 0, range * nearPlaneDistance, 0);
    }

    public static Matrix4x4 CreatePerspective(float width, float height, float nearPlaneDistance, float farPlaneDistance)
    {
        if (nearPlaneDistance <= 0)
            throw new ArgumentOutOfRangeException(nameof(nearPlaneDistance));
        if (farPlaneDistance <= 0 || nearPlaneDistance >= farPlaneDistance)
            throw new ArgumentOutOfRangeException(nameof(farPlaneDistance));
        float doubleNear = nearPlaneDistance + nearPlaneDistance;
        float range = float.IsPositiveInfinity(farPlaneDistance) ? -1 : farPlaneDistance / (nearPlaneDistance - farPlaneDistance);
        return new(
            doubleNear / width, 0, 0, 0,
            0, doubleNear / height, 0, 0,
            0, 0, range, -1,
            0, 0, range * nearPlaneDistance, 0);
    }

    public static Matrix4x4 CreateOrthographic(float width, float height, float zNearPlane, float zFarPlane)
    {
        float range = 1 / (zNearPlane - zFarPlane);
        return new(
            2 / width, 0, 0, 0,
            0, 2 / height, 0, 0,
            0, 0, range, 0,
            0, 0, range * zNearPlane, 1);
    }

    /// <summary>By the minors of the two upper and the two lower rows (Laplace).</summary>
    public static bool Invert(Matrix4x4 matrix, out Matrix4x4 result)
    {
        float a = matrix.M11, b = matrix.M12, c = matrix.M13, d = matrix.M14;
        float e = matrix.M21, f = matrix.M22, g = matrix.M23, h = matrix.M24;
        float i = matrix.M31, j = matrix.M32, k = matrix.M33, l = matrix.M34;
        float m = matrix.M41, n = matrix.M42, o = matrix.M43, p = matrix.M44;
        float kpLo = k * p - l * o, jpLn = j * p - l * n, joKn = j * o - k * n;
        float ipLm = i * p - l * m, ioKm = i * o - k * m, inJm = i * n - j * m;
        float a11 = f * kpLo - g * jpLn + h * joKn;
        float a12 = -(e * kpLo - g * ipLm + h * ioKm);
        float a13 = e * jpLn - f * ipLm + h * inJm;
        float a14 = -(e * joKn - f * ioKm + g * inJm);
        float det = a * a11 + b * a12 + c * a13 + d * a14;
        if (MathF.Abs(det) < float.Epsilon)
        {
            result = new(
                float.NaN, float.NaN, float.NaN, float.NaN, float.NaN, float.NaN, float.NaN, float.NaN,
                float.NaN, float.NaN, float.NaN, float.NaN, float.NaN, float.NaN, float.NaN, float.NaN);
            return false;
        }
        float inverse = 1 / det;
        float gpHo = g * p - h * o, fpHn = f * p - h * n, foGn = f * o - g * n;
        float epHm = e * p - h * m, eoGm = e * o - g * m, enFm = e * n - f * m;
        float glHk = g * l - h * k, flHj = f * l - h * j, fkGj = f * k - g * j;
        float elHi = e * l - h * i, ekGi = e * k - g * i, ejFi = e * j - f * i;
        result = new(
            a11 * inverse, -(b * kpLo - c * jpLn + d * joKn) * inverse, (b * gpHo - c * fpHn + d * foGn) * inverse, -(b * glHk - c * flHj + d * fkGj) * inverse,
            a12 * inverse, (a * kpLo - c * ipLm + d * ioKm) * inverse, -(a * gpHo - c * epHm + d * eoGm) * inverse, (a * glHk - c * elHi + d * ekGi) * inverse,
            a13 * inverse, -(a * jpLn - b * ipLm + d * inJm) * inverse, (a * fpHn - b * epHm + d * enFm) * inverse, -(a * flHj - b * elHi + d * ejFi) * inverse,
            a14 * inverse, (a * joKn - b * ioKm + c * inJm) * inverse, -(a * foGn - b * eoGm + c * enFm) * inverse, (a * fkGj - b * ekGi + c * ejFi) * inverse);
        return true;
    }

    public readonly float GetDeterminant()
    {
        float kpLo = M33 * M44 - M34 * M43, jpLn = M32 * M44 - M34 * M42, joKn = M32 * M43 - M33 * M42;
        float ipLm = M31 * M44 - M34 * M41, ioKm = M31 * M43 - M33 * M41, inJm = M31 * M42 - M32 * M41;
        return M11 * (M22 * kpLo - M23 * jpLn + M24 * joKn)
            - M12 * (M21 * kpLo - M23 * ipLm + M24 * ioKm)
            + M13 * (M21 * jpLn - M22 * ipLm + M24 * inJm)
            - M14 * (M21 * joKn - M22 * ioKm + M23 * inJm);
    }
}
