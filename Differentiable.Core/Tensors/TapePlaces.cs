namespace Differentiable.Tensors;

/// <summary>As what the tapes that recorded a tensor know it: for each tape a slot. Nearly always there is one tape at most.</summary>
internal struct TapePlaces
{
    private long _tape;
    private int _slot;
    private Further? _further;

    /// <summary>The slot on a tape, or -1.</summary>
    public readonly int Find(long tape)
    {
        if (_tape == tape)
            return _slot;
        for (Further? place = _further; place is not null; place = place.Next)
        {
            if (place.Tape == tape)
                return place.Slot;
        }
        return -1;
    }

    public void Add(long tape, int slot)
    {
        if (_tape != 0)
            _further = new(_tape, _slot, _further);
        (_tape, _slot) = (tape, slot);
    }

    private sealed record Further(long Tape, int Slot, Further? Next);
}
