// The views and projections of System.Numerics.Matrix4x4 beside the usual ones.
namespace System.Numerics;

public partial struct Matrix4x4
{
    public static Matrix4x4 Transform(Matrix4x4 value, Quaternion rotation) => value * CreateFromQuaternion(rotation);

    public static Matrix4x4 CreateLookTo(Vector3 cameraPosition, Vector3 cameraDirection, Vector3 cameraUpVector) =>
        CreateLookToLeftHanded(cameraPosition, -cameraDirection, cameraUpVector);

    public static Matrix4x4 CreateLookAtLeftHanded(Vector3 cameraPosition, Vector3 cameraTarget, Vector3 cameraUpVector) =>
        CreateLookToLeftHanded(cameraPosition, cameraTarget - cameraPosition, cameraUpVector);

    public static Matrix4x4 CreateLookToLeftHanded(Vector3 cameraPosition, Vector3 cameraDirection, Vector3 cameraUpVector)
    {
        Vector3 z = Vector3.Normalize(cameraDirection);
        Vector3 x = Vector3.Normalize(Vector3.Cross(cameraUpVector, z));
        Vector3 y = Vector3.Cross(z, x);
        return new(
            x.X, y.X, z.X, 0,
            x.Y, y.Y, z.Y, 0,
            x.Z, y.Z, z.Z, 0,
            -Vector3.Dot(x, cameraPosition), -Vector3.Dot(y, cameraPosition), -Vector3.Dot(z, cameraPosition), 1);
    }

    public static Matrix4x4 CreateWorld(Vector3 position, Vector3 forward, Vector3 up)
    {
        Vector3 z = Vector3.Normalize(-forward);
        Vector3 x = Vector3.Normalize(Vector3.Cross(up, z));
        Vector3 y = Vector3.Cross(z, x);
        return new(
            x.X, x.Y, x.Z, 0,
            y.X, y.Y, y.Z, 0,
            z.X, z.Y, z.Z, 0,
            position.X, position.Y, position.Z, 1);
    }

    public static Matrix4x4 CreateReflection(Plane value)
    {
        Plane plane = Plane.Normalize(value);
        Vector3 n = plane.Normal, f = n * -2;
        return new(
            f.X * n.X + 1, f.Y * n.X, f.Z * n.X, 0,
            f.X * n.Y, f.Y * n.Y + 1, f.Z * n.Y, 0,
            f.X * n.Z, f.Y * n.Z, f.Z * n.Z + 1, 0,
            f.X * plane.D, f.Y * plane.D, f.Z * plane.D, 1);
    }

    public static Matrix4x4 CreateShadow(Vector3 lightDirection, Plane plane)
    {
        Plane unit = Plane.Normalize(plane);
        Vector3 n = unit.Normal, l = lightDirection;
        float dot = Vector3.Dot(n, l);
        return new(
            dot - n.X * l.X, -n.X * l.Y, -n.X * l.Z, 0,
            -n.Y * l.X, dot - n.Y * l.Y, -n.Y * l.Z, 0,
            -n.Z * l.X, -n.Z * l.Y, dot - n.Z * l.Z, 0,
            -unit.D * l.X, -unit.D * l.Y, -unit.D * l.Z, dot);
    }

    public static Matrix4x4 CreateOrthographicOffCenter(float left, float right, float bottom, float top, float zNearPlane, float zFarPlane)
    {
        float width = right - left, height = top - bottom, range = 1 / (zNearPlane - zFarPlane);
        return new(
            2 / width, 0, 0, 0,
            0, 2 / height, 0, 0,
            0, 0, range, 0,
            -(left + right) / width, -(top + bottom) / height, range * zNearPlane, 1);
    }

    public static Matrix4x4 CreatePerspectiveOffCenter(float left, float right, float bottom, float top, float nearPlaneDistance, float farPlaneDistance)
    {
        if (nearPlaneDistance <= 0)
            throw new ArgumentOutOfRangeException(nameof(nearPlaneDistance));
        if (farPlaneDistance <= 0 || nearPlaneDistance >= farPlaneDistance)
            throw new ArgumentOutOfRangeException(nameof(farPlaneDistance));
        float width = right - left, height = top - bottom, doubleNear = nearPlaneDistance + nearPlaneDistance;
        float range = float.IsPositiveInfinity(farPlaneDistance) ? -1 : farPlaneDistance / (nearPlaneDistance - farPlaneDistance);
        return new(
            doubleNear / width, 0, 0, 0,
            0, doubleNear / height, 0, 0,
            (left + right) / width, (top + bottom) / height, range, -1,
            0, 0, range * nearPlaneDistance, 0);
    }

    public static Matrix4x4 CreateOrthographicLeftHanded(float width, float height, float zNearPlane, float zFarPlane) =>
        TurnedOver(CreateOrthographic(width, height, zNearPlane, zFarPlane));

    public static Matrix4x4 CreateOrthographicOffCenterLeftHanded(float left, float right, float bottom, float top, float zNearPlane, float zFarPlane) =>
        TurnedOver(CreateOrthographicOffCenter(left, right, bottom, top, zNearPlane, zFarPlane));

    public static Matrix4x4 CreatePerspectiveLeftHanded(float width, float height, float nearPlaneDistance, float farPlaneDistance) =>
        TurnedOver(CreatePerspective(width, height, nearPlaneDistance, farPlaneDistance));

    public static Matrix4x4 CreatePerspectiveFieldOfViewLeftHanded(float fieldOfView, float aspectRatio, float nearPlaneDistance, float farPlaneDistance) =>
        TurnedOver(CreatePerspectiveFieldOfView(fieldOfView, aspectRatio, nearPlaneDistance, farPlaneDistance));

    public static Matrix4x4 CreatePerspectiveOffCenterLeftHanded(float left, float right, float bottom, float top, float nearPlaneDistance, float farPlaneDistance) =>
        TurnedOver(CreatePerspectiveOffCenter(left, right, bottom, top, nearPlaneDistance, farPlaneDistance));

    /// <summary>The projection of what lies in front of a camera that looks along z instead of against it.</summary>
    private static Matrix4x4 TurnedOver(Matrix4x4 matrix)
    {
        (matrix.M31, matrix.M32, matrix.M33, matrix.M34) = (-matrix.M31, -matrix.M32, -matrix.M33, -matrix.M34);
        return matrix;
    }
}
