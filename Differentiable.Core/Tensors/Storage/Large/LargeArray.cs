using System.Runtime;

namespace Differentiable.Tensors;

/// <summary>
/// What goes with a large array: an object that can be reached through the array only, so that its finalizer runs when nothing can see the array any more, neither a tensor nor a span.
/// Such a pair is an ephemeron (B. Hayes, "Ephemerons: a new finalization mechanism", 1997).
/// </summary>
internal sealed class LargeArray
{
    private readonly Array _array;
    private DependentHandle _handle;

    private LargeArray(Array array, (Type, int) kind, long bytes)
    {
        (_array, Kind, Bytes) = (array, kind, bytes);
        _handle = new(array, this);
    }

    ~LargeArray() => LargeArrays.Return(this);

    /// <summary>The type of the elements, and how many.</summary>
    public (Type Element, int Length) Kind { get; }

    public long Bytes { get; }

    /// <summary>Which collection found that it is free.</summary>
    public int FreeSince { get; set; }

    /// <summary>From now on, the array is watched.</summary>
    public static void GoWith(Array array, (Type, int) kind, long bytes) => _ = new LargeArray(array, kind, bytes);

    /// <summary>The array, for someone who needs one; it is watched again.</summary>
    public Array Reuse()
    {
        GC.ReRegisterForFinalize(this);
        return _array;
    }

    /// <summary>The array is left to the collector.</summary>
    public void GiveUp() => _handle.Dispose();
}
