// The members of System.Numerics.Plane as ordinary C#: what the generator differentiates in the place of their calls.
namespace System.Numerics;

public struct Plane
{
    public Vector3 Normal;
    public float D;

    public Plane(Vector3 normal, float d)
    {
        Normal = normal;
        D = d;
    }

    public Plane(float x, float y, float z, float d) => (Normal, D) = (new Vector3(x, y, z), d);

    public Plane(Vector4 value) => (Normal, D) = (new Vector3(value.X, value.Y, value.Z), value.W);

    public static Plane Normalize(Plane value)
    {
        float length = value.Normal.Length();
        return new(value.Normal / length, value.D / length);
    }

    public static float Dot(Plane plane, Vector4 value) => plane.Normal.X * value.X + plane.Normal.Y * value.Y + plane.Normal.Z * value.Z + plane.D * value.W;

    public static float DotCoordinate(Plane plane, Vector3 value) => Vector3.Dot(plane.Normal, value) + plane.D;

    public static float DotNormal(Plane plane, Vector3 value) => Vector3.Dot(plane.Normal, value);

    public static Plane Create(float x, float y, float z, float d) => new(x, y, z, d);

    public static Plane Create(Vector3 normal, float d) => new(normal, d);

    public static Plane Create(Vector4 value) => new(value);

    public static Plane CreateFromVertices(Vector3 point1, Vector3 point2, Vector3 point3)
    {
        Vector3 normal = Vector3.Normalize(Vector3.Cross(point2 - point1, point3 - point1));
        return new(normal, -Vector3.Dot(normal, point1));
    }

    public static Plane Transform(Plane plane, Matrix4x4 matrix)
    {
        Matrix4x4.Invert(matrix, out Matrix4x4 m);
        float x = plane.Normal.X, y = plane.Normal.Y, z = plane.Normal.Z, w = plane.D;
        return new(
            x * m.M11 + y * m.M12 + z * m.M13 + w * m.M14,
            x * m.M21 + y * m.M22 + z * m.M23 + w * m.M24,
            x * m.M31 + y * m.M32 + z * m.M33 + w * m.M34,
            x * m.M41 + y * m.M42 + z * m.M43 + w * m.M44);
    }

    public static Plane Transform(Plane plane, Quaternion rotation) => new(Vector3.Transform(plane.Normal, rotation), plane.D * rotation.LengthSquared());
}
