using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>Where the greatest elements of windows stand.</summary>
internal static class Greatest
{
    private const int Outside = -1;

    /// <summary>For each window and channel the place of the first greatest element, counted in row-major order; of the first NaN, if there is one.</summary>
    public static int[] In<T>(Tensor<T> input, Windows windows)
        where T : unmanaged, INumber<T>
    {
        ReadOnlySpan<T> elements = input.Dense().DenseElements;
        int axes = windows.Positions.Rank, channels = windows.Channels;
        Tensor<int> places = windows.Of(new Tensor<int>(input.Shape, [.. Enumerable.Range(0, input.FlattenedLength)]), Outside);
        int[] starts = Offsets(windows.Positions, places.Strides[..axes]), steps = Offsets(windows.Lengths, places.Strides[axes..^1]);
        int[] greatest = new int[starts.Length * channels];
        Array.Fill(greatest, Outside);
        for (int i = 0; i < starts.Length; i++)
        {
            foreach (int step in steps)
                Compare(elements, places.Elements.Slice(starts[i] + step, channels), greatest.AsSpan(i * channels, channels));
        }
        return greatest;
    }

    private static void Compare<T>(ReadOnlySpan<T> elements, ReadOnlySpan<int> places, Span<int> greatest)
        where T : unmanaged, INumber<T>
    {
        for (int channel = 0; channel < places.Length; channel++)
        {
            int place = places[channel];
            if (place != Outside && (greatest[channel] == Outside || IsGreater(elements[place], elements[greatest[channel]])))
                greatest[channel] = place;
        }
    }

    private static bool IsGreater<T>(T x, T other)
        where T : INumber<T> => x > other || (T.IsNaN(x) && !T.IsNaN(other));

    /// <summary>Where the elements stand, in row-major order.</summary>
    private static int[] Offsets(Shape shape, int[] strides)
    {
        int[] offsets = new int[shape.FlattenedLength];
        Rows rows = new([.. shape, 1], [.. strides, 0]);
        for (int i = 0; rows.Next(); i++)
            offsets[i] = rows.Offset;
        return offsets;
    }
}
