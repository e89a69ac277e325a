using System.Numerics;

namespace Differentiable.Tests.Corpus.OwnRules;

/// <summary>Rules for one type among those that stand for a type parameter, in code that is the same for all; and rules for indexers.</summary>
public static partial class RulesOfGenericTypes
{
    private readonly struct Couple<T>(T a, T b)
        where T : struct, IFloatingPointIeee754<T>
    {
        public readonly T A = a;

        public readonly T B = b;

        public T Smooth(T x) => A * x + B * x;

        public T Twice(T x) => Smooth(x) + Smooth(x * x);
    }

    [DerivativeOf(typeof(Couple<>), nameof(Couple<double>.Smooth))]
    private static (Couple<double> dself, double dx) SmoothPullback(Couple<double> self, double x, double dresult) =>
        (new(x * dresult, x * dresult), (self.A + self.B) * dresult);

    [Differentiable(Derivatives.Gradient)]
    public static double ForOneOfTwoTypes(double x) => new Couple<double>(x, x * x).Twice(x) + x * new Couple<float>(2, 1).Twice(0.5f);

    private readonly struct Table(double low, double high)
    {
        public readonly double Low = low;

        public readonly double High = high;

        public double this[double x] => Low + (High - Low) * x;

        public double this[int i, double factor] => (i == 0 ? Low : High) * factor;
    }

    [DerivativeOf(typeof(Table), "this[]")]
    private static (Table dself, double dx) TablePullback(Table self, double x, double dresult) =>
        (new((1 - x) * dresult, x * dresult), (self.High - self.Low) * dresult);

    [DerivativeOf(typeof(Table), "this[]")]
    private static (Table dself, double dfactor) EntryPullback(Table self, int i, double factor, double dresult) =>
        (i == 0 ? new(factor * dresult, 0) : new(0, factor * dresult), (i == 0 ? self.Low : self.High) * dresult);

    [Differentiable(Derivatives.Gradient)]
    public static double OfIndexers(double x, double y)
    {
        Table table = new(x, y * y);
        return table[x * 2] * table[1, y] + table[0, x];
    }
}
