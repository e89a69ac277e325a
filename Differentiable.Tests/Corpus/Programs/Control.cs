using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Two by two.</summary>
public readonly record struct Matrix2(double A, double B, double C, double D)
{
    public static Matrix2 Identity => new(1, 0, 0, 1);
    public Matrix2 T => new(A, C, B, D);
    public double Det => A * D - B * C;
    public static Matrix2 operator +(Matrix2 x, Matrix2 y) => new(x.A + y.A, x.B + y.B, x.C + y.C, x.D + y.D);
    public static Matrix2 operator -(in Matrix2 x, in Matrix2 y) => new(x.A - y.A, x.B - y.B, x.C - y.C, x.D - y.D);
    public static Matrix2 operator *(Matrix2 x, Matrix2 y) => new(x.A * y.A + x.B * y.C, x.A * y.B + x.B * y.D, x.C * y.A + x.D * y.C, x.C * y.B + x.D * y.D);
    public static Vector2D operator *(Matrix2 m, Vector2D v) => new(m.A * v.X + m.B * v.Y, m.C * v.X + m.D * v.Y);
    public static Matrix2 operator *(double s, Matrix2 m) => m with { A = s * m.A, B = s * m.B, C = s * m.C, D = s * m.D };
    public static Matrix2 Outer(Vector2D a, Vector2D b) => new(a.X * b.X, a.X * b.Y, a.Y * b.X, a.Y * b.Y);
    public static implicit operator Matrix2((double a, double b, double c, double d) t) => new(t.a, t.b, t.c, t.d);
    public double this[int i, int j] => (i, j) switch
    {
        (0, 0) => A,
        (0, 1) => B,
        (1, 0) => C,
        (1, 1) => D,
        _ => throw new IndexOutOfRangeException($"[{i}, {j}]"),
    };
}

/// <summary>A vector with an indexer that writes it.</summary>
public record struct Vector2D(double X, double Y)
{
    public static Vector2D operator +(Vector2D a, Vector2D b) => new(a.X + b.X, a.Y + b.Y);
    public static Vector2D operator *(double s, Vector2D a) => new(s * a.X, s * a.Y);
    public static double operator *(Vector2D a, Vector2D b) => a.X * b.X + a.Y * b.Y;
    public static explicit operator Vector2D(double both) => new(both, both);
    public double this[int i]
    {
        readonly get => i == 0 ? X : Y;
        set { if (i == 0) X = value; else Y = value; }
    }
}

/// <summary>The likelihood of measurements under a Kalman filter.</summary>
public static partial class KalmanFilter
{
    [Differentiable]
    public static double LogLikelihood([NonDifferentiable][Length(6, 3)] double[] z, [Range(-3, -1)] double logQ, [Range(-2, -1)] double logR, Vector2D start, Matrix2 covariance)
    {
        double dt = 0.5, q = Math.Exp(logQ), r = Math.Exp(logR);
        Matrix2 f = (1, dt, 0, 1);
        Matrix2 noise = q * new Matrix2(dt * dt * dt / 3, dt * dt / 2, dt * dt / 2, dt);
        Vector2D x = start, h = new(1, 0);
        Matrix2 p = covariance * covariance.T + Matrix2.Identity;
        double log = 0;
        foreach (double measured in z)
        {
            x = f * x;
            p = f * p * f.T + noise;
            double innovation = measured - h * x, s = h * (p * h) + r;
            Vector2D gain = (1 / s) * (p * h);
            x += innovation * gain;
            p = (Matrix2.Identity - Matrix2.Outer(gain, h)) * p;
            p = 0.5 * (p + p.T);
            log -= 0.5 * (Math.Log(2 * Math.PI * s) + innovation * innovation / s);
        }
        return log + 1e-2 * p[1, 1] + x[0] * p[0, 1];
    }
}

/// <summary>A controller with a limit and without windup, which its own method changes.</summary>
public struct Pid
{
    private double _integral, _last;
    private bool _started;
    public double Kp { get; set; }
    public double Ki { get; set; }
    public double Kd { get; set; }
    public (double Low, double High) Limits { get; set; }

    public double Step(double error, double dt)
    {
        Integral += error * dt;
        double derivative = _started ? (error - _last) / dt : 0;
        _last = error;
        _started = true;
        double u = Kp * error + Ki * Integral + Kd * derivative;
        if (u > Limits.High || u < Limits.Low)
        {
            Integral -= error * dt;
            return u > Limits.High ? Limits.High : Limits.Low;
        }
        return u;
    }

    public double Integral
    {
        readonly get => _integral;
        private set => _integral = Math.Clamp(value, -5, 5);
    }
}

/// <summary>What a controller costs.</summary>
public static partial class PidTuning
{
    [Differentiable]
    public static double Cost([Range(1, 2)] double kp, [Range(0.2, 0.4)] double ki, [Range(0.05, 0.1)] double kd, [Range(0.5, 0.6)] double mass, [Values(12, 20)] int steps)
    {
        var pid = new Pid { Kp = kp, Ki = ki, Kd = kd, Limits = (-1.2, 1.2) };
        pid.Kp += 0.01;
        pid.Ki *= 1.1;
        double position = 0, velocity = 0, cost = 0;
        const double Target = 1, Dt = 0.1;
        for (int k = 0; k < steps; ++k)
        {
            double u = pid.Step(Target - position, Dt);
            velocity += Dt * (u - 0.3 * velocity) / mass;
            position += Dt * velocity;
            cost += Dt * ((position - Target) * (position - Target) + 0.01 * u * u);
        }
        return cost;
    }
}

/// <summary>A vehicle that is steered along, by Runge-Kutta steps of a lambda.</summary>
public static partial class BicycleModel
{
    public record struct State(double X, double Y, double Heading, double Speed)
    {
        public static State operator +(State a, State b) => new(a.X + b.X, a.Y + b.Y, a.Heading + b.Heading, a.Speed + b.Speed);
        public static State operator *(double s, State a) => new(s * a.X, s * a.Y, s * a.Heading, s * a.Speed);
    }

    private delegate State Field(State s, double steer, double throttle);

    [Differentiable]
    public static State Rollout(State start, [Length(4, 3)] double[] steer, [LengthFrom("steer")] double[] throttle, double wheelbase)
    {
        Field f = (s, delta, a) =>
        {
            double beta = Math.Atan(0.5 * Math.Tan(delta));
            return new State(s.Speed * Math.Cos(s.Heading + beta), s.Speed * Math.Sin(s.Heading + beta), s.Speed / wheelbase * Math.Sin(beta), a);
        };
        State s = start;
        for (int i = 0; i < steer.Length; i++)
        {
            double h = 0.1;
            var k1 = f(s, steer[i], throttle[i]);
            var k2 = f(s + h / 2 * k1, steer[i], throttle[i]);
            var k3 = f(s + h / 2 * k2, steer[i], throttle[i]);
            var k4 = f(s + h * k3, steer[i], throttle[i]);
            s += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
            s.Speed = Math.Max(s.Speed, 0.01);
        }
        return s;
    }
}
