namespace Differentiable.Tests.Classes;

/// <summary>Instance methods with pullbacks, of which one is differentiable itself.</summary>
public partial class Gauge(double offset)
{
    [Differentiable]
    public double Gain = 1;

    private readonly double _offset = offset;

    public double Reading(double x) => _offset * _offset * x;

    [DerivativeOf(typeof(Gauge), nameof(Reading))]
    public static double ReadingPullback(Gauge self, double x, double dresult) => dresult * self._offset * self._offset;

    [Differentiable(Derivatives.Gradient)]
    public double Scaled(double x) => Gain * Reading(x);

    [Differentiable(Derivatives.Gradient)]
    public double ScaledOf(double x, [NonDifferentiable] Gauge other) => Gain * other.Reading(x);

    [Differentiable(Derivatives.Gradient), CustomGradient(nameof(OwnPullback))]
    public double Own(double x) => _offset * x * x;

    public static double OwnPullback(Gauge self, double x, double dresult) => dresult * self._offset * 2 * x;

    [Differentiable(Derivatives.Gradient)]
    public double UsesOwn(double x) => Own(x) * 2;
}
