using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.GenericCode;

/// <summary>Methods of a generic type that compute with built-in numbers.</summary>
[TypeArguments(typeof(int), typeof(string))]
public static partial class Generics<TKey, TValue>
    where TKey : struct, IComparable<TKey>
    where TValue : class
{
    [Differentiable]
    public static double Polynomial(double x) => x * x - 3 * x;

    [Differentiable]
    public static double SumInPlace([Length(3, 0)] Span<double> a, double x)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = a[i] * x + Polynomial(a[i]);
            sum += a[i];
        }
        return sum * sum;
    }

    [TypeArguments(typeof(int), typeof(string), typeof(double))]
    public static partial class Nested<TOther>
        where TOther : notnull
    {
        [Differentiable]
        public static double InsideTwo(double x) => Generics<TKey, TValue>.Polynomial(x) * x;
    }
}
