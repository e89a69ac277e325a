using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>A positive number by its logarithm, as probabilities are kept that would underflow.</summary>
public readonly record struct LogNumber(double Log) : IAdditionOperators<LogNumber, LogNumber, LogNumber>, IMultiplyOperators<LogNumber, LogNumber, LogNumber>
{
    [CustomGradient(nameof(SumPullback)), CustomGradient(nameof(SumTangent))]
    public static LogNumber operator +(LogNumber a, LogNumber b)
    {
        double larger = Math.Max(a.Log, b.Log), smaller = Math.Min(a.Log, b.Log);
        return new(larger + Math.Log(1 + Math.Exp(smaller - larger)));
    }

    internal static (LogNumber a, LogNumber b) SumPullback(LogNumber a, LogNumber b, LogNumber dresult, LogNumber result) =>
        (new(dresult.Log * Math.Exp(a.Log - result.Log)), new(dresult.Log * Math.Exp(b.Log - result.Log)));

    internal static (LogNumber value, LogNumber valueDot) SumTangent(LogNumber a, LogNumber b, LogNumber aDot, LogNumber bDot) =>
        RulesForOperators.SumTangent(a, b, aDot, bDot);

    /// <summary>Differentiated in the place of its use, between operators that have rules.</summary>
    public static LogNumber operator *(LogNumber a, LogNumber b) => new(a.Log + b.Log);

    [CustomGradient(nameof(FromTangent))]
    public static implicit operator LogNumber(double number) => new(Math.Log(number));

    internal static (LogNumber value, LogNumber valueDot) FromTangent(double number, double numberDot) => RulesForOperators.FromTangent(number, numberDot);

    [CustomGradient(nameof(ToPullback)), CustomGradient(nameof(ToTangent))]
    public static explicit operator double(LogNumber number) => Math.Exp(number.Log);

    internal static LogNumber ToPullback(double dresult, double result) => new(dresult * result);

    internal static (double value, double valueDot) ToTangent(LogNumber number, LogNumber numberDot) => RulesForOperators.ToTangent(number, numberDot);

    /// <summary>Another conversion of the same name.</summary>
    [CustomGradient(nameof(ToRatePullback))]
    public static explicit operator Rate<double>(LogNumber number) => new(Math.Exp(number.Log));

    internal static LogNumber ToRatePullback(Rate<double> dresult, Rate<double> result) => new(dresult.Value * result.Value);
}

/// <summary>An angle in turns between -1/2 and 1/2, whose rules stand elsewhere.</summary>
public readonly record struct Turn(double Turns)
{
    public static Turn operator +(Turn a, Turn b) => Wrapped(a.Turns + b.Turns);

    public static Turn operator -(Turn a, in Turn b) => Wrapped(a.Turns - b.Turns);

    public static Turn operator -(Turn turn) => Wrapped(-turn.Turns);

    public static Turn operator *(double factor, Turn turn) => Wrapped(factor * turn.Turns);

    /// <summary>A quarter on.</summary>
    public static Turn operator ++(Turn turn) => Wrapped(turn.Turns + 0.25);

    public double Sine => Math.Sin(2 * Math.PI * Turns);

    private static Turn Wrapped(double turns) => new(turns - Math.Round(turns));
}

/// <summary>The rules of <see cref="Turn"/>, each by the name that its operator has in metadata.</summary>
internal static partial class TurnRules
{
    [DerivativeOf(typeof(Turn), "op_Addition"), Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static (Turn value, Turn valueDot) Sum(Turn a, Turn b, Turn aDot, Turn bDot) =>
        (new(a.Turns + b.Turns - Math.Round(a.Turns + b.Turns)), new(aDot.Turns + bDot.Turns));

    [DerivativeOf(typeof(Turn), "op_Subtraction")]
    internal static (Turn a, Turn b) DifferencePullback(Turn dresult) => (dresult, new(-dresult.Turns));

    [DerivativeOf(typeof(Turn), "op_UnaryNegation")]
    internal static Turn NegatedPullback(Turn dresult) => new(-dresult.Turns);

    [DerivativeOf(typeof(Turn), "op_UnaryNegation"), Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static (Turn value, Turn valueDot) Negated(Turn turn, Turn turnDot) => (new(-turn.Turns), new(-turnDot.Turns));

    [DerivativeOf(typeof(Turn), "op_Multiply"), Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static (Turn value, Turn valueDot) Multiple(double factor, Turn turn, double factorDot, Turn turnDot) =>
        (new(factor * turn.Turns - Math.Round(factor * turn.Turns)), new(factorDot * turn.Turns + factor * turnDot.Turns));

    [DerivativeOf(typeof(Turn), "op_Increment")]
    internal static Turn NextPullback(Turn dresult) => dresult;

    [DerivativeOf(typeof(Turn), "op_Increment"), Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static (Turn value, Turn valueDot) Next(Turn turn, Turn turnDot) => (new(turn.Turns + 0.25 - Math.Round(turn.Turns + 0.25)), turnDot);

    [DerivativeOf(typeof(Turn), nameof(Turn.Sine)), Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static (double value, double valueDot) Sine(Turn self, Turn selfDot)
    {
        double angle = 2 * Math.PI * self.Turns;
        return (Math.Sin(angle), 2 * Math.PI * Math.Cos(angle) * selfDot.Turns);
    }
}

/// <summary>A generic struct, whose rule is generic with it.</summary>
public readonly record struct Rate<T>(T Value)
    where T : IFloatingPointIeee754<T>
{
    [CustomGradient(nameof(ProductPullback))]
    public static Rate<T> operator *(Rate<T> a, Rate<T> b) => new(a.Value * b.Value);

    internal static (Rate<T> a, Rate<T> b) ProductPullback(Rate<T> a, Rate<T> b, Rate<T> dresult) => (new(b.Value * dresult.Value), new(a.Value * dresult.Value));

    public Rate<T> Cubed() => this * this * this;
}

/// <summary>Operators, conversions and computed properties with rules.</summary>
public static partial class RulesForOperators
{
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static (LogNumber value, LogNumber valueDot) SumTangent(LogNumber a, LogNumber b, LogNumber aDot, LogNumber bDot)
    {
        double larger = Math.Max(a.Log, b.Log), smaller = Math.Min(a.Log, b.Log);
        double sum = larger + Math.Log(1 + Math.Exp(smaller - larger));
        return (new(sum), new(Math.Exp(a.Log - sum) * aDot.Log + Math.Exp(b.Log - sum) * bDot.Log));
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static (LogNumber value, LogNumber valueDot) FromTangent(double number, double numberDot) => (new(Math.Log(number)), new(numberDot / number));

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static (double value, double valueDot) ToTangent(LogNumber number, LogNumber numberDot) =>
        (Math.Exp(number.Log), Math.Exp(number.Log) * numberDot.Log);

    /// <summary>A chain of two states that are seen through noise: what a forward algorithm computes.</summary>
    [Differentiable(Derivatives.Gradient)]
    public static double LikelihoodOfChain(double stay, double seen, int steps)
    {
        LogNumber keep = 0.1 + stay * stay, change = 0.2 + seen * seen;
        LogNumber first = 0.75, second = 0.25;
        for (int i = 0; i < steps; i++)
            (first, second) = (keep * first + change * second, change * first + keep * second * (0.5 + seen * seen));
        first += second;
        return (double)first * seen;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Jacobian)]
    public static double LogOfSums(double x, double y, [Length(3)] ReadOnlySpan<double> logs)
    {
        LogNumber sum = 1 + x * x;
        foreach (double log in logs)
            sum += new LogNumber(log * y);
        return sum.Log + (double)(sum + sum);
    }

    /// <summary>Through a type parameter, for which a struct with rules stands.</summary>
    [Differentiable(Derivatives.Gradient)]
    public static double OfTypeParameter(double x)
    {
        static T Polynomial<T>(T x, T one)
            where T : struct, IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T> => one + x * (one + x);
        return Polynomial(new LogNumber(x), new LogNumber(0.5)).Log * ((Rate<double>)new LogNumber(2 * x)).Value;
    }

    [Differentiable(Derivatives.Gradient)]
    public static double OfGenericStruct(double x, double y) => (new Rate<double>(x) * new Rate<double>(y)).Cubed().Value;

    /// <summary>A pendulum that is known by its angle.</summary>
    [Differentiable(Derivatives.All)]
    public static double Swing(double start, double speed, int steps)
    {
        Turn angle = new(start);
        for (int i = 0; i < steps; i++)
        {
            speed -= 0.1 * angle.Sine;
            angle += 0.1 * new Turn(speed);
        }
        return speed * (-angle).Sine + start * speed;
    }

    /// <summary>Steps before and after their value is taken.</summary>
    [Differentiable(Derivatives.All)]
    public static double Quarters(double x, double y)
    {
        Turn turn = new(x);
        Turn before = turn++;
        double sum = before.Sine * y + (++turn).Sine;
        Turn[] turns = [turn, new(y * 0.5)];
        turns[1]++;
        return sum * turns[1].Sine + turns[0].Sine * x;
    }

    [Differentiable(Derivatives.Gradient)]
    public static double Difference(double x, double y)
    {
        Turn from = new(x);
        return (from - new Turn(y)).Sine * (new Turn(y) - -from).Sine;
    }
}
