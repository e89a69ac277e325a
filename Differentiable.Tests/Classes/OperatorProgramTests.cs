using Differentiable.Tests.Corpus.Programs;

namespace Differentiable.Tests.Classes;

/// <summary>A force and a moment, which change in place by operators of their own (C# 14).</summary>
public struct Wrench
{
    public Vector3D Force;
    public Vector3D Moment;

    public readonly double Power(in Wrench twist) => Vector3D.Dot(Force, twist.Force) + Vector3D.Dot(Moment, twist.Moment);

    public void operator +=(Wrench other)
    {
        Force += other.Force;
        Moment += other.Moment;
    }

    public void operator *=(double factor)
    {
        Force *= factor;
        Moment = factor * Moment;
    }

    public void operator ++() => Force += new Vector3D(1, 0, 0);

    public static Wrench operator +(Wrench a, Wrench b) => new() { Force = a.Force + b.Force, Moment = a.Moment + b.Moment };
}

/// <summary>A place without members of its own.</summary>
public record struct Mark(double X, double Y);

/// <summary>What it can do nevertheless.</summary>
public static class MarkExtensions
{
    extension(Mark p)
    {
        public double Norm => Math.Sqrt(p.X * p.X + p.Y * p.Y);

        public Mark Turned(double angle)
        {
            var (s, c) = Math.SinCos(angle);
            return new(c * p.X - s * p.Y, s * p.X + c * p.Y);
        }

        public static Mark Polar(double radius, double angle) => new(radius * Math.Cos(angle), radius * Math.Sin(angle));

        public static Mark Unit => new(1, 0);

        public static Mark operator +(Mark a, Mark b) => new(a.X + b.X, a.Y + b.Y);

        public static Mark operator -(Mark a) => new(-a.X, -a.Y);

        public static Mark operator *(double s, Mark a) => new(s * a.X, s * a.Y);
    }

    extension(ref Mark p)
    {
        public void Push(double by) => p = new(p.X + by, p.Y - by * p.X);

        public void operator *=(double s) => p = new(p.X * s, p.Y * s);
    }

    extension(double x)
    {
        public double Power2 => x * x;

        public static double Softplus(double v) => Math.Log(1 + Math.Exp(v));
    }

    extension(Math)
    {
        public static double Gauss(double v) => Math.Exp(-v * v / 2);
    }
}

/// <summary>What spans of numbers have beside their elements.</summary>
public static class SpanExtensions
{
    extension<T>(ReadOnlySpan<T> values) where T : System.Numerics.IFloatingPointIeee754<T>
    {
        public T Mean
        {
            get
            {
                T sum = T.Zero;
                foreach (T v in values)
                    sum += v;
                return sum / T.CreateChecked(values.Length);
            }
        }

        public T Moment(int order)
        {
            T mean = values.Mean, sum = T.Zero;
            foreach (T v in values)
                sum += T.Pow(v - mean, T.CreateChecked(order));
            return sum / T.CreateChecked(values.Length);
        }
    }
}

/// <summary>Operators on arrays (C# 14).</summary>
public static class ArrayOperators
{
    extension(double[])
    {
        public static double[] operator +(double[] a, double[] b)
        {
            var sum = new double[a.Length];
            for (int i = 0; i < a.Length; i++)
                sum[i] = a[i] + b[i];
            return sum;
        }

        public static double[] operator -(double[] a) => -1.0 * a;

        public static double[] operator *(double s, double[] a)
        {
            var scaled = new double[a.Length];
            for (int i = 0; i < a.Length; i++)
                scaled[i] = s * a[i];
            return scaled;
        }

        public static double operator *(double[] a, double[] b)
        {
            double sum = 0;
            for (int i = 0; i < a.Length; i++)
                sum += a[i] * b[i];
            return sum;
        }
    }

    extension(double[] a)
    {
        public double Norm => Math.Sqrt(a * a);

        public void operator *=(double s)
        {
            for (int i = 0; i < a.Length; i++)
                a[i] *= s;
        }
    }
}

/// <summary>Programs in the words of operators and extension blocks: of structs, spans and arrays. The compiler that the corpus is compiled with in memory does not know them yet.</summary>
public partial class OperatorProgramTests
{
    [Fact]
    public void Structs_are_changed_where_they_lie()
    {
        Wrench load = new() { Force = new(0.5, 1, 0.25), Moment = new(1, 0.75, 0.5) };
        Differentiate.Check(Lifting, load, new double[] { 0.5, 1.25, 0.75 }, new Vector3D(1, 0.5, 0.75)).ThrowIfDiffering();
    }

    [Fact]
    public void Structs_have_operators_from_outside()
    {
        Differentiate.Check(Walk, new Mark(0.5, 0.75), 0.6, 3).ThrowIfDiffering();
        IsSymmetric(WalkHessian(new(0.5, 0.75), 0.6, 3));
    }

    [Fact]
    public void Spans_have_members_from_outside() => Differentiate.Check(Skewness, new double[] { 0.5, 1, 0.75, 1.5, 0.25 }).ThrowIfDiffering();

    [Fact]
    public void Arrays_have_operators()
    {
        double[] x = [0.5, 1, 0.75], onto = [1, 0.25, 0.5];
        Differentiate.Check(Projected, x, onto, 0.5).ThrowIfDiffering();
        Differentiate.Check(Descent, x, onto, 0.25, 3).ThrowIfDiffering();
        IsSymmetric(ProjectedHessian(x, onto, 0.5));
        IsSymmetric(DescentHessian(x, onto, 0.25, 3));
    }

    private static void IsSymmetric(double[,] hessian)
    {
        for (int i = 0; i < hessian.GetLength(0); i++)
        {
            for (int j = 0; j < i; j++)
                Assert.Equal(hessian[i, j], hessian[j, i], 1e-12);
        }
    }

    [Differentiable(Derivatives.All)]
    public static double Lifting(Wrench load, double[] gains, Vector3D arm)
    {
        Wrench sum = default, twist = new() { Force = arm, Moment = Vector3D.Cross(arm, load.Force) };
        Wrench[] history = new Wrench[gains.Length];
        for (int i = 0; i < gains.Length; i++)
        {
            sum += load;
            sum *= gains[i];
            if (i % 2 == 0)
                sum++;
            history[i] += sum;
            history[i] *= 0.5;
            ref Wrench last = ref history[i];
            last += twist;
        }
        double power = 0;
        foreach (ref readonly Wrench wrench in history.AsSpan())
            power += wrench.Power(twist) * wrench.Force.Length;
        return power;
    }

    [Differentiable(Derivatives.All)]
    public static double Walk(Mark start, double angle, int steps)
    {
        Mark at = start + Mark.Unit;
        for (int k = 0; k < steps; k++)
        {
            at = at.Turned(angle * k) + -(0.2 * Mark.Polar(at.Norm, angle));
            at.Push(0.1 * angle);
            at *= 1 + 0.1 * at.X;
        }
        return at.Norm.Power2 + double.Softplus(at.X) * Math.Gauss(at.Y);
    }

    [Differentiable(Derivatives.All)]
    public static double Skewness(ReadOnlySpan<double> x) => x.Moment(4) / x.Moment(2).Power2 + x.Mean;

    [Differentiable(Derivatives.All)]
    public static double Projected(double[] x, double[] onto, double rate)
    {
        double[] moved = x + rate * (onto + -x);
        double[] rest = moved + -(moved * onto / (onto * onto)) * onto;
        rest *= rate;
        return rest.Norm + moved * rest;
    }

    [Differentiable(Derivatives.All)]
    public static double Descent(double[] x, double[] target, double rate, int steps)
    {
        double[] at = x;
        for (int k = 0; k < steps; k++)
            at += rate * (target + -at);
        return at * at + at.Norm;
    }
}
