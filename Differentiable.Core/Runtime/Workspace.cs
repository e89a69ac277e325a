using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Differentiable.Runtime;

/// <summary>
/// The buffers of one generated call: handed out one behind the other, and all given back at once. Generated code calls it.
/// </summary>
/// <remarks>
/// Buffers lie in chunks that never move, so that a span stays valid when the workspace grows. A workspace belongs to one thread at a
/// time; a disposed one is rented again by the thread that disposed it, with its chunks, so that repeated calls allocate nothing.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Workspace : IDisposable
{
    private const int FirstChunk = 1024;

    [ThreadStatic]
    private static Workspace? s_free;

    // Chunks of doubles, so that buffers of every type are aligned to 8 bytes. Those behind the present one are kept for later use.
    private double[][] _chunks = [GC.AllocateUninitializedArray<double>(FirstChunk)];
    private int _index;
    private int _used;

    // The chunk at _index. A workspace that is not rented has an empty one, so that every allocation reports the misuse.
    private double[] _chunk = [];
    private Workspace? _nextFree;
    private bool _rented;

    private Workspace()
    {
    }

    /// <summary>An empty workspace for the present thread, distinct from all that are rented; dispose it to give it back.</summary>
    /// <returns>The workspace.</returns>
    public static Workspace Rent()
    {
        Workspace workspace = s_free ?? new Workspace();
        s_free = workspace._nextFree;
        workspace._nextFree = null;
        workspace._chunk = workspace._chunks[0];
        workspace._rented = true;
        return workspace;
    }

    /// <summary>Gives the workspace back. Its buffers must not be used any more.</summary>
    /// <exception cref="ObjectDisposedException">It was given back before.</exception>
    public void Dispose()
    {
        ObjectDisposedException.ThrowIf(!_rented, this);
        _rented = false;
        _chunk = [];
        _index = 0;
        _used = 0;
        _nextFree = s_free;
        s_free = this;
    }

    /// <summary>A buffer whose contents are undefined.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="length">The number of elements.</param>
    /// <returns>The buffer, valid until it is released or the workspace is disposed.</returns>
    /// <exception cref="OverflowException"><paramref name="length"/> is negative: what <c>new T[length]</c> throws.</exception>
    public Span<T> Allocate<T>(int length)
        where T : unmanaged
    {
        int slots = Slots.For<T>(length);
        if (slots > _chunk.Length - _used)
            NextChunk(slots);
        Span<double> buffer = _chunk.AsSpan(_used, slots);
        _used += slots;
        return MemoryMarshal.Cast<double, T>(buffer)[..length];
    }

    /// <summary>A buffer of zeros.</summary>
    /// <inheritdoc cref="Allocate{T}(int)"/>
    public Span<T> Zeroed<T>(int length)
        where T : unmanaged
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
        where T : unmanaged
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
        ObjectDisposedException.ThrowIf(!_rented, this);
        int index = (int)(mark >> 32);
        int used = (int)mark;
        if (mark < 0 || mark > Mark() || (uint)used > (uint)_chunks[index].Length)
            throw new ArgumentOutOfRangeException(nameof(mark), mark, "The mark lies behind the buffers that are in use: it was released before.");
        _index = index;
        _chunk = _chunks[index];
        _used = used;
    }

    /// <summary>Goes on to a chunk that has room for the buffer: the next one, or a larger one in its place.</summary>
    private void NextChunk(int slots)
    {
        ObjectDisposedException.ThrowIf(!_rented, this);
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
