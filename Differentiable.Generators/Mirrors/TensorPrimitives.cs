// System.Numerics.Tensors.TensorPrimitives, element by element: what derivatives of any order are made of where the rules of its functions, which work on whole spans, end at the second.
using System;

namespace System.Numerics.Tensors;

/// <summary>What all functions have in common.</summary>
public static partial class TensorPrimitives
{
    private const string TooShort = "The destination is too short.";
    private const string Unlike = "The lengths of the spans are not the same.";
    private const string NoElements = "There are no elements.";

    private static void Each<T>(ReadOnlySpan<T> x, Span<T> destination, Func<T, T> function)
    {
        if (destination.Length < x.Length)
            throw new ArgumentException(TooShort);
        for (int i = 0; i < x.Length; i++)
            destination[i] = function(x[i]);
    }

    private static void Each<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, Func<T, T, T> function)
    {
        if (x.Length != y.Length)
            throw new ArgumentException(Unlike);
        if (destination.Length < x.Length)
            throw new ArgumentException(TooShort);
        for (int i = 0; i < x.Length; i++)
            destination[i] = function(x[i], y[i]);
    }

    private static void Each<T>(ReadOnlySpan<T> x, T y, Span<T> destination, Func<T, T, T> function) => Each(x, destination, x => function(x, y));

    private static void Each<T>(T x, ReadOnlySpan<T> y, Span<T> destination, Func<T, T, T> function) => Each(y, destination, y => function(x, y));

    private static void Each<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> destination, Func<T, T, T, T> function)
    {
        if (x.Length != y.Length || x.Length != z.Length)
            throw new ArgumentException(Unlike);
        if (destination.Length < x.Length)
            throw new ArgumentException(TooShort);
        for (int i = 0; i < x.Length; i++)
            destination[i] = function(x[i], y[i], z[i]);
    }

    private static void Each<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T z, Span<T> destination, Func<T, T, T, T> function) => Each(x, y, destination, (x, y) => function(x, y, z));

    private static void Each<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> z, Span<T> destination, Func<T, T, T, T> function) => Each(x, z, destination, (x, z) => function(x, y, z));

    private static void Each<T>(T x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> destination, Func<T, T, T, T> function) => Each(y, z, destination, (y, z) => function(x, y, z));

    private static void Each<T>(ReadOnlySpan<T> x, T y, T z, Span<T> destination, Func<T, T, T, T> function) => Each(x, destination, x => function(x, y, z));

    private static void Each<T>(T x, ReadOnlySpan<T> y, T z, Span<T> destination, Func<T, T, T, T> function) => Each(y, destination, y => function(x, y, z));

    private static void Each<T>(T x, T y, ReadOnlySpan<T> z, Span<T> destination, Func<T, T, T, T> function) => Each(z, destination, z => function(x, y, z));
}
