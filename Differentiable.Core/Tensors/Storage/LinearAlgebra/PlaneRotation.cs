using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>A rotation of pairs of numbers by an angle of at most 45°: <c>(x, y)</c> becomes <c>(Cosine x - Sine y, Sine x + Cosine y)</c>.</summary>
/// <param name="Cosine">Of the angle.</param>
/// <param name="Sine">Of the angle.</param>
/// <param name="Tangent">Of the angle.</param>
internal readonly record struct PlaneRotation<T>(T Cosine, T Sine, T Tangent)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The rotation that makes the symmetric matrix <c>[[first, between], [between, last]]</c> diagonal (Jacobi 1846; Golub and Van Loan, "Matrix computations", 2013, section 8.5.2).</summary>
    public static PlaneRotation<T> Diagonalizing(T first, T between, T last)
    {
        T cotangent = (last - first) / (between + between); // of twice the angle
        T tangent = T.CopySign(T.One, cotangent) / (T.Abs(cotangent) + T.Hypot(T.One, cotangent)), cosine = T.One / T.Hypot(T.One, tangent);
        return new(cosine, cosine * tangent, tangent);
    }

    /// <summary>Rotates each element of a vector together with the one of another.</summary>
    public void Apply(Span<T> x, Span<T> y)
    {
        int i = 0;
        if (Vector<T>.IsSupported)
        {
            for (; i <= x.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                Vector<T> left = new(x[i..]), right = new(y[i..]);
                ((left * Cosine) - (right * Sine)).CopyTo(x[i..]);
                ((left * Sine) + (right * Cosine)).CopyTo(y[i..]);
            }
        }
        for (; i < x.Length; i++)
            (x[i], y[i]) = ((Cosine * x[i]) - (Sine * y[i]), (Sine * x[i]) + (Cosine * y[i]));
    }
}
