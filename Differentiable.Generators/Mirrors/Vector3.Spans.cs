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

    public static Vector3 Create(ReadOnlySpan<float> values) => new(values);

    public readonly void CopyTo(Span<float> destination)
    {
        if (destination.Length < 3)
            throw new ArgumentException("The destination is too short.", nameof(destination));
        destination[0] = X;
        destination[1] = Y;
        destination[2] = Z;
    }

    public readonly void CopyTo(float[] array) => CopyTo(array, 0);

    public readonly void CopyTo(float[] array, int index)
    {
        if (index < 0 || index >= array.Length)
            throw new ArgumentOutOfRangeException(nameof(index));
        if (array.Length - index < 3)
            throw new ArgumentException("The array is too short.", nameof(array));
        array[index] = X;
        array[index + 1] = Y;
        array[index + 2] = Z;
    }

    public readonly bool TryCopyTo(Span<float> destination)
    {
        if (destination.Length < 3)
            return false;
        CopyTo(destination);
        return true;
    }
}
