using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Vectors of System.Numerics from spans, and back.</summary>
public static partial class NumericSpans
{
    [Differentiable, RoundsDifferently("vector instructions")]
    public static float Read([Length(4)] ReadOnlySpan<float> values)
    {
        Vector3 a = new(values);
        Vector2 b = new(values[2..]);
        return Vector3.Dot(a, a) * b.Y + new Vector4(values).Length();
    }

    [Differentiable, RoundsDifferently("vector instructions")]
    public static void Write([Length(3)] Span<float> values, Vector3 v) => (v * values[0]).CopyTo(values);
}
