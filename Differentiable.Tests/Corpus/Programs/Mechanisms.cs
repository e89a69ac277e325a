using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>A motion or a force in space: an angular and a linear part.</summary>
public readonly record struct Spatial(Vector3D Angular, Vector3D Linear)
{
    public static Spatial Zero { get; } = new(default, default);

    public static Spatial operator +(Spatial a, Spatial b) => new(a.Angular + b.Angular, a.Linear + b.Linear);

    public static Spatial operator *(double s, Spatial a) => new(s * a.Angular, s * a.Linear);

    public static double operator |(Spatial a, Spatial b) => Vector3D.Dot(a.Angular, b.Angular) + Vector3D.Dot(a.Linear, b.Linear);

    /// <summary>Motion on motion.</summary>
    public static Spatial operator ^(Spatial v, Spatial m) =>
        new(Vector3D.Cross(v.Angular, m.Angular), Vector3D.Cross(v.Angular, m.Linear) + Vector3D.Cross(v.Linear, m.Angular));

    /// <summary>Motion on force.</summary>
    public static Spatial operator %(Spatial v, Spatial f) =>
        new(Vector3D.Cross(v.Angular, f.Angular) + Vector3D.Cross(v.Linear, f.Linear), Vector3D.Cross(v.Angular, f.Linear));
}

/// <summary>The mass of a body, and where it is.</summary>
public struct Inertia
{
    public double Mass;
    public Vector3D Centre;
    public (double X, double Y, double Z) Moments;

    public static Spatial operator *(in Inertia i, Spatial v)
    {
        Vector3D p = i.Mass * (v.Linear + Vector3D.Cross(v.Angular, i.Centre));
        return new(new Vector3D(i.Moments.X * v.Angular.X, i.Moments.Y * v.Angular.Y, i.Moments.Z * v.Angular.Z) + Vector3D.Cross(i.Centre, p), p);
    }
}

/// <summary>Mechanisms of rigid bodies.</summary>
public static partial class Mechanisms
{
    /// <summary>Featherstone's recursive equations of Newton and Euler: the torques that a motion takes.</summary>
    [Differentiable]
    public static void Torques([Length(3)] ReadOnlySpan<double> angles, [Length(3)] ReadOnlySpan<double> speeds, [Length(3)] ReadOnlySpan<double> accelerations, [Length(3)] Inertia[] bodies, [Length(3)] Span<double> torques)
    {
        int n = angles.Length;
        Span<Spatial> velocity = new Spatial[n], force = new Spatial[n];
        Span<Pose> joints = new Pose[n];
        Spatial acceleration = new(default, new(0, 0, 9.81));
        Spatial along(int i) => new(i % 2 == 0 ? new(0, 0, 1) : new(0, 1, 0), default);
        for (int i = 0; i < n; i++)
        {
            Spatial axis = along(i);
            joints[i] = new(QuaternionD.FromAxisAngle(axis.Angular, angles[i]), new(0.3, 0, 0.1 * i));
            Spatial before = i == 0 ? Spatial.Zero : ToChild(joints[i], velocity[i - 1]);
            velocity[i] = before + speeds[i] * axis;
            acceleration = ToChild(joints[i], acceleration) + accelerations[i] * axis + (velocity[i] ^ speeds[i] * axis);
            force[i] = bodies[i] * acceleration + (velocity[i] % (bodies[i] * velocity[i]));
        }
        for (int i = n; i-- > 0;)
        {
            torques[i] = along(i) | force[i];
            if (i > 0)
                force[i - 1] += ToParent(joints[i], force[i]);
        }
    }

    private static Spatial ToChild(in Pose joint, Spatial v)
    {
        QuaternionD back = new(joint.Rotation.W, -joint.Rotation.V);
        return new(back.Rotate(v.Angular), back.Rotate(v.Linear + Vector3D.Cross(v.Angular, joint.Translation)));
    }

    private static Spatial ToParent(in Pose joint, Spatial f)
    {
        Vector3D linear = joint.Rotation.Rotate(f.Linear);
        return new(joint.Rotation.Rotate(f.Angular) + Vector3D.Cross(joint.Translation, linear), linear);
    }

    /// <summary>What a plan costs: a cart with a pole, through time, with penalties in one of three ways.</summary>
    [Differentiable]
    public static double PlanCost([Length(6), Range(-0.5, 0.5)] double[] controls, (double X, double V, double Angle, double Spin) state, double length, [Values(0, 1, 2)] int penalty)
    {
        double cost = 0;
        const double g = 9.81, dt = 0.05;
        foreach (var (k, u) in controls.Index())
        {
            var (sin, cos) = Math.SinCos(state.Angle);
            double push = (u + 0.1 * length * state.Spin * state.Spin * sin) / 1.1;
            double spin = (g * sin - cos * push) / (length * (4.0 / 3 - 0.1 * cos * cos / 1.1));
            state = state with { V = state.V + dt * (push - 0.1 * length * spin * cos / 1.1), Spin = state.Spin + dt * spin };
            (state.X, state.Angle) = (state.X + dt * state.V, state.Angle + dt * state.Spin);
            double barrier = Math.Abs(state.X) - 1;
            cost += 0.01 * u * u + state.Angle * state.Angle + penalty switch
            {
                0 when barrier > 0 => barrier * barrier,
                1 => Math.Log(1 + Math.Exp(10 * barrier)) / 10,
                2 when k == controls.Length - 1 => state.X * state.X,
                _ => 0,
            };
        }
        return cost + (state is { V: > 0, Spin: var last } ? last * last : 0);
    }

    /// <summary>A filter of a moving robot that sees landmarks: predictions, corrections, matrices on the stack.</summary>
    [Differentiable]
    public static double Localized([Length(9)] ReadOnlySpan<double> odometry, [Length(3)] ReadOnlySpan<(double X, double Y)> landmarks, [Length(3)] ReadOnlySpan<double> ranges, double noise)
    {
        Span<double> x = [0.1, 0.2, 0.3], p = [1, 0, 0, 0, 1, 0, 0, 0, 0.5], h = stackalloc double[3], gain = stackalloc double[3], old = stackalloc double[9];
        double evidence = 0;
        for (int k = 0; k < ranges.Length; k++)
        {
            double turn = odometry[3 * k + 1], step = odometry[3 * k], q = odometry[3 * k + 2];
            var (s, c) = Math.SinCos(x[2] + turn / 2);
            (x[0], x[1], x[2]) = (x[0] + step * c, x[1] + step * s, x[2] + turn);
            Span<double> f = [1, 0, -step * s, 0, 1, step * c, 0, 0, 1];
            p.CopyTo(old);
            p.Clear();
            for (int i = 0; i < 3; i++)
                for (int j = 0; j < 3; j++)
                    for (int a = 0; a < 3; a++)
                        for (int b = 0; b < 3; b++)
                            p[3 * i + j] += f[3 * i + a] * old[3 * a + b] * f[3 * j + b];
            for (int i = 0; i < 3; i++)
                p[4 * i] += q * q;
            double dx = landmarks[k].X + 2 - x[0], dy = landmarks[k].Y - x[1], range = double.Hypot(dx, dy);
            (h[0], h[1], h[2]) = (-dx / range, -dy / range, 0);
            double innovation = ranges[k] - range, variance = noise * noise;
            for (int i = 0; i < 3; i++)
            {
                gain[i] = p[3 * i] * h[0] + p[3 * i + 1] * h[1] + p[3 * i + 2] * h[2];
                variance += h[i] * gain[i];
            }
            for (int i = 0; i < 3; i++)
                for (int j = 0; j < 3; j++)
                    p[3 * i + j] -= gain[i] * gain[j] / variance;
            for (int i = 0; i < 3; i++)
                x[i] += gain[i] / variance * innovation;
            evidence -= 0.5 * (innovation * innovation / variance + Math.Log(variance));
        }
        return evidence;
    }
}
