using System.Runtime.Intrinsics;

namespace Differentiable.Runtime;

// The directions of a block: unit vectors, one a lane.
public static partial class Lanes
{
    /// <summary>One in a lane and zero in the others; zero in all of them where there is no such lane.</summary>
    /// <param name="lane">The lane.</param>
    public static Vector256<double> Unit(int lane) => (uint)lane < Count ? Vector256<double>.Zero.WithElement(lane, 1) : Vector256<double>.Zero;

    /// <inheritdoc cref="Unit(int)"/>
    public static Vector128<float> UnitSingle(int lane) => (uint)lane < Count ? Vector128<float>.Zero.WithElement(lane, 1) : Vector128<float>.Zero;

    /// <summary>Sets the element <c>i</c> to one in the lane <c>first + i</c> and to zero in the others.</summary>
    /// <param name="elements">The elements; of matrices row by row.</param>
    /// <param name="first">The lane of the first element, which may be any number.</param>
    public static void SetUnits(Span<Vector256<double>> elements, int first)
    {
        elements.Clear();
        AddUnits(elements, first);
    }

    /// <inheritdoc cref="SetUnits(Span{Vector256{double}}, int)"/>
    public static void SetUnits(Span<Vector128<float>> elements, int first)
    {
        elements.Clear();
        AddUnits(elements, first);
    }

    /// <inheritdoc cref="SetUnits(Span{Vector256{double}}, int)"/>
    public static void SetUnits(Vector256<double>[,] elements, int first) => SetUnits(Storage.Flat(elements), first);

    /// <inheritdoc cref="SetUnits(Span{Vector256{double}}, int)"/>
    public static void SetUnits(Vector128<float>[,] elements, int first) => SetUnits(Storage.Flat(elements), first);

    /// <inheritdoc cref="SetUnits(Span{Vector256{double}}, int)"/>
    public static void SetUnits(Vector256<double>[][] elements, int first)
    {
        Shadow.Clear(elements);
        foreach (Vector256<double>[] row in elements)
        {
            AddUnits(row, first);
            first += row?.Length ?? 0;
        }
    }

    /// <inheritdoc cref="SetUnits(Span{Vector256{double}}, int)"/>
    public static void SetUnits(Vector128<float>[][] elements, int first)
    {
        Shadow.Clear(elements);
        foreach (Vector128<float>[] row in elements)
        {
            AddUnits(row, first);
            first += row?.Length ?? 0;
        }
    }

    /// <summary>A row that stands in several places has a direction for each of them.</summary>
    private static void AddUnits(Span<Vector256<double>> row, int first)
    {
        for (int lane = 0; lane < Count; lane++)
        {
            if ((uint)(lane - first) < (uint)row.Length)
                row[lane - first] += Unit(lane);
        }
    }

    private static void AddUnits(Span<Vector128<float>> row, int first)
    {
        for (int lane = 0; lane < Count; lane++)
        {
            if ((uint)(lane - first) < (uint)row.Length)
                row[lane - first] += UnitSingle(lane);
        }
    }
}
