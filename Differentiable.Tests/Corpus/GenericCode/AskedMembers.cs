using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.GenericCode;

/// <summary>Generic code that asks type parameters for static members, for which integers, decimals and types without numbers stand as well.</summary>
public static partial class AskedMembers
{
    [Differentiable]
    public static double Series(double x, [Values(4, 0)] int terms)
    {
        static T Factorial<T>(T n)
            where T : INumber<T>
        {
            T product = T.One;
            for (T i = T.One; i <= n; i++)
                product *= i;
            return product;
        }

        double sum = 0, power = 1;
        for (int k = 0; k < terms; k++)
        {
            sum += power / Factorial(k) + power / Factorial((long)k);
            power *= x;
        }
        return sum * (double)Factorial(4m);
    }

    [Differentiable]
    public static double Constants(double x)
    {
        static T All<T>(T b)
            where T : INumber<T> => T.One + b * T.CreateChecked(2) - T.Zero + T.Max(b, T.One) + T.AdditiveIdentity + T.MultiplicativeIdentity + T.Abs(b) + T.Clamp(b, T.Zero, T.One) + T.CreateChecked(T.Radix);

        return All(2) * x + All(3L) * x * x + All((byte)4) * x + (double)All(2.5m) * x + All(x) + (double)All((Half)0.5) * x + All(1.5f) * x + All((short)3) * x + All(5ul) * x + (double)All((nint)3) * x;
    }

    [Differentiable]
    public static double Questions(double x)
    {
        static double Count<T>(T b)
            where T : INumber<T>, IMinMaxValue<T>
        {
            double count = 0;
            if (T.IsZero(b))
                count += 1;
            if (T.IsInteger(b))
                count += 2;
            if (T.IsCanonical(b) && !T.IsNaN(b) && T.IsFinite(b))
                count += 4;
            if (T.IsRealNumber(b) && !T.IsSubnormal(b) && b < T.MaxValue)
                count += 8;
            return count + T.Sign(b);
        }

        return Count(2) * x + Count(0L) * x * x + Count((byte)4) + Count(2.5m) * x + Count(x) * x + Count((Half)0.5) * x + Count(1.5f) * x;
    }

    /// <summary>The small integers have no arithmetic of their own in C#, but as type parameters they have, which wraps.</summary>
    [Differentiable]
    public static double SmallIntegers(double x)
    {
        static T Steps<T>(T a, T b)
            where T : INumber<T>
        {
            T s = a + b;
            s *= b;
            s++;
            s -= T.One;
            s = -s;
            return s / (T.One + T.One);
        }

        return Steps((byte)200, (byte)100) * x + Steps((short)30000, (short)30000) * x * x + Steps((sbyte)100, (sbyte)100) * x + Steps(5u, 7u) * x + Steps('a', 'b') * x + (double)Steps((Int128)5, 7) * x;
    }

    [Differentiable, Allocates("a box, for what the integer hides")]
    public static double Hidden(double x)
    {
        static T Bits<T>(T b)
            where T : struct, IBinaryInteger<T> => T.PopCount(b) + T.CreateChecked(b.GetByteCount()) + (T.IsPow2(b) ? T.One : T.Zero) + (b << 2);

        return Bits(3) * x + Bits(8L) * x * x + Bits((byte)8) * x;
    }

    private interface IUnit<T>
        where T : IUnit<T>
    {
        static abstract double Scale { get; }

        static abstract double Convert(double x);

        static virtual double Twice(double x) => 2 * T.Convert(x);
    }

    private readonly struct Metre : IUnit<Metre>
    {
        static double IUnit<Metre>.Scale => 2;

        static double IUnit<Metre>.Convert(double x) => x * x;
    }

    private readonly struct Foot : IUnit<Foot>
    {
        public static double Scale => 0.3;

        public static double Convert(double x) => Math.Sin(x);

        static double IUnit<Foot>.Twice(double x) => 3 * x;
    }

    private sealed class Yard : IUnit<Yard>
    {
        public static double Scale { get; } = 0.9;

        public static double Convert(double x) => x * Scale;
    }

    /// <summary>Types that hold nothing stand for what is done.</summary>
    [Differentiable]
    public static double Policies(double x)
    {
        static double Measure<T>(double x)
            where T : IUnit<T> => T.Scale * T.Convert(x) + T.Twice(x);

        return Measure<Metre>(x) * Measure<Foot>(x) + Measure<Yard>(x);
    }

    private interface IActivation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        static abstract T Apply(T x);

        static virtual T Chain<TNext>(T x)
            where TNext : IActivation<T> => TNext.Apply(TNext.Apply(x));
    }

    private readonly struct HyperbolicTangent<T> : IActivation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        public static T Apply(T x) => T.Tanh(x);
    }

    private readonly struct Swish<T> : IActivation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        static T IActivation<T>.Apply(T x) => x / (T.One + T.Exp(-x));
    }

    [Differentiable]
    public static double Network(double w, double x)
    {
        static T Layers<TActivation, T>(T w, T x)
            where T : struct, IFloatingPointIeee754<T>
            where TActivation : IActivation<T>
        {
            T hidden = TActivation.Apply(w * x);
            return TActivation.Apply(hidden + TActivation.Chain<TActivation>(w)) * x;
        }

        return Layers<HyperbolicTangent<double>, double>(w, x) + Layers<Swish<double>, double>(x, w);
    }

    private interface IKernel
    {
        double Scale { get; }

        double Value(double distance);
    }

    private readonly struct Gaussian : IKernel
    {
        public double Scale => 2;

        public double Value(double distance) => Math.Exp(-distance * distance);
    }

    private readonly struct Compact(int power) : IKernel
    {
        private const double Reach = 3;

        private static readonly double s_shift = 0.25;

        public int Power { get; } = power;

        double IKernel.Scale => Power;

        public double Value(double distance)
        {
            double value = 1 + s_shift;
            for (int i = 0; i < Power; i++)
                value *= 1 - distance / Reach;
            return value;
        }
    }

    /// <summary>Structs without real numbers, in generic code and by their names.</summary>
    [Differentiable, Allocates("a box, for what the struct hides")]
    public static double Kernels(double x, double y)
    {
        return Of(new Gaussian(), x, y) + Of(new Compact(3), x, y) + new Gaussian().Value(x) * new Compact(2).Value(y);

        static double Of<T>(T kernel, double x, double y)
            where T : struct, IKernel => kernel.Value(x) * kernel.Value(y) * kernel.Scale + default(T).Value(x * y);
    }

    private readonly record struct Tag(int Number) : IAdditionOperators<Tag, Tag, Tag>, IMultiplicativeIdentity<Tag, Tag>
    {
        static Tag IMultiplicativeIdentity<Tag, Tag>.MultiplicativeIdentity => new(3);

        static Tag IAdditionOperators<Tag, Tag, Tag>.operator +(Tag a, Tag b) => new(a.Number + 2 * b.Number);
    }

    [Differentiable]
    public static double HiddenOperators(double x)
    {
        return Sum(new Tag(1), new Tag(2)).Number * x;

        static T Sum<T>(T a, T b)
            where T : IAdditionOperators<T, T, T>, IMultiplicativeIdentity<T, T> => a + b + T.MultiplicativeIdentity;
    }
}
