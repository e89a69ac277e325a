using System.Runtime.CompilerServices;

namespace Differentiable.Tensors;

/// <summary>
/// Large arrays, which are used again when nothing can see them any more: a fresh one costs the system's clearing of its memory, and soon a garbage collection. It is the collector that
/// finds out, for tensors, views and spans alike (<see cref="LargeArray"/>). So it is asked to look whenever the last of a length is given, and many were since it last did: while that
/// one is being written, it finds the next ones.
/// </summary>
internal static class LargeArrays
{
    /// <summary>From how many bytes on an array is large.</summary>
    public const int Smallest = 256 << 10;

    /// <summary>Arrays that were not needed for so many collections are given up.</summary>
    private const int CollectionsToWait = 8;

    private static readonly Lock s_lock = new();
    private static readonly Dictionary<(Type Element, int Length), List<LargeArray>> s_free = [];

    /// <summary>How many bytes are given at least between two collections: 128 MiB, less where memory is scarce.</summary>
    private static readonly long s_leastBetween = Math.Min(128L << 20, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 16);

    /// <summary>How many bytes were given since the last collection that found any, and how many are out, whether in use or not yet found.</summary>
    private static long s_given, s_out;

    private static int s_collections;

    /// <summary>An array whose elements are undefined.</summary>
    public static T[] Take<T>(int length)
    {
        long bytes = (long)length * Unsafe.SizeOf<T>();
        LargeArray? free = TakeFree((typeof(T), length), bytes, out bool areMore);
        if (!areMore && IsTimeToLook())
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
        return free is null ? Fresh<T>(length, bytes) : (T[])free.Reuse();
    }

    private static T[] Fresh<T>(int length, long bytes)
    {
        T[] array = GC.AllocateUninitializedArray<T>(length);
        LargePages.AskFor(array);
        LargeArray.GoWith(array, (typeof(T), length), bytes);
        return array;
    }

    /// <summary>Nothing can see the array any more.</summary>
    public static void Return(LargeArray array)
    {
        lock (s_lock)
        {
            int collections = GC.CollectionCount(GC.MaxGeneration);
            if (!s_free.TryGetValue(array.Kind, out List<LargeArray>? free))
                s_free.Add(array.Kind, free = []);
            free.Add(array);
            array.FreeSince = collections;
            s_out -= array.Bytes;
            if (collections == s_collections)
                return;
            (s_collections, s_given) = (collections, 0);
            GiveUp(collections - CollectionsToWait);
        }
    }

    private static LargeArray? TakeFree((Type, int) kind, long bytes, out bool areMore)
    {
        lock (s_lock)
        {
            (s_given, s_out) = (s_given + bytes, s_out + bytes);
            areMore = false;
            if (!s_free.TryGetValue(kind, out List<LargeArray>? free) || free.Count == 0)
                return null;
            LargeArray last = free[^1];
            free.RemoveAt(free.Count - 1);
            areMore = free.Count > 0;
            return last;
        }
    }

    /// <summary>The more is out, the less often: most of it may be in use, and then a collection finds little.</summary>
    private static bool IsTimeToLook()
    {
        lock (s_lock)
        {
            if (s_given < Math.Max(s_leastBetween, s_out / 2))
                return false;
            s_given = 0;
            return true;
        }
    }

    /// <summary>Those that are free since before a collection; they stand first.</summary>
    private static void GiveUp(int collection)
    {
        foreach (((Type, int) kind, List<LargeArray> free) in s_free)
        {
            int count = free.FindIndex(array => array.FreeSince >= collection) is >= 0 and var first ? first : free.Count;
            foreach (LargeArray array in free.Take(count))
                array.GiveUp();
            free.RemoveRange(0, count);
            if (free.Count == 0)
                s_free.Remove(kind);
        }
    }
}
