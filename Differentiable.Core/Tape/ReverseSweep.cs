using System.Runtime.InteropServices;
using Differentiable.Tensors;

namespace Differentiable;

/// <summary>One way back through what a tape recorded, from cotangents of the targets to those of the sources.</summary>
internal sealed class ReverseSweep : ICotangents
{
    private readonly List<Step> _steps;
    private readonly TensorBase?[] _cotangents;
    private readonly bool[] _needed;
    private readonly bool[] _isSource;
    private readonly Dictionary<int, CotangentSum> _sums = [];

    /// <param name="steps">What was recorded, in the order in which it ran.</param>
    /// <param name="slots">How many slots there are.</param>
    /// <param name="sources">The slots whose cotangents are asked for; -1 for what the tape does not know.</param>
    public ReverseSweep(List<Step> steps, int slots, ReadOnlySpan<int> sources)
    {
        (_steps, _cotangents, _needed, _isSource) = (steps, new TensorBase?[slots], new bool[slots], new bool[slots]);
        foreach (int source in sources)
        {
            if (source >= 0)
                _needed[source] = _isSource[source] = true;
        }
        foreach (Step step in CollectionsMarshal.AsSpan(steps))
            _needed[step.Result] |= DependsOnNeeded(step);
    }

    /// <summary>Does a source depend on what has this slot?</summary>
    public bool Needs(int slot) => slot >= 0 && _needed[slot];

    /// <summary>The cotangent of what has this slot, now that nothing is added to it any more; null where there is none.</summary>
    public TensorBase? CotangentOf(int slot)
    {
        if (slot < 0)
            return null;
        if (_sums.Remove(slot, out CotangentSum? sum))
            Add(slot, sum.Tensor);
        return _cotangents[slot];
    }

    /// <summary>Adds to a cotangent.</summary>
    public void Add(int slot, TensorBase cotangent)
    {
        if (Needs(slot))
            _cotangents[slot] = _cotangents[slot] is { } sum ? sum.Plus(cotangent) : cotangent;
    }

    /// <summary>Adds to some of the elements of a cotangent.</summary>
    public void AddInto<T>(int slot, Shape shape, Action<T[]> add)
        where T : unmanaged
    {
        if (!Needs(slot))
            return;
        if (!_sums.TryGetValue(slot, out CotangentSum? sum))
            _sums.Add(slot, sum = new CotangentSum<T>(shape));
        add(((CotangentSum<T>)sum).Elements);
    }

    /// <summary>Goes back through all that was recorded when it starts.</summary>
    /// <param name="release">Let go of each operation and what it kept as it is passed?</param>
    public void Run(bool release)
    {
        for (int i = _steps.Count - 1; i >= 0; i--)
        {
            Step step = _steps[i];
            if (release)
                _steps[i] = default;
            if (CotangentOf(step.Result) is not { } cotangent)
                continue;
            if (!_isSource[step.Result])
                _cotangents[step.Result] = null;
            if (DependsOnNeeded(step))
                step.Operation.PullBack(cotangent, new(step.Inputs, this));
        }
    }

    private bool DependsOnNeeded(in Step step)
    {
        for (int i = 0; i < step.Inputs.Count; i++)
        {
            if (Needs(step.Inputs[i]))
                return true;
        }
        return false;
    }
}
