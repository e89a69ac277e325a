using Differentiable.Tensors;

namespace Differentiable;

/// <summary>The tensors that a tape watches, and their slots. Tasks that still record may ask while the tape begins anew.</summary>
internal sealed class WatchedTensors
{
    private volatile Generation _current = new(0);

    /// <summary>What is watched now.</summary>
    public TensorBase[] All
    {
        get
        {
            Generation current = _current;
            lock (current.Slots)
                return [.. current.Slots.Keys];
        }
    }

    /// <summary>Forgets them; from now on they are those of this tape.</summary>
    public void Begin(long id) => _current = new(id);

    /// <summary>The slot of what is watched, or -1. Nearly all tensors are known at a glance: no one watches them, or this tape did so last.</summary>
    public int Find(TensorBase tensor)
    {
        TensorBase watched = tensor.Watched;
        if (watched.WatchedLast is not { } last)
            return -1;
        Generation current = _current;
        if (last.Recording == current.Id)
            return last.Slot;
        lock (current.Slots)
            return current.Slots.TryGetValue(watched, out int slot) ? slot : -1;
    }

    /// <summary>Watches one more; false when it is watched already.</summary>
    public bool TryAdd(TensorBase tensor, int slot)
    {
        TensorBase watched = tensor.Watched;
        Generation current = _current;
        lock (current.Slots)
        {
            if (!current.Slots.TryAdd(watched, slot))
                return false;
        }
        watched.WatchedLast = new(current.Id, slot);
        return true;
    }

    /// <summary>What is watched from one beginning to the next.</summary>
    /// <param name="id">The number of the tape then.</param>
    private sealed class Generation(long id)
    {
        public readonly Dictionary<TensorBase, int> Slots = new(ReferenceEqualityComparer.Instance);

        public long Id => id;
    }
}
