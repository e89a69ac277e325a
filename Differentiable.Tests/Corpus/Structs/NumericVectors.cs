using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>The vectors, matrices and rotations of System.Numerics.</summary>
public static partial class NumericVectors
{
    [Differentiable, RoundsDifferently("vector instructions")]
    public static float Planar(Vector2 a, Vector2 b, float s)
    {
        Vector2 c = Vector2.Lerp(a, b, s) + Vector2.UnitY * a.Y - b / s;
        c.X *= c[1];
        return Vector2.Dot(Vector2.Normalize(c), Vector2.Reflect(a, b)) + Vector2.Distance(a, -b);
    }

    [Differentiable, RoundsDifferently("vector instructions")]
    public static float Spatial(Vector3 a, Vector3 b, float s)
    {
        Vector3 c = Vector3.Cross(a, b + Vector3.One) * s + Vector3.SquareRoot(a) + Vector3.Abs(b);
        c.Y += a[1];
        c = Vector3.Clamp(c, new Vector3(-5), new Vector3(5, 6, 7));
        return Vector3.Dot(Vector3.Normalize(c), Vector3.Max(a, Vector3.Min(b, 2 * a))) + (a - b * 3).Length();
    }

    [Differentiable, RoundsDifferently("vector instructions")]
    public static Vector4 Homogeneous(Vector3 v, float angle)
    {
        Matrix4x4 view = Matrix4x4.CreateLookAt(v * 4, Vector3.Zero, Vector3.UnitY);
        Matrix4x4 projection = Matrix4x4.CreatePerspectiveFieldOfView(angle, 1.5f, 1, 100);
        return Vector4.Transform(new Vector4(v.Z, v.X, v.Y, 1), view * projection);
    }

    [Differentiable, RoundsDifferently("vector instructions")]
    public static float Inverse(Vector3 v, float angle, float scale)
    {
        Matrix4x4 m = Matrix4x4.CreateScale(scale, 1, 2) * Matrix4x4.CreateRotationX(angle) * Matrix4x4.CreateTranslation(1, angle, v.X);
        if (!Matrix4x4.Invert(m, out Matrix4x4 inverse))
            return 0;
        m.Translation += v;
        return Vector3.Transform(v, inverse).Y * m.GetDeterminant() + Matrix4x4.Transpose(m).M24 + inverse.M11;
    }

    [Differentiable, RoundsDifferently("vector instructions")]
    public static float Rotations(Vector3 v, Vector3 axis, float angle)
    {
        Quaternion p = Quaternion.CreateFromAxisAngle(Vector3.Normalize(axis), angle);
        Quaternion q = Quaternion.CreateFromYawPitchRoll(angle, 0.3f, v.X);
        Quaternion r = Quaternion.Slerp(p, Quaternion.Concatenate(q, Quaternion.Conjugate(p)), 0.25f);
        Vector3 turned = Vector3.Transform(v, Quaternion.Normalize(r * 2)) + Vector3.TransformNormal(v, Matrix4x4.CreateFromQuaternion(q));
        Quaternion back = Quaternion.CreateFromRotationMatrix(Matrix4x4.CreateFromAxisAngle(Vector3.UnitZ, angle));
        return turned.X * turned.Y + Quaternion.Dot(back, q) + Quaternion.Inverse(r + q).W;
    }

    [Differentiable, RoundsDifferently("vector instructions")]
    public static float Cloud([Length(3)] ReadOnlySpan<Vector3> points, Matrix4x4 m, Plane plane)
    {
        float sum = 0;
        foreach (Vector3 p in points)
            sum += Plane.DotCoordinate(plane, Vector3.Transform(p, m));
        return sum * sum;
    }

    [Differentiable, RoundsDifferently("vector instructions")]
    public static void Springs([Length(3)] Span<Vector2> position, [Length(3)] Vector2[] velocity, float dt)
    {
        for (int i = 1; i < position.Length; i++)
        {
            Vector2 d = position[i] - position[i - 1];
            velocity[i] -= d * (dt * (d.Length() - 1));
            position[i] += velocity[i] * dt;
        }
    }
}
