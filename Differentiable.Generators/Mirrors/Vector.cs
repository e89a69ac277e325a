// What the vectors of System.Numerics have by extension methods: one as another, and single elements.
namespace System.Numerics;

public static class Vector
{
    public static Plane AsPlane(this Vector4 value) => new(value.X, value.Y, value.Z, value.W);

    public static Quaternion AsQuaternion(this Vector4 value) => new(value.X, value.Y, value.Z, value.W);

    public static Vector2 AsVector2(this Vector3 value) => new(value.X, value.Y);

    public static Vector2 AsVector2(this Vector4 value) => new(value.X, value.Y);

    public static Vector3 AsVector3(this Vector2 value) => new(value, 0);

    public static Vector3 AsVector3(this Vector4 value) => new(value.X, value.Y, value.Z);

    public static Vector4 AsVector4(this Plane value) => new(value.Normal, value.D);

    public static Vector4 AsVector4(this Quaternion value) => new(value.X, value.Y, value.Z, value.W);

    public static Vector4 AsVector4(this Vector2 value) => new(value, 0, 0);

    public static Vector4 AsVector4(this Vector3 value) => new(value, 0);

    public static float GetElement(this Vector2 vector, int index) => vector[index];

    public static float GetElement(this Vector3 vector, int index) => vector[index];

    public static float GetElement(this Vector4 vector, int index) => vector[index];

    public static float ToScalar(this Vector2 vector) => vector.X;

    public static float ToScalar(this Vector3 vector) => vector.X;

    public static float ToScalar(this Vector4 vector) => vector.X;

    public static Vector2 WithElement(this Vector2 vector, int index, float value)
    {
        vector[index] = value;
        return vector;
    }

    public static Vector3 WithElement(this Vector3 vector, int index, float value)
    {
        vector[index] = value;
        return vector;
    }

    public static Vector4 WithElement(this Vector4 vector, int index, float value)
    {
        vector[index] = value;
        return vector;
    }
}
