// What System.Numerics.Vector4 has to do with spans.
namespace System.Numerics;

public partial struct Vector4
{
    public Vector4(ReadOnlySpan<float> values)
    {
        if (values.Length < 4)
            throw new ArgumentOutOfRangeException(nameof(values));
        X = values[0];
        Y = values[1];
        Z = values[2];
        W = values[3];
    }

    public readonly void CopyTo(Span<float> destination)
    {
        if (destination.Length < 4)
            throw new ArgumentException("The destination is too short.", nameof(destination));
        destination[0] = X;
        destination[1] = Y;
        destination[2] = Z;
        destination[3] = W;
    }
}
