using System.Runtime.CompilerServices;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Four numbers in one place.</summary>
[InlineArray(4)]
public struct Four
{
    private double _first;

    /// <summary>Their sum.</summary>
    public readonly double Sum()
    {
        double sum = 0;
        foreach (double value in this)
            sum += value;
        return sum;
    }

    /// <summary>Multiplies each by a factor.</summary>
    public void Scale(double factor)
    {
        for (int i = 0; i < 4; i++)
            this[i] *= factor;
    }
}

/// <summary>Three numbers of single precision.</summary>
[InlineArray(3)]
public struct ThreeSingles
{
    private float _first;
}

/// <summary>A point.</summary>
public struct InlinePoint
{
    public double X;
    public double Y;
}

/// <summary>Three points.</summary>
[InlineArray(3)]
public struct Triangle
{
    private InlinePoint _first;
}

/// <summary>An inline array beside a number.</summary>
public struct Filter
{
    public double Gain;
    public Four Taps;
}

/// <summary>The same as properties.</summary>
public readonly record struct Sampled(double Rate, Four Values);

/// <summary>Two of anything.</summary>
[InlineArray(2), TypeArguments(typeof(double))]
public struct Pair<T>
{
    private T _first;
}
