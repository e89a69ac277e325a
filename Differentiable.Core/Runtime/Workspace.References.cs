using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Differentiable.Runtime;

/// <summary>The stack of references: which array, tensor or buffer a variable stood for, where the reverse sweep cannot tell otherwise.</summary>
public sealed partial class Workspace
{
    private Reference[] _references = [];
    private int _referenceCount;

    /// <summary>Puts a reference to an array or a tensor on the stack.</summary>
    /// <param name="reference">The array or the tensor, or null.</param>
    public void Keep(object? reference) => Keep(new Reference(reference, 0, 0));

    /// <summary>Takes the last reference off, which was put there as an array or a tensor.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>The array or the tensor, or null where null was kept.</returns>
    /// <exception cref="InvalidOperationException">The stack is empty.</exception>
    public T Kept<T>()
        where T : class => Unsafe.As<T>(Taken().Object!);

    /// <summary>Puts a reference to a buffer of this workspace, or to a part of one, on the stack.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="buffer">The buffer. It must not be released before the reference is taken off.</param>
    /// <exception cref="ArgumentException">It does not lie in this workspace.</exception>
    public void KeepBuffer<T>(ReadOnlySpan<T> buffer)
    {
        if (buffer.IsEmpty)
        {
            Keep(default(Reference));
            return;
        }
        ref byte start = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(buffer));
        for (int i = _index; i >= 0; i--)
        {
            nint offset = Unsafe.ByteOffset(ref Unsafe.As<double, byte>(ref MemoryMarshal.GetArrayDataReference(_chunks[i])), ref start);
            if (offset >= 0 && offset < (nint)_chunks[i].Length * sizeof(double))
            {
                Keep(new Reference(_chunks[i], offset, buffer.Length));
                return;
            }
        }
        throw new ArgumentException("The buffer does not lie in this workspace.", nameof(buffer));
    }

    /// <summary>Takes the last reference off, which was put there as a buffer.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <returns>The buffer.</returns>
    /// <exception cref="InvalidOperationException">The stack is empty.</exception>
    public Span<T> KeptBuffer<T>()
    {
        Reference kept = Taken();
        if (kept.Object is not double[] chunk)
            return default;
        ref byte start = ref Unsafe.AddByteOffset(ref Unsafe.As<double, byte>(ref MemoryMarshal.GetArrayDataReference(chunk)), kept.Offset);
        return MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref start), kept.Length);
    }

    private void Keep(Reference reference)
    {
        ObjectDisposedException.ThrowIf(_used == NotRented, this);
        if (_referenceCount == _references.Length)
            Array.Resize(ref _references, Math.Max(16, 2 * _referenceCount));
        _references[_referenceCount++] = reference;
    }

    private Reference Taken()
    {
        ObjectDisposedException.ThrowIf(_used == NotRented, this);
        if (_referenceCount == 0)
            throw new InvalidOperationException("No reference is left to be taken off: the reverse sweep does not mirror the forward sweep.");
        Reference taken = _references[--_referenceCount];
        _references[_referenceCount] = default;
        return taken;
    }

    /// <summary>Drops what is left, so that a workspace that waits to be rented again keeps nothing alive.</summary>
    private void ForgetReferences()
    {
        if (_referenceCount == 0)
            return;
        Array.Clear(_references, 0, _referenceCount);
        _referenceCount = 0;
    }

    /// <summary>An array or a tensor, or some bytes of a chunk.</summary>
    private readonly record struct Reference(object? Object, nint Offset, int Length);
}
