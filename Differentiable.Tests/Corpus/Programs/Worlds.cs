using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Games: pictures of distance fields, flocks, bodies in rotation, cameras.</summary>
public static partial class Worlds
{
    private readonly record struct Ray(Vector3 Origin, Vector3 Direction)
    {
        public Vector3 At(float t) => Vector3.FusedMultiplyAdd(Direction, new(t), Origin);
    }

    /// <summary>Marches rays through a smooth union of shapes, and shades what they hit.</summary>
    [Differentiable, SinglePrecision, Kinks, RoundsDifferently("vectors")]
    public static float Shaded(Vector3 eye, Vector3 light, float radius, [Values(2)] int pixels)
    {
        float sum = 0;
        Matrix4x4 view = Matrix4x4.CreateLookAt(eye + new Vector3(0, 0, -4), Vector3.Zero, Vector3.UnitY);
        for (int i = 0; i < pixels; i++)
        {
            Vector3 direction = Vector3.Normalize(Vector3.TransformNormal(new(0.05f * i, 0.03f, -1), Matrix4x4.Transpose(view)));
            Ray ray = new(eye + new Vector3(0, 0, -4), direction);
            float t = 0;
            for (int step = 0; step < 12; step++)
                t += Field(ray.At(t), radius);
            Vector3 hit = ray.At(t), e = new(0.1f, 0, 0);
            Vector3 normal = Vector3.Normalize(new(
                Field(hit + e, radius) - Field(hit - e, radius),
                Field(hit + new Vector3(0, e.X, 0), radius) - Field(hit - new Vector3(0, e.X, 0), radius),
                Field(hit + new Vector3(0, 0, e.X), radius) - Field(hit - new Vector3(0, 0, e.X), radius)));
            Vector3 toLight = Vector3.Normalize(light - new Vector3(0, 0, 6) - hit);
            sum += Math.Max(Vector3.Dot(normal, toLight), 0) + MathF.Pow(Math.Max(Vector3.Dot(Vector3.Reflect(-toLight, normal), -direction), 0.1f), 3);
        }
        return sum;

        static float Field(Vector3 p, float radius)
        {
            float sphere = (p - new Vector3(0.2f, 0, 0)).Length() - radius;
            Vector3 q = Vector3.Abs(p) - new Vector3(0.5f);
            float box = Vector3.Max(q, Vector3.Zero).Length() + MathF.Min(MathF.Max(q.X, MathF.Max(q.Y, q.Z)), 0);
            return -MathF.Log(MathF.Exp(-4 * sphere) + MathF.Exp(-4 * box)) / 4;
        }
    }

    /// <summary>Birds that keep together and apart.</summary>
    [Differentiable, SinglePrecision, RoundsDifferently("vectors")]
    public static void Flock([Length(3)] Span<Vector2> places, [Length(3)] Vector2[] speeds, float cohesion, [Values(2)] int steps)
    {
        for (int k = 0; k < steps; k++)
        {
            Vector2 centre = Vector2.Zero;
            foreach (Vector2 place in places)
                centre += place / places.Length;
            for (int i = 0; i < places.Length; i++)
            {
                Vector2 push = (centre - places[i]) * cohesion;
                for (int j = 0; j < places.Length; j++)
                {
                    if (j != i && Vector2.DistanceSquared(places[i], places[j]) is var square && square < 4)
                        push -= Vector2.Normalize(places[j] - places[i]) / (1 + square);
                }
                speeds[i] = Vector2.Lerp(speeds[i], Vector2.Clamp(speeds[i] + push, -Vector2.One, 3 * Vector2.One), 0.5f);
                places[i] += 0.1f * speeds[i];
            }
        }
    }

    /// <summary>A top that spins: quaternions, matrices, a projection onto the screen.</summary>
    [Differentiable, SinglePrecision, RoundsDifferently("vectors")]
    public static Vector2 Screen(Quaternion attitude, Vector3 spin, Vector4 corner, [Values(2)] int steps)
    {
        for (int k = 0; k < steps; k++)
        {
            Quaternion rate = new(spin * 0.05f, 0);
            attitude = Quaternion.Normalize(attitude + rate * attitude);
            spin = Vector3.Transform(spin, Quaternion.Conjugate(attitude)) * new Vector3(1, 0.9f, 0.8f);
            attitude = Quaternion.Slerp(attitude, Quaternion.CreateFromYawPitchRoll(spin.X, 0.1f, spin.Z), 0.3f);
        }
        Matrix4x4 world = Matrix4x4.CreateScale(0.5f, spin.Y, 1) * Matrix4x4.CreateFromQuaternion(attitude) * Matrix4x4.CreateTranslation(0, 0, -5);
        Matrix4x4 screen = world * Matrix4x4.CreatePerspectiveFieldOfView(0.8f, 1.5f, 0.1f, 100);
        if (!Matrix4x4.Invert(world, out Matrix4x4 inverse))
            return Vector2.Zero;
        Vector4 clip = Vector4.Transform(corner, screen) + 0.01f * Vector4.Transform(corner, inverse * world.GetDeterminant());
        return new Vector2(clip.X, clip.Y) / (clip.W + 3);
    }

    /// <summary>Billboards, viewports and parts of matrices.</summary>
    [Differentiable, SinglePrecision, RoundsDifferently("vectors")]
    public static float Billboards(Vector3 at, Vector3 camera, Vector2 size)
    {
        Matrix4x4 facing = Matrix4x4.CreateBillboard(at, camera + new Vector3(3, 0, 0), Vector3.UnitY, -Vector3.UnitZ);
        Matrix4x4 upright = Matrix4x4.CreateConstrainedBillboard(at, camera + new Vector3(3, 0, 0), Vector3.UnitY, -Vector3.UnitZ, Vector3.UnitX);
        Matrix4x4 viewport = Matrix4x4.CreateViewport(0, 0, size.X, size.Y, 0.1f, 1);
        Matrix4x4 rows = Matrix4x4.Create(new(at, 1), new(camera, 2), new(size, size.X, 1), Vector4.UnitW);
        return (facing * viewport).Translation.Length() + Vector3.Transform(camera, upright * rows).X;
    }

    /// <summary>A matrix is taken apart into what it is made of.</summary>
    [Differentiable, SinglePrecision, RoundsDifferently("vectors")]
    public static float Decomposed(Vector3 scale, Vector3 angles, Vector3 shift)
    {
        Matrix4x4 m = Matrix4x4.CreateScale(scale) * Matrix4x4.CreateFromYawPitchRoll(angles.X, angles.Y, angles.Z) * Matrix4x4.CreateTranslation(shift);
        return Matrix4x4.Decompose(m, out Vector3 s, out Quaternion r, out Vector3 t) ? Vector3.Dot(s, t) + r.X * r.W - r.Y : 0;
    }

    /// <summary>Elements that are chosen by comparisons, and put in other places.</summary>
    [Differentiable, SinglePrecision, RoundsDifferently("vectors")]
    public static float Choices(Vector4 a, Vector4 b, Vector3 c)
    {
        Vector4 greater = Vector4.ConditionalSelect(Vector4.GreaterThan(a, b), a * a, -b);
        Vector4 shuffled = Vector4.Shuffle(greater, 3, 0, 2, 1) * Vector4.Shuffle(b, 0, 0, 1, 1);
        Vector3 limited = Vector3.ConditionalSelect(Vector3.LessThanOrEqual(c, Vector3.One), c, Vector3.SquareRoot(c));
        return Vector4.Sum(shuffled) + (Vector3.GreaterThanAll(c, limited) ? c.X : Vector3.Dot(c, limited)) + (Vector4.EqualsAny(a, b) ? 1 : a.W);
    }

    /// <summary>A sprite that turns and shears about points of its own, in the plane; then as a plane in space.</summary>
    [Differentiable, SinglePrecision, RoundsDifferently("vectors")]
    public static Vector3 Sprite(Vector2 corner, Matrix3x2 bone, float angle, [Values(2)] int frames)
    {
        Matrix3x2 pose = Matrix3x2.CreateRotation(angle, corner) * Matrix3x2.CreateSkew(0.2f, angle * 0.3f) + bone * 0.1f;
        for (int i = 0; i < frames; i++)
        {
            pose = Matrix3x2.Lerp(pose, Matrix3x2.CreateScale(corner, new Vector2(angle)) * pose, 0.3f);
            pose.Translation += 0.1f * pose.X;
            pose[1] *= angle;
            pose[0, 1] -= pose.GetRow(2).Y;
        }
        if (!Matrix3x2.Invert(pose, out Matrix3x2 inverse))
            return Vector3.Zero;
        Vector2 p = Vector2.Transform(corner, inverse) + Vector2.TransformNormal(Vector2.One, -pose) * pose.GetDeterminant();
        Matrix4x4 space = Matrix4x4.Create(pose - inverse.WithElement(1, 0, angle)) * Matrix4x4.CreateRotationZ(angle, p.AsVector3()) * Matrix4x4.CreateScale(2, corner.AsVector3());
        Plane plane = Plane.Create(Vector4.Transform(p, space)).AsVector4().WithElement(2, angle).AsPlane();
        Vector4 turned = Vector4.Transform(plane.Normal, plane.AsVector4().AsQuaternion());
        return turned.AsVector3() * turned.GetElement(1) + Vector4.Transform(p, Quaternion.Identity).AsVector3();
    }

    /// <summary>Vectors that come from arrays and go back.</summary>
    [Differentiable, SinglePrecision, RoundsDifferently("vectors")]
    public static float Packed([Length(8)] float[] x, Vector3 scale)
    {
        Vector4 first = Vector4.Create(x), second = new(x.AsSpan(4));
        (first * second).CopyTo(x);
        Vector3 last = Vector3.Create(x.AsSpan(5)) * scale;
        last.CopyTo(x, 2);
        bool fits = scale.TryCopyTo(x.AsSpan(6));
        float sum = fits ? 10 : 0;
        foreach (float v in x)
            sum += v * v;
        return sum + scale.ToScalar();
    }
}
