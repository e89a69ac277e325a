// What System.Numerics.Vector2 has to do with spans.
namespace System.Numerics;

public partial struct Vector2
{
    public Vector2(ReadOnlySpan<float> values)
    {
        if (values.Length < 2)
            throw new ArgumentOutOfRangeException(nameof(values));
        X = values[0];
        Y = values[1];
    }

    public readonly void CopyTo(Span<float> destination)
    {
        if (destination.Length < 2)
            throw new ArgumentException("The destination is too short.", nameof(destination));
        destination[0] = X;
        destination[1] = Y;
    }
}
