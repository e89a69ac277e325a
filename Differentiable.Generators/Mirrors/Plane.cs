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

    public static Plane Normalize(Plane value)
    {
        float length = value.Normal.Length();
        return new(value.Normal / length, value.D / length);
    }

    public static float Dot(Plane plane, Vector4 value) => plane.Normal.X * value.X + plane.Normal.Y * value.Y + plane.Normal.Z * value.Z + plane.D * value.W;

    public static float DotCoordinate(Plane plane, Vector3 value) => Vector3.Dot(plane.Normal, value) + plane.D;

    public static float DotNormal(Plane plane, Vector3 value) => Vector3.Dot(plane.Normal, value);
}
