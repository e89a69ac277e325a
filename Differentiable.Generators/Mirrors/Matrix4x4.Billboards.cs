// What turns to the camera, and the window, of System.Numerics.Matrix4x4.
namespace System.Numerics;

public partial struct Matrix4x4
{
    private const float TooClose = 1e-4f;

    /// <summary>The cosine of a tenth of a degree, as the platform approximates it.</summary>
    private const float Parallel = 1 - 0.1f * (MathF.PI / 180);

    public static Matrix4x4 CreateBillboard(Vector3 objectPosition, Vector3 cameraPosition, Vector3 cameraUpVector, Vector3 cameraForwardVector) =>
        Facing(objectPosition, Unless(objectPosition - cameraPosition, -cameraForwardVector), cameraUpVector);

    public static Matrix4x4 CreateBillboardLeftHanded(Vector3 objectPosition, Vector3 cameraPosition, Vector3 cameraUpVector, Vector3 cameraForwardVector) =>
        Facing(objectPosition, Unless(cameraPosition - objectPosition, cameraForwardVector), cameraUpVector);

    public static Matrix4x4 CreateConstrainedBillboard(Vector3 objectPosition, Vector3 cameraPosition, Vector3 rotateAxis, Vector3 cameraForwardVector, Vector3 objectForwardVector) =>
        Upright(objectPosition, Unless(objectPosition - cameraPosition, -cameraForwardVector), rotateAxis, objectForwardVector, Vector3.UnitX);

    public static Matrix4x4 CreateConstrainedBillboardLeftHanded(Vector3 objectPosition, Vector3 cameraPosition, Vector3 rotateAxis, Vector3 cameraForwardVector, Vector3 objectForwardVector) =>
        Upright(objectPosition, Unless(cameraPosition - objectPosition, cameraForwardVector), rotateAxis, -objectForwardVector, -Vector3.UnitX);

    public static Matrix4x4 CreateViewport(float x, float y, float width, float height, float minDepth, float maxDepth) => new(
        width * 0.5f, 0, 0, 0,
        0, -height * 0.5f, 0, 0,
        0, 0, minDepth - maxDepth, 0,
        x + width * 0.5f, y + height * 0.5f, minDepth, 1);

    public static Matrix4x4 CreateViewportLeftHanded(float x, float y, float width, float height, float minDepth, float maxDepth) =>
        CreateViewport(x, y, width, height, minDepth, maxDepth) with { M33 = maxDepth - minDepth };

    /// <summary>The direction of a vector that is not too short, else another one.</summary>
    private static Vector3 Unless(Vector3 towards, Vector3 other) => towards.LengthSquared() < TooClose ? other : Vector3.Normalize(towards);

    private static Matrix4x4 Facing(Vector3 position, Vector3 z, Vector3 up)
    {
        Vector3 x = Vector3.Normalize(Vector3.Cross(up, z));
        return Placed(x, Vector3.Cross(z, x), z, position);
    }

    private static Matrix4x4 Upright(Vector3 position, Vector3 towards, Vector3 axis, Vector3 forward, Vector3 aside)
    {
        if (MathF.Abs(Vector3.Dot(axis, towards)) > Parallel)
        {
            towards = forward;
            if (MathF.Abs(Vector3.Dot(axis, towards)) > Parallel)
                towards = MathF.Abs(axis.Z) > Parallel ? aside : -Vector3.UnitZ;
        }
        Vector3 x = Vector3.Normalize(Vector3.Cross(axis, towards));
        return Placed(x, axis, Vector3.Normalize(Vector3.Cross(x, axis)), position);
    }

    private static Matrix4x4 Placed(Vector3 x, Vector3 y, Vector3 z, Vector3 position) => new(
        x.X, x.Y, x.Z, 0,
        y.X, y.Y, y.Z, 0,
        z.X, z.Y, z.Z, 0,
        position.X, position.Y, position.Z, 1);
}
