using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Structs that keep parameters of their constructors and are, or are given, types that generic code asks for members.</summary>
public static partial class KeptAndAsked
{
    private interface IFunction
    {
        static abstract T At<T>(T x)
            where T : IFloatingPointIeee754<T>;
    }

    private interface ISummand<TSelf>
        where TSelf : struct, ISummand<TSelf>
    {
        static virtual TSelf Zero => default;

        static abstract TSelf Make<T>(T x, int n)
            where T : IFloatingPointIeee754<T>;

        double Norm();

        TSelf Add(in TSelf other);
    }

    private readonly struct Square : IFunction
    {
        public static T At<T>(T x)
            where T : IFloatingPointIeee754<T> => x * x;
    }

    private sealed class Sine : IFunction
    {
        static T IFunction.At<T>(T x) => T.Sin(x);
    }

    private struct Pair(double a, double b) : ISummand<Pair>
    {
        private double _product = a * b;

        public readonly double A => a;

        public static Pair Make<T>(T x, int n)
            where T : IFloatingPointIeee754<T>
        {
            Pair made = new(double.CreateChecked(x), n);
            for (int i = 0; i < n; i++)
                made.Step<Square>(0.1 * i);
            return made;
        }

        public void Step<TFunction>(double t)
            where TFunction : IFunction
        {
            a += TFunction.At(t + b);
            (b, _product) = (_product * 0.5, a);
        }

        public readonly double Norm() => a * a + b * _product;

        public readonly Pair Add(in Pair other)
        {
            Pair result = this;
            result.Merge(other);
            return result;
        }

        private void Merge(Pair other)
        {
            a += other.Norm();
            b *= other._product;
        }
    }

    private struct Stack<TFunction>(double seed, double[] store, int count)
        where TFunction : IFunction
    {
        public readonly int Count => count;

        public readonly double Sum
        {
            get
            {
                double sum = 0;
                for (int i = 0; i < count; i++)
                    sum += store[i] * seed;
                return sum;
            }
        }

        public void Push(double x)
        {
            store[count++] = TFunction.At(x) + seed;
            seed = store[count - 1] * 0.5;
        }

        public double Pop() => store[--count];
    }

    private struct Holder(Pair pair, double k)
    {
        public double Both => pair.Norm() + k;

        public void Touch(ref double x)
        {
            pair.Step<Sine>(x);
            x += pair.A;
            k *= x;
            Exchange(ref k, ref x);
        }

        public readonly double Ahead()
        {
            pair.Step<Square>(k);
            return pair.A;
        }

        private static void Exchange(ref double one, ref double other) => (one, other) = (other * 1.5, one);
    }

    private readonly struct Optional<T, TFunction>(T x, T? y)
        where T : struct, IFloatingPointIeee754<T>
        where TFunction : IFunction
    {
        public T Value => y is { } found ? TFunction.At(found) * x : x;

        public bool IsThere => y is T;

        public Optional<T, TFunction> With(T? z) => new(x + x, z ?? y);
    }

    [Differentiable]
    public static double Sums([Range(0.3, 0.6)] double x) => Total<Pair>(x, 3) + Total<Pair>(0.5 * x, 2);

    [Differentiable]
    [Allocates("arrays in structs")]
    public static double Stacks(double x)
    {
        Stack<Square> squares = new(x, new double[8], 0);
        Stack<Sine> sines = new(x * x, new double[4], 0);
        for (int i = 0; i < 5; i++)
        {
            squares.Push(x * i);
            if (i % 2 == 0)
                sines.Push(squares.Pop());
        }
        Stack<Square> copy = squares;
        copy.Push(x);
        return squares.Sum * sines.Sum + copy.Sum + squares.Count * x + copy.Pop() * squares.Sum;
    }

    [Differentiable]
    public static double References(double x)
    {
        Holder holder = new(new(x, 2 * x), x);
        double moved = x;
        for (int i = 0; i < 3; i++)
        {
            holder.Touch(ref moved);
            moved = 0.1 * Math.Sin(moved) + holder.Ahead() * 0.01;
        }
        return holder.Both * moved + holder.Ahead();
    }

    [Differentiable]
    public static double Missing(double x)
    {
        Optional<double, Square> one = new(x, null);
        double result = one.Value;
        one = one.With(x > 0 ? x * 2 : null);
        result *= one.Value;
        Optional<double, Sine>? other = x > 5 ? null : new(result, x);
        result += other?.Value ?? 1;
        if (other is { } found && found.IsThere)
            result *= found.With(null).Value;
        return result;
    }

    private static double Total<T>(double x, int n)
        where T : struct, ISummand<T>
    {
        T sum = T.Zero;
        for (int i = 0; i < n; i++)
            sum = sum.Add(T.Make(x * (i + 1), i));
        return sum.Norm();
    }
}
