namespace Differentiable.Runtime;

/// <summary>A block of the operands of a function of up to three numbers, its results, and where its partial derivatives go.</summary>
internal readonly ref struct PartialsBlock<T>
{
    public ReadOnlySpan<T> X { get; init; }

    public ReadOnlySpan<T> Y { get; init; }

    public ReadOnlySpan<T> Z { get; init; }

    /// <summary>The tangents of <see cref="X"/>, there where changes of the derivatives are asked for, as are the others.</summary>
    public ReadOnlySpan<T> XDot { get; init; }

    public ReadOnlySpan<T> YDot { get; init; }

    public ReadOnlySpan<T> ZDot { get; init; }

    public ReadOnlySpan<T> Result { get; init; }

    /// <summary>The partial derivatives with respect to <see cref="X"/>; empty where no one asks for them, as are the others.</summary>
    public Span<T> Dx { get; init; }

    public Span<T> Dy { get; init; }

    public Span<T> Dz { get; init; }
}

/// <summary>Computes the partial derivatives of a function, or what they change by along the tangents: those that are wanted, for a block.</summary>
internal delegate void Partials<T>(in PartialsBlock<T> block);

/// <summary>A function of one number, for many.</summary>
internal delegate void Map<T>(ReadOnlySpan<T> x, Span<T> result);

/// <summary>A function of two or three numbers, for many.</summary>
internal delegate void Map3<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> result);
