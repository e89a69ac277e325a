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

    public static Vector4 Create(ReadOnlySpan<float> values) => new(values);

    public readonly void CopyTo(Span<float> destination)
    {
        if (destination.Length < 4)
            throw new ArgumentException("The destination is too short.", nameof(destination));
        destination[0] = X;
        destination[1] = Y;
        destination[2] = Z;
        destination[3] = W;
    }

    public readonly void CopyTo(float[] array) => CopyTo(array, 0);

    public readonly void CopyTo(float[] array, int index)
    {
        if (index < 0 || index >= array.Length)
            throw new ArgumentOutOfRangeException(nameof(index));
        if (array.Length - index < 4)
            throw new ArgumentException("The array is too short.", nameof(array));
        array[index] = X;
        array[index + 1] = Y;
        array[index + 2] = Z;
        array[index + 3] = W;
    }

    public readonly bool TryCopyTo(Span<float> destination)
    {
        if (destination.Length < 4)
            return false;
        CopyTo(destination);
        return true;
    }
}
