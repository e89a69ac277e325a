using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Differentiable.Runtime;

/// <summary>
/// The buffers of one generated call: handed out one behind the other, and all given back at once. Generated code calls it.
/// </summary>
/// <remarks>
/// Buffers lie in chunks that never move, so that a span stays valid when the workspace grows. A workspace belongs to one thread at a
/// time; a disposed one is rented again by the thread that disposed it, with its chunks, so that repeated calls allocate nothing.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class Workspace : IDisposable
{
    private const int FirstChunk = 1024;

    // In the place of the number of slots in use: the workspace is not rented. No buffer fits behind so many, so that every allocation takes
    // its slow path, which reports the misuse.
    private const int NotRented = int.MaxValue;

    // The thread's first workspace stays where it is, so that a call that is not nested in another writes no references.
    [ThreadStatic]
    private static Workspace? s_first;

    // Those for nested calls that are not rented.
    [ThreadStatic]
    private static Workspace? s_free;

    // Chunks of doubles, so that buffers of every type are aligned to 8 bytes. Those behind the present one are kept for later use.
    private double[][] _chunks = [GC.AllocateUninitializedArray<double>(FirstChunk)];
    private int _index;
    private int _used;

    // The chunk at _index.
    private double[] _chunk;
    private Workspace? _nextFree;
    private readonly bool _isFirst;

    private Workspace(bool isFirst)
    {
        _isFirst = isFirst;
        _chunk = _chunks[0];
    }

    /// <summary>An empty workspace for the present thread, distinct from all that are rented; dispose it to give it back.</summary>
    /// <returns>The workspace.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Workspace Rent()
    {
        Workspace? first = s_first;
        if (first is null || first._used != NotRented)
            return RentAnother();
        first._used = 0;
        return first;
    }

    /// <summary>The number of slots of 8 bytes that it has grown to. For tests.</summary>
    internal long Capacity => _chunks.Sum(chunk => (long)chunk.Length);

    /// <summary>Gives the workspace back. Its buffers must not be used any more.</summary>
    /// <exception cref="ObjectDisposedException">It was given back before.</exception>
    public void Dispose()
    {
        ObjectDisposedException.ThrowIf(_used == NotRented, this);
        if (_index != 0)
        {
            _index = 0;
            _chunk = _chunks[0];
        }
        ForgetReferences();
        _used = NotRented;
        if (_isFirst)
            return;
        _nextFree = s_free;
        s_free = this;
    }

    /// <summary>A buffer whose contents are undefined.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="length">The number of elements.</param>
    /// <returns>The buffer, valid until it is released or the workspace is disposed.</returns>
    /// <exception cref="OverflowException"><paramref name="length"/> is negative: what <c>new T[length]</c> throws.</exception>
    public Span<T> Allocate<T>(int length)
    {
        int slots = Slots.For<T>(length);
        if (slots > _chunk.Length - _used)
            NextChunk(slots);
        Span<double> buffer = _chunk.AsSpan(_used, slots);
        _used += slots;
        return Slots.As<T>(buffer, length);
    }

    /// <summary>A buffer of zeros.</summary>
    /// <inheritdoc cref="Allocate{T}(int)"/>
    public Span<T> Zeroed<T>(int length)
    {
        Span<T> buffer = Allocate<T>(length);
        buffer.Clear();
        return buffer;
    }

    /// <summary>A buffer with the elements of <paramref name="source"/>.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="source">The elements.</param>
    /// <returns>The buffer, valid until it is released or the workspace is disposed.</returns>
    public Span<T> Copy<T>(scoped ReadOnlySpan<T> source)
    {
        Span<T> buffer = Allocate<T>(source.Length);
        source.CopyTo(buffer);
        return buffer;
    }

    /// <summary>The present state, for <see cref="Release"/>.</summary>
    /// <returns>The mark.</returns>
    public long Mark() => ((long)_index << 32) | (uint)_used;

    /// <summary>Gives back all buffers that were handed out since <see cref="Mark"/> returned <paramref name="mark"/>.</summary>
    /// <param name="mark">The mark.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mark is not one of this workspace, or was released together with an earlier one.</exception>
    public void Release(long mark)
    {
        ObjectDisposedException.ThrowIf(_used == NotRented, this);
        int index = (int)(mark >> 32);
        int used = (int)mark;
        if (mark < 0 || mark > Mark() || (uint)used > (uint)_chunks[index].Length)
            throw new ArgumentOutOfRangeException(nameof(mark), mark, "The mark lies behind the buffers that are in use: it was released before.");
        _index = index;
        _chunk = _chunks[index];
        _used = used;
    }

    private static Workspace RentAnother()
    {
        if (s_first is null)
            return s_first = new(isFirst: true);
        Workspace workspace = s_free ?? new(isFirst: false);
        s_free = workspace._nextFree;
        workspace._nextFree = null;
        workspace._used = 0;
        return workspace;
    }

    /// <summary>Goes on to a chunk that has room for the buffer: the next one, or a larger one in its place.</summary>
    private void NextChunk(int slots)
    {
        ObjectDisposedException.ThrowIf(_used == NotRented, this);
        int next = _index + 1;

        // A chunk that is too small holds no buffer in use, because all of those lie before it.
        if (next == _chunks.Length || _chunks[next].Length < slots)
        {
            double[] larger = GC.AllocateUninitializedArray<double>(Slots.Grown(_chunk.Length, slots));
            if (next == _chunks.Length)
                Array.Resize(ref _chunks, next + 1);
            _chunks[next] = larger;
        }
        _index = next;
        _chunk = _chunks[next];
        _used = 0;
    }
}
