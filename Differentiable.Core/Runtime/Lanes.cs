using System.ComponentModel;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Differentiable.Runtime;

/// <summary>
/// Several derivatives side by side: what generated code carries along that makes four columns, or rows, of a matrix at once. Lane <c>k</c> of
/// each vector belongs to the direction <c>k</c>. Generated code calls it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Lanes
{
    /// <summary>How many directions are carried at once, in either precision.</summary>
    public const int Count = 4;

    /// <summary>Single precision to double, lane by lane.</summary>
    /// <param name="lanes">The numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Widen(Vector128<float> lanes)
    {
        (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen(lanes);
        return Vector256.Create(lower, upper);
    }

    /// <summary>Double precision to single, lane by lane, rounded.</summary>
    /// <param name="lanes">The numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Narrow(Vector256<double> lanes) => Vector128.Narrow(lanes.GetLower(), lanes.GetUpper());

    /// <summary>
    /// Is it cheaper to make a Jacobian by rows, in reverse mode? A sweep makes <see cref="Count"/> rows or columns. All rows share one forward sweep, which costs about as much as a
    /// sweep that makes columns; so does each in reverse.
    /// </summary>
    /// <param name="rows">The number of outputs.</param>
    /// <param name="columns">The number of inputs.</param>
    public static bool PrefersRows(int rows, int columns) => Sweeps(columns) > Sweeps(rows);

    /// <summary>Adds each element of <paramref name="from"/> to the one of the same index of <paramref name="to"/>.</summary>
    /// <param name="from">What is added. Nothing at all stands for zeros.</param>
    /// <param name="to">What it is added to.</param>
    public static void Add(ReadOnlySpan<Vector256<double>> from, Span<Vector256<double>> to) => Add<Vector256<double>, double>(from, to);

    /// <inheritdoc cref="Add(ReadOnlySpan{Vector256{double}}, Span{Vector256{double}})"/>
    public static void Add(ReadOnlySpan<Vector128<float>> from, Span<Vector128<float>> to) => Add<Vector128<float>, float>(from, to);

    private static int Sweeps(int directions) => (directions + Count - 1) / Count;

    private static void Add<TLanes, T>(ReadOnlySpan<TLanes> from, Span<TLanes> to)
        where TLanes : unmanaged
        where T : unmanaged, System.Numerics.IAdditionOperators<T, T, T>, System.Numerics.IAdditiveIdentity<T, T>
    {
        if (!from.IsEmpty)
            TensorPrimitives.Add(MemoryMarshal.Cast<TLanes, T>(to), MemoryMarshal.Cast<TLanes, T>(from), MemoryMarshal.Cast<TLanes, T>(to));
    }
}
