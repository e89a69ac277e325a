// What System.Numerics.Vector3 has to do with spans.
namespace System.Numerics;

public partial struct Vector3
{
    public Vector3(ReadOnlySpan<float> values)
    {
        if (values.Length < 3)
            throw new ArgumentOutOfRangeException(nameof(values));
        X = values[0];
        Y = values[1];
        Z = values[2];
    }

    public readonly void CopyTo(Span<float> destination)
    {
        if (destination.Length < 3)
            throw new ArgumentException("The destination is too short.", nameof(destination));
        destination[0] = X;
        destination[1] = Y;
        destination[2] = Z;
    }
}
