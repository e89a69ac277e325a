using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>A direction or a point, with rules for two of its own methods.</summary>
public readonly record struct Arrow(double X, double Y, double Z)
{
    public static Arrow operator +(Arrow a, Arrow b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Arrow operator *(double s, Arrow a) => new(s * a.X, s * a.Y, s * a.Z);

    public double Dot(Arrow other) => X * other.X + Y * other.Y + Z * other.Z;

    [CustomGradient(nameof(NormalizedPullback)), CustomGradient(nameof(NormalizedTangent))]
    public Arrow Normalized() => 1 / Math.Sqrt(Dot(this)) * this;

    internal static Arrow NormalizedPullback(Arrow self, Arrow dresult, Arrow result) =>
        1 / Math.Sqrt(self.Dot(self)) * (dresult + -dresult.Dot(result) * result);

    internal static (Arrow value, Arrow valueDot) NormalizedTangent(Arrow self, Arrow selfDot) => RulesForStructs.NormalizedTangent(self, selfDot);

    [CustomGradient(nameof(LengthTangent))]
    public double Length(double unit) => unit * Math.Sqrt(Dot(this));

    internal static (double value, double valueDot) LengthTangent(Arrow self, double unit, Arrow selfDot, double unitDot)
    {
        double length = Math.Sqrt(self.Dot(self));
        return (unit * length, unitDot * length + unit * self.Dot(selfDot) / length);
    }
}

/// <summary>A number with what says where it comes from, which is no number.</summary>
public struct Reading
{
    public int Sensor;
    public double Value;
    public bool IsValid;
}

/// <summary>Methods with rules that take and return structs and tuples.</summary>
public static partial class RulesForStructs
{
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static (Arrow value, Arrow valueDot) NormalizedTangent(Arrow self, Arrow selfDot)
    {
        double length = Math.Sqrt(self.Dot(self));
        Arrow unit = 1 / length * self;
        return (unit, 1 / length * (selfDot + -selfDot.Dot(unit) * unit));
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Jacobian)]
    public static Arrow HalfWay(Arrow from, Arrow to, double weight)
    {
        Arrow half = (from.Normalized() + weight * to.Normalized()).Normalized();
        for (int i = 0; i < 2; i++)
            half = (half + to).Normalized();
        return half;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Jacobian)]
    public static double Perimeter(Arrow a, Arrow b, double unit) => (a + b).Length(unit) + a.Length(2) * b.Length(unit * unit);

    [CustomGradient(nameof(UnitTangent)), CustomGradient(nameof(UnitPullback))]
    private static Arrow Unit(Arrow a) => 1 / Math.Sqrt(a.Dot(a)) * a;

    private static Arrow UnitPullback(Arrow a, Arrow dresult, Arrow result) => Arrow.NormalizedPullback(a, dresult, result);

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static (Arrow value, Arrow valueDot) UnitTangent(Arrow a, Arrow aDot)
    {
        double length = Math.Sqrt(a.Dot(a));
        Arrow unit = 1 / length * a;
        return (unit, 1 / length * (aDot + -aDot.Dot(unit) * unit));
    }

    /// <summary>Second order asks for the reverse mode of the tangent rule.</summary>
    [Differentiable(Derivatives.All)]
    public static double CosineOfAngle(Arrow a, Arrow b, double s) => Unit(a).Dot(Unit(b + s * a)) * s;

    /// <summary>A tuple with a struct in it.</summary>
    [CustomGradient(nameof(MovedTangent))]
    private static (Arrow At, double Energy) Moved(Arrow a, double s) => (s * a, s * a.Dot(a));

    private static (Arrow At, double Energy, Arrow AtDot, double EnergyDot) MovedTangent(Arrow a, double s, Arrow aDot, double sDot) =>
        (s * a, s * a.Dot(a), s * aDot + sDot * a, sDot * a.Dot(a) + 2 * s * a.Dot(aDot));

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Jacobian)]
    public static double OfMoved(Arrow a, double s)
    {
        (Arrow at, double energy) = Moved(a, s * s);
        return at.X * at.Y * energy + at.Z;
    }

    /// <summary>Structs in a span, and one that is not of real numbers alone.</summary>
    [CustomGradient(nameof(TotalPullback))]
    private static Reading Total(ReadOnlySpan<Arrow> arrows, Reading factor)
    {
        double sum = 0;
        foreach (Arrow arrow in arrows)
            sum += arrow.X * arrow.Y * arrow.Z;
        return new Reading { Sensor = factor.Sensor + 1, Value = sum * factor.Value * factor.Sensor, IsValid = true };
    }

    private static Reading TotalPullback(ReadOnlySpan<Arrow> arrows, Reading factor, Reading dresult, Reading result, Span<Arrow> darrows)
    {
        double scale = dresult.Value * factor.Value * factor.Sensor;
        for (int i = 0; i < arrows.Length; i++)
            darrows[i] += scale * new Arrow(arrows[i].Y * arrows[i].Z, arrows[i].X * arrows[i].Z, arrows[i].X * arrows[i].Y);
        return new Reading { Value = dresult.Value * result.Value / factor.Value };
    }

    [Differentiable(Derivatives.Gradient)]
    public static double OfTotals([Length(3)] Arrow[] arrows, double s, int sensor)
    {
        Reading factor = new() { Sensor = sensor + 2, Value = 1 + s * s };
        Reading total = Total(arrows, factor);
        return total.IsValid ? total.Value * total.Sensor + Total(arrows.AsSpan(1), total).Value : 0;
    }

    [CustomGradient(nameof(AdvancedPullback))]
    private static void Advance(ref Arrow at, in Arrow velocity, out Arrow twice, double dt)
    {
        at += dt * velocity;
        twice = at + at;
    }

    private static (Arrow velocity, double dt) AdvancedPullback(in Arrow velocity, double dt, Arrow dtwice, ref Arrow dat)
    {
        dat += 2 * dtwice;
        return (dt * dat, dat.Dot(velocity));
    }

    [Differentiable(Derivatives.Gradient)]
    public static double AfterTwoSteps(Arrow start, Arrow velocity, double dt)
    {
        Arrow at = start;
        Advance(ref at, velocity, out Arrow twice, dt * dt);
        Advance(ref at, in twice, out _, dt);
        return at.X * twice.Y + at.Z;
    }

    [CustomGradient(nameof(ProductPullback))]
    private static (double Re, double Im) Product((double Re, double Im) a, (double Re, double Im) b) => (a.Re * b.Re - a.Im * b.Im, a.Re * b.Im + a.Im * b.Re);

    private static ((double, double) a, (double, double) b) ProductPullback((double Re, double Im) a, (double Re, double Im) b, (double Re, double Im) dresult) =>
        (Product(dresult, (b.Re, -b.Im)), Product(dresult, (a.Re, -a.Im)));

    [Differentiable(Derivatives.Gradient)]
    public static double Powers((double Re, double Im) z, int n)
    {
        (double Re, double Im) power = (1, 0);
        for (int i = 0; i < n; i++)
            power = Product(power, z);
        return power.Re * power.Re + 2 * power.Im;
    }

    /// <summary>The rule is in the place of the body, in all that is generated for the method itself.</summary>
    [Differentiable(Derivatives.Gradient), CustomGradient(nameof(ClampedPullback))]
    public static Arrow Clamped(Arrow a, double limit) => a.Dot(a) > limit * limit ? limit / Math.Sqrt(a.Dot(a)) * a : a;

    private static (Arrow a, double limit) ClampedPullback(Arrow a, double limit, Arrow dresult)
    {
        double length = Math.Sqrt(a.Dot(a));
        if (length <= limit)
            return (dresult, 0);
        Arrow unit = 1 / length * a;
        return (limit / length * (dresult + -dresult.Dot(unit) * unit), dresult.Dot(unit));
    }

    [Differentiable(Derivatives.Gradient)]
    public static double OfClamped(Arrow a, double limit)
    {
        Arrow clamped = Clamped(a, limit);
        return clamped.X * clamped.Y + clamped.Z * limit;
    }

    [CustomGradient(nameof(WeighedTangent))]
    private static double Weighed(Reading reading) => reading.Value * reading.Value * reading.Sensor;

    [Differentiable]
    private static (double value, double valueDot) WeighedTangent(Reading reading, Reading readingDot) =>
        (reading.Value * reading.Value * reading.Sensor, 2 * reading.Value * reading.Sensor * readingDot.Value);

    /// <summary>The reverse mode of a tangent rule, which is given no tangent of what is no number.</summary>
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double OfWeighed(double x, int sensor) => Weighed(new Reading { Value = x, Sensor = sensor + 1 }) * x;

    /// <summary>A struct without real numbers is no input.</summary>
    private readonly struct Scale(int factor)
    {
        private int Factor => factor;

        [CustomGradient(nameof(AppliedPullback))]
        internal double Applied(double x) => factor * x * x;

        internal static double AppliedPullback(Scale self, double x, double dresult) => dresult * 2 * x * self.Factor;
    }

    [Differentiable(Derivatives.Gradient)]
    public static double OfScales(double x, int n) => new Scale(n + 1).Applied(x) * x;
}
