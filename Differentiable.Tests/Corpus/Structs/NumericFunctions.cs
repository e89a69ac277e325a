using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>The functions of the vectors of System.Numerics that act on each element, and the rows and views of matrices.</summary>
public static partial class NumericFunctions
{
    [Differentiable, RoundsDifferently("vector instructions")]
    public static float Planar(Vector2 a, Vector2 b)
    {
        (Vector2 sine, Vector2 cosine) = Vector2.SinCos(a);
        Vector2 c = sine * Vector2.Cos(b) + cosine * Vector2.Exp(-b) + Vector2.Hypot(a, b) + Vector2.CreateScalar(b.Y);
        return Vector2.Sum(Vector2.FusedMultiplyAdd(a, c, +b)) + Vector2.Sum(Vector2.MaxNumber(a, b) * Vector2.MinMagnitude(a, b));
    }

    [Differentiable, RoundsDifferently("vector instructions")]
    public static Vector3 Spatial(Vector3 a, Vector3 b)
    {
        Vector3 squares = a * a + Vector3.One;
        Vector3 c = Vector3.Log(squares) - Vector3.Log2(squares) + Vector3.CopySign(a, b) * Vector3.Truncate(b);
        c += Vector3.DegreesToRadians(a) * Vector3.RadiansToDegrees(b) + Vector3.MultiplyAddEstimate(a, b, c);
        return Vector3.ClampNative(c, new Vector3(-50), new Vector3(50)) + Vector3.Lerp(a, b, Vector3.Sin(b)) + Vector3.MinNative(a, b);
    }

    [Differentiable, RoundsDifferently("vector instructions")]
    public static Vector4 Homogeneous(Vector4 a, Vector4 b) =>
        Vector4.Cross(a, b) + Vector4.MaxMagnitude(a, b) * Vector4.MinNumber(a, b) - Vector4.Round(a) * b + Vector4.MaxNative(a, b) * Vector4.Pi;

    [Differentiable, RoundsDifferently("vector instructions")]
    public static float Rows(Matrix4x4 m, Vector4 v, [Values(2)] int row, float x)
    {
        Matrix4x4 n = m.WithRow(row, v).WithElement(1, row, x);
        n[0, 3] *= x;
        n.Y += v;
        return n[row, 1] * n.GetElement(0, 3) + Vector4.Dot(n.Y, n.GetRow(3)) + Vector4.Dot(m.X, m[row]);
    }

    [Differentiable, RoundsDifferently("vector instructions")]
    public static Vector4 Views(Vector3 v, Vector3 w, float x)
    {
        Matrix4x4 view = Matrix4x4.CreateLookTo(v * 4, w, Vector3.UnitY) + Matrix4x4.CreateLookAtLeftHanded(v, w * 3, Vector3.UnitZ);
        Matrix4x4 world = Matrix4x4.Transform(Matrix4x4.CreateWorld(v, w, Vector3.UnitY), Quaternion.Create(w, x));
        Matrix4x4 projection = Matrix4x4.CreatePerspectiveOffCenter(x, x + 3, -1, 2, 1, 9) * Matrix4x4.CreateOrthographicOffCenterLeftHanded(x, x + 2, -1, 2, 1, 5);
        return Vector4.Transform(new Vector4(w, x), world * view * projection);
    }

    [Differentiable, RoundsDifferently("vector instructions")]
    public static Plane Planes(Vector3 a, Vector3 b, Vector3 light)
    {
        Plane plane = Plane.CreateFromVertices(a, b, new Vector3(3, -1, 4));
        Quaternion q = Quaternion.Normalize(Quaternion.Create(b, 1));
        Matrix4x4 m = Matrix4x4.CreateReflection(plane) + Matrix4x4.CreateShadow(light, plane);
        Vector3 c = Vector3.Transform(a, m) * q[1];
        return Plane.Transform(Plane.Transform(plane, q), Matrix4x4.CreateTranslation(c));
    }
}
