using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Calling;

/// <summary>Types that stand for functions: generic code asks them for static members, generic ones too, and they ask each other.</summary>
public static partial class FunctionTypes
{
    private interface IFunction
    {
        static abstract double Scale { get; }

        static abstract T At<T>(T x)
            where T : IFloatingPointIeee754<T>;

        static virtual T Twice<T>(T x)
            where T : IFloatingPointIeee754<T> => x + x * x;
    }

    private interface ICombination<T>
    {
        static abstract T Join<TOther>(T x, TOther y)
            where TOther : INumber<TOther>;

        static abstract T Of(T x);

        static virtual T Half(T x) => x;
    }

    private interface IAlgebra<TSelf>
        where TSelf : struct, IAlgebra<TSelf>
    {
        double Value { get; }

        static abstract TSelf operator *(TSelf left, TSelf right);

        static abstract TSelf Lift<T>(T x)
            where T : INumber<T>;

        static virtual TSelf Power<TCount>(TSelf x, TCount n)
            where TCount : IBinaryInteger<TCount>
        {
            TSelf result = TSelf.Lift(1.0);
            for (TCount i = TCount.Zero; i < n; i++)
                result *= x;
            return result;
        }
    }

    private readonly struct Square : IFunction
    {
        public static double Scale => 3;

        public static T At<T>(T x)
            where T : IFloatingPointIeee754<T> => x * x;
    }

    private class Cube : IFunction
    {
        static double IFunction.Scale => 2;

        public static T Twice<T>(T x)
            where T : IFloatingPointIeee754<T> => T.Sin(x);

        static T IFunction.At<T>(T x) => x * x * x;
    }

    private sealed class InheritedCube : Cube;

    /// <summary>In itself for other types.</summary>
    private readonly struct Then<TFirst, TSecond> : IFunction
        where TFirst : IFunction
        where TSecond : IFunction
    {
        public static double Scale => TFirst.Scale * TSecond.Scale;

        public static T At<T>(T x)
            where T : IFloatingPointIeee754<T>
        {
            T y = TFirst.At(x);
            for (int i = 0; i < 2; i++)
                y = TSecond.At<T>(y) + TFirst.Twice(y);
            return y;
        }

        static T IFunction.Twice<T>(T x) => Apply<TFirst, T>(Apply<TSecond, T>(x)) + Sum<TFirst>.Both(x);
    }

    /// <summary>A function in it calls itself, which is lifted for each type apart.</summary>
    private readonly struct Repeated<TFunction> : IFunction
        where TFunction : IFunction
    {
        public static double Scale => 1;

        public static T At<T>(T x)
            where T : IFloatingPointIeee754<T>
        {
            return Times(x, 3);

            static T Times(T y, int n) => n == 0 ? y : TFunction.At(Times(y, n - 1));
        }
    }

    private readonly struct Weighted<T> : ICombination<T>
        where T : IFloatingPointIeee754<T>
    {
        public static T Join<TOther>(T x, TOther y)
            where TOther : INumber<TOther> => x * T.CreateChecked(y) + x * x;

        static T ICombination<T>.Of(T x) => T.Exp(x);
    }

    private readonly struct Plain : ICombination<double>
    {
        public static double Join<TOther>(double x, TOther y)
            where TOther : INumber<TOther> => x * double.CreateChecked(y + TOther.One);

        public static double Of(double x) => x * x;

        public static double Half(double x) => x / 2;
    }

    private readonly record struct Dual(double A, double B) : IAlgebra<Dual>
    {
        public double Value => A * B;

        public static Dual operator *(Dual left, Dual right) => new(left.A * right.A, left.A * right.B + left.B * right.A);

        public static Dual Lift<T>(T x)
            where T : INumber<T> => new(double.CreateChecked(x), 1);
    }

    /// <summary>A type around the methods is given the function.</summary>
    private static class Sum<TFunction>
        where TFunction : IFunction
    {
        public static double At(double x)
        {
            double sum = 0;
            for (int i = 1; i < 4; i++)
                sum += TFunction.At(x * i) / i;
            return sum;
        }

        public static T Both<T>(T x)
            where T : IFloatingPointIeee754<T> => TFunction.At(x) + TFunction.Twice(x);
    }

    [Differentiable]
    public static double InLocalFunctions(double x)
    {
        return All<Square>(x) + All<Cube>(x) * All<InheritedCube>(x) + All<Then<Square, Cube>>(x);

        static double All<TFunction>(double y)
            where TFunction : IFunction => TFunction.At(y) * TFunction.Twice(y) * TFunction.Scale;
    }

    [Differentiable]
    public static double InStaticMethods([Range(0.4, 0.9)] double x) => Apply<Square, double>(x) * Sum<Cube>.At(x) + Sum<Square>.Both(x);

    [Differentiable]
    public static double Nested([Range(0.2, 0.5)] double x) =>
        Apply<Then<Then<Square, Cube>, Square>, double>(x) + Apply<Then<Square, Then<Cube, Square>>, double>(x) * Sum<Then<Cube, Square>>.Both(x);

    [Differentiable]
    public static double Recursive(double x) => Apply<Repeated<Square>, double>(x) * Apply<Repeated<Cube>, double>(x) + Times<Cube>(x, 2) + Times<Square>(x, 3);

    [Differentiable]
    public static double GenericInterfaces(double x, float y)
    {
        return All<Weighted<double>, double>(x) + All<Plain, double>(x) + All<Weighted<float>, float>(y);

        static double All<TCombination, T>(T z)
            where TCombination : ICombination<T>
            where T : IFloatingPointIeee754<T> => double.CreateChecked(TCombination.Join(z, 2) * TCombination.Join(z, 2f) * TCombination.Of(z) + TCombination.Half(z));
    }

    [Differentiable]
    public static double OperatorsOfGenericValues(double x)
    {
        return Cubed<Dual>(x) * Cubed<Dual>(2f * x);

        static double Cubed<T>(double y)
            where T : struct, IAlgebra<T> => (T.Power(T.Lift(y), 3) * T.Lift(y)).Value;
    }

    [Differentiable]
    [TypeArguments(typeof(double))]
    [TypeArguments(typeof(float))]
    public static T InGenericCode<T>([Range(0.4, 0.9)] T x)
        where T : IFloatingPointIeee754<T> => Apply<Then<Square, Cube>, T>(x) + Apply<Square, T>(x) * Sum<Cube>.Both(x);

    [Differentiable]
    public static double CallsGenericCode([Range(0.4, 0.9)] double x) => InGenericCode(x) * x + InGenericCode((float)0.5);

    [Differentiable]
    public static double WithStorageAndReferences([Length(3)] ReadOnlySpan<double> x, double scale)
    {
        Span<double> y = stackalloc double[3];
        x.CopyTo(y);
        Update<Square>(y, ref scale);
        Update<Cube>(y, ref scale);
        return y[0] + y[1] * scale + y[2];
    }

    [Differentiable]
    public static double WithLambdas(double x) =>
        Integral(t => Apply<Square, double>(t * x) + Integral(u => Apply<Cube, double>(u * t), x), x);

    private static T Apply<TFunction, T>(T x)
        where TFunction : IFunction
        where T : IFloatingPointIeee754<T>
    {
        if (x > T.One)
            return TFunction.At(x);
        T y = x;
        y += TFunction.At<T>(y);
        return y;
    }

    private static double Times<TFunction>(double x, int n)
        where TFunction : IFunction => n == 0 ? x : TFunction.At(Times<TFunction>(x, n - 1));

    private static void Update<TFunction>(Span<double> x, ref double scale)
        where TFunction : IFunction
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = TFunction.At(x[i] * scale);
        scale = TFunction.Twice(scale);
    }

    private static double Integral(Func<double, double> f, double to)
    {
        double sum = 0;
        for (int i = 0; i < 4; i++)
            sum += f((i + 0.5) * to / 4);
        return sum * to / 4;
    }
}
