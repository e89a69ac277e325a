using Differentiable.Tensors;

namespace Differentiable;

/// <summary>The tensors that a tape watches, and their slots.</summary>
internal sealed class WatchedTensors
{
    private readonly Dictionary<TensorBase, int> _slots = new(ReferenceEqualityComparer.Instance);
    private long _id;

    public IEnumerable<TensorBase> All => _slots.Keys;

    /// <summary>Forgets them; from now on they are those of this tape.</summary>
    public void Begin(long id)
    {
        _slots.Clear();
        _id = id;
    }

    /// <summary>The slot of what is watched, or -1. Nearly all tensors are known at a glance: no one watches them, or this tape did so last.</summary>
    public int Find(TensorBase tensor)
    {
        TensorBase watched = tensor.Watched;
        if (watched.WatchedLast is not { } last)
            return -1;
        if (last.Recording == _id)
            return last.Slot;
        lock (_slots)
            return _slots.TryGetValue(watched, out int slot) ? slot : -1;
    }

    /// <summary>Watches one more; false when it is watched already.</summary>
    public bool TryAdd(TensorBase tensor, int slot)
    {
        TensorBase watched = tensor.Watched;
        lock (_slots)
        {
            if (!_slots.TryAdd(watched, slot))
                return false;
        }
        watched.WatchedLast = new(_id, slot);
        return true;
    }
}
