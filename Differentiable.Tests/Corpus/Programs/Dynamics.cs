using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>The torques that a planar arm needs for a motion: out along the links, and back with forces that add up in references.</summary>
public static partial class InverseDynamics
{
    public struct Link
    {
        public double Length, Mass, Inertia;
    }

    private struct Motion
    {
        public (double X, double Y) Acceleration, Force;
        public double Angle, Speed, SpeedChange, Moment;

        public readonly (double X, double Y) Along(double length) => (length * Math.Cos(Angle), length * Math.Sin(Angle));

        public readonly (double X, double Y) AccelerationAt(double length)
        {
            var (x, y) = Along(length);
            return (Acceleration.X - SpeedChange * y - Speed * Speed * x, Acceleration.Y + SpeedChange * x - Speed * Speed * y);
        }
    }

    [Differentiable]
    public static double Effort([Length(3, 2)] Link[] links, [LengthFrom("links")] double[] angles, [LengthFrom("links")] double[] speeds, [LengthFrom("links")] double[] accelerations)
    {
        Span<double> torques = stackalloc double[links.Length];
        Torques(links, angles, speeds, accelerations, torques, gravity: 9.81);
        double effort = 0;
        foreach (ref readonly double torque in torques)
            effort += torque * torque;
        return Math.Sqrt(effort);
    }

    [Differentiable]
    private static void Torques([Length(2)] ReadOnlySpan<Link> links, [Length(2)] ReadOnlySpan<double> q, [Length(2)] ReadOnlySpan<double> qd, [Length(2)] ReadOnlySpan<double> qdd, [Length(2)] Span<double> torques, [NonDifferentiable] double gravity)
    {
        var motions = new Motion[links.Length + 1];
        motions[0].Acceleration = (0, gravity);
        for (int i = 0; i < links.Length; i++)
        {
            ref Motion previous = ref motions[i], motion = ref motions[i + 1];
            motion.Angle = previous.Angle + q[i];
            motion.Speed = previous.Speed + qd[i];
            motion.SpeedChange = previous.SpeedChange + qdd[i];
            motion.Acceleration = i == 0 ? previous.Acceleration : previous.AccelerationAt(links[i - 1].Length);
            ref readonly Link link = ref links[i];
            var (ax, ay) = motion.AccelerationAt(link.Length / 2);
            motion.Force = (link.Mass * ax, link.Mass * ay);
            motion.Moment = link.Inertia * motion.SpeedChange;
        }
        (double fx, double fy, double moment) = (0, 0, 0);
        for (int i = links.Length; i > 0; i--)
        {
            ref var motion = ref motions[i];
            var (cx, cy) = motion.Along(links[i - 1].Length / 2);
            var (tx, ty) = motion.Along(links[i - 1].Length);
            moment += motion.Moment + cx * motion.Force.Y - cy * motion.Force.X + tx * fy - ty * fx;
            fx += motion.Force.X;
            fy += motion.Force.Y;
            torques[i - 1] = moment;
        }
    }
}

/// <summary>A smoother that goes back over what a filter put into lists.</summary>
public static partial class KalmanSmoother
{
    private readonly struct Symmetric(double xx, double xy, double yy)
    {
        public double XX { get; } = xx;
        public double XY { get; } = xy;
        public double YY { get; } = yy;
        public double Determinant => XX * YY - XY * XY;
        public static Symmetric operator +(in Symmetric a, in Symmetric b) => new(a.XX + b.XX, a.XY + b.XY, a.YY + b.YY);
        public static Symmetric operator -(in Symmetric a, in Symmetric b) => new(a.XX - b.XX, a.XY - b.XY, a.YY - b.YY);

        /// <summary>With a step of constant speed on both sides.</summary>
        public Symmetric Moved(double dt) => new(XX + 2 * dt * XY + dt * dt * YY, XY + dt * YY, YY);
    }

    private record struct State(double Position, double Speed, Symmetric Covariance);

    [Differentiable]
    public static double Roughness([Length(5, 6)] ReadOnlySpan<double> measured, [Range(0.1, 0.3)] double noise, [Range(0.3, 0.5)] double error)
    {
        const double dt = 0.5;
        List<State> filtered = [], predicted = [];
        State state = new(measured[0], 0, new(error, 0, 1));
        foreach (double z in measured[1..])
        {
            State next = state with
            {
                Position = state.Position + dt * state.Speed,
                Covariance = state.Covariance.Moved(dt) + new Symmetric(noise * dt * dt * dt / 3, noise * dt * dt / 2, noise * dt),
            };
            predicted.Add(next);
            double s = next.Covariance.XX + error, kx = next.Covariance.XX / s, ky = next.Covariance.XY / s, innovation = z - next.Position;
            next.Position += kx * innovation;
            next.Speed += ky * innovation;
            next.Covariance -= new Symmetric(kx * next.Covariance.XX, kx * next.Covariance.XY, ky * next.Covariance.XY);
            filtered.Add(state = next);
        }
        double roughness = 0;
        (double Position, double Speed) smooth = (state.Position, state.Speed);
        for (int i = filtered.Count - 2; i >= 0; i--)
        {
            var (position, speed, p) = filtered[i];
            State ahead = predicted[i + 1];
            Symmetric c = ahead.Covariance;
            double det = c.Determinant, b = p.XY + dt * p.YY;
            double gxx = ((p.XX + dt * p.XY) * c.YY - p.XY * c.XY) / det, gxy = (p.XY * c.XX - (p.XX + dt * p.XY) * c.XY) / det;
            double gyx = (b * c.YY - p.YY * c.XY) / det, gyy = (p.YY * c.XX - b * c.XY) / det;
            var (dx, dv) = (smooth.Position - ahead.Position, smooth.Speed - ahead.Speed);
            var last = smooth;
            smooth = (position + gxx * dx + gxy * dv, speed + gyx * dx + gyy * dv);
            roughness += Math.Pow(last.Speed - smooth.Speed, 2) + 0.1 * smooth.Position;
        }
        return roughness;
    }
}
