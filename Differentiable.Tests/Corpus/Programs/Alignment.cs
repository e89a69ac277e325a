using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Points laid on points: matches with weights that forgive outliers, a graph of poses, and a rotation in space.</summary>
public static partial class Alignment
{
    public record struct Pose(double X, double Y, double Angle)
    {
        public readonly Pose Inverse
        {
            get
            {
                var (s, c) = Math.SinCos(Angle);
                return new(-c * X - s * Y, s * X - c * Y, -Angle);
            }
        }

        public static Pose operator *(Pose a, Pose b)
        {
            var (x, y) = a.Apply((b.X, b.Y));
            return new(x, y, a.Angle + b.Angle);
        }

        public readonly (double X, double Y) Apply((double X, double Y) p)
        {
            var (s, c) = Math.SinCos(Angle);
            return (c * p.X - s * p.Y + X, s * p.X + c * p.Y + Y);
        }
    }

    public enum Weighting { None, Huber, Cauchy, Tukey }

    /// <summary>Besl and McKay 1992, each point on its nearest.</summary>
    [Differentiable, Allocates("the pairs")]
    public static double Matched([Length(4)] (double X, double Y)[] from, [Length(5)] (double X, double Y)[] to, [Range(-0.1, 0.1)] Pose pose,
        [Values(1, 2)] int rounds, [Values(0, 1, 2, 3)] Weighting weighting)
    {
        for (int round = 0; round < rounds; round++)
        {
            double sx = 0, sy = 0, tx = 0, ty = 0, w = 0;
            var pairs = new ((double X, double Y) P, (double X, double Y) Q, double W)[from.Length];
            for (int i = 0; i < from.Length; i++)
            {
                var p = pose.Apply(from[i]);
                var q = to.MinBy(d => (d.X - p.X) * (d.X - p.X) + (d.Y - p.Y) * (d.Y - p.Y));
                double r = double.Hypot(q.X - p.X, q.Y - p.Y);
                double weight = weighting switch
                {
                    Weighting.Huber => r > 0.3 ? 0.3 / r : 1,
                    Weighting.Cauchy => 1 / (1 + r * r),
                    Weighting.Tukey when r < 1 => (1 - r * r) * (1 - r * r),
                    Weighting.Tukey => 0,
                    _ => 1,
                };
                pairs[i] = (p, q, weight);
                w += weight;
                (sx, sy, tx, ty) = (sx + weight * p.X, sy + weight * p.Y, tx + weight * q.X, ty + weight * q.Y);
            }
            if (w is 0)
                break;
            (sx, sy, tx, ty) = (sx / w, sy / w, tx / w, ty / w);
            double a = 0, b = 0;
            foreach (var ((px, py), (qx, qy), weight) in pairs)
            {
                a += weight * ((px - sx) * (qx - tx) + (py - sy) * (qy - ty));
                b += weight * ((px - sx) * (qy - ty) - (py - sy) * (qx - tx));
            }
            double angle = Math.Atan2(b, a + 2);
            var (s, c) = Math.SinCos(angle);
            pose = new Pose(tx - c * sx + s * sy, ty - s * sx - c * sy, angle) * pose;
        }
        return pose.X * pose.X + pose.Y + Math.Sin(pose.Angle) + pose.Inverse.X;
    }

    private static double Wrapped(double angle)
    {
        while (angle > Math.PI)
            angle -= 2 * Math.PI;
        while (angle < -Math.PI)
            angle += 2 * Math.PI;
        return angle;
    }

    private static readonly (int From, int To)[] s_edges = [(0, 1), (1, 2), (2, 0)];

    /// <summary>What poses and the measurements between them disagree by.</summary>
    [Differentiable]
    public static double Graph([Length(3)] Pose[] poses, [Length(3), Range(0.5, 0.8)] Pose[] measured, double sigma)
    {
        double cost = 0;
        int k = 0;
        foreach (var (i, j) in s_edges)
        {
            Pose between = poses[i].Inverse * poses[j], measurement = measured[k++], error = measurement.Inverse * between;
            double turn = Wrapped(error.Angle + 6.5);
            cost += (error.X * error.X + error.Y * error.Y) / (sigma * sigma) + turn * turn;
        }
        return cost;
    }

    /// <summary>Vectors, rotations and matrices of the platform.</summary>
    [Differentiable, RoundsDifferently("vectors")]
    public static float InSpace([Length(2, 3)] Vector3[] from, [Length(2, 3), Range(2, 3)] Vector3[] to, Quaternion rotation, Vector3 shift)
    {
        float error = 0;
        Quaternion unit = Quaternion.Normalize(rotation);
        for (int i = 0; i < from.Length; i++)
        {
            Vector3 r = Vector3.Transform(from[i], unit) + shift - to[i];
            error += r.LengthSquared() / (1 + r.Length());
        }
        var matrix = Matrix4x4.CreateFromQuaternion(unit);
        matrix.Translation = shift;
        if (!Matrix4x4.Invert(matrix, out var inverse))
            return float.NaN;
        return error + 0.1f * (inverse.M41 + inverse.M12 * inverse[1, 1]) + Vector3.Max(shift, Vector3.Zero).Y;
    }
}
