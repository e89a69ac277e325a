using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>A struct of numbers of any type.</summary>
[TypeArguments(typeof(double))]
public record struct Band<T>(T Low, T High)
    where T : IFloatingPointIeee754<T>;

/// <summary>Generic structs: their fields are followed, alone and in arrays, in generic code and outside.</summary>
public static partial class GenericStructs
{
    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static T Width<T>(Band<T> s)
        where T : IFloatingPointIeee754<T> => (s.High - s.Low) * s.High;

    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static T TotalWidth<T>([Length(3, 0)] Band<T>[] all, T scale)
        where T : IFloatingPointIeee754<T>
    {
        T total = T.Zero;
        for (int i = 0; i < all.Length; i++)
            total += (all[i].High - all[i].Low) * scale * all[i].High;
        return total;
    }

    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static void Widen<T>([Length(3)] Span<Band<T>> all, T by)
        where T : IFloatingPointIeee754<T>
    {
        for (int i = 0; i < all.Length; i++)
            all[i] = new Band<T>(all[i].Low - by * by, all[i].High * by);
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Hvp)]
    public static double OfDoubles([Length(3)] Band<double>[] all) => TotalWidth(all, all[0].Low) + Width(all[1]);
}
