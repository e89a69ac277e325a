using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Differentiable.Tensors;

/// <summary>Memory that starts at a cache line and does not move. Each thread keeps the last one that it rented and gave back.</summary>
internal sealed class PackingBuffer<T>
    where T : unmanaged
{
    private const int CacheLine = 64;

    [ThreadStatic]
    private static PackingBuffer<T>? s_free;

    private readonly T[] _elements;
    private readonly int _start;
    private readonly int _length;

    /// <summary>A buffer of this length, with whatever in it.</summary>
    public PackingBuffer(int length)
    {
        int lineLength = CacheLine / Unsafe.SizeOf<T>();
        (_length, _elements) = (length, GC.AllocateUninitializedArray<T>(length + lineLength, pinned: true));
        LargePages.AskFor(_elements);
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(_elements, 0);
        _start = (int)(-address & (CacheLine - 1)) / Unsafe.SizeOf<T>();
    }

    /// <summary>The first element.</summary>
    public ref T First => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_elements), _start);

    /// <summary>A buffer of at least this length, with whatever in it.</summary>
    public static PackingBuffer<T> Rent(int length)
    {
        PackingBuffer<T>? free = s_free;
        s_free = null;
        return free is not null && free._length >= length ? free : new(length);
    }

    public void Return() => s_free = this;
}
