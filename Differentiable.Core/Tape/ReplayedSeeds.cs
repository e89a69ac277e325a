namespace Differentiable;

/// <summary>What was drawn from one generator, once more.</summary>
/// <param name="random">The generator in the second run.</param>
/// <param name="drawn">What was drawn in the first.</param>
internal sealed class ReplayedSeeds(Random random, DrawnSeeds drawn)
{
    private int _next, _firstValues;

    public Random Random => random;

    public DrawnSeeds Drawn => drawn;

    /// <summary>Was all drawn again? Variables may have been there already, but not some of them.</summary>
    public bool IsComplete => drawn.All.Skip(_next).All(seed => seed.IsFirstValue) && (_firstValues == 0 || _firstValues == drawn.All.Count(seed => seed.IsFirstValue));

    /// <summary>The next seed; null if there is none.</summary>
    public int? Next(bool isFirstValue)
    {
        while (_next < drawn.All.Count && drawn.All[_next].IsFirstValue && !isFirstValue)
            _next++;
        if (_next == drawn.All.Count || drawn.All[_next].IsFirstValue != isFirstValue)
            return null;
        if (isFirstValue)
            _firstValues++;
        return drawn.All[_next++].Seed;
    }
}
