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

    public static Vector2 Create(ReadOnlySpan<float> values) => new(values);

    public readonly void CopyTo(Span<float> destination)
    {
        if (destination.Length < 2)
            throw new ArgumentException("The destination is too short.", nameof(destination));
        destination[0] = X;
        destination[1] = Y;
    }

    public readonly void CopyTo(float[] array) => CopyTo(array, 0);

    public readonly void CopyTo(float[] array, int index)
    {
        if (index < 0 || index >= array.Length)
            throw new ArgumentOutOfRangeException(nameof(index));
        if (array.Length - index < 2)
            throw new ArgumentException("The array is too short.", nameof(array));
        array[index] = X;
        array[index + 1] = Y;
    }

    public readonly bool TryCopyTo(Span<float> destination)
    {
        if (destination.Length < 2)
            return false;
        CopyTo(destination);
        return true;
    }
}
