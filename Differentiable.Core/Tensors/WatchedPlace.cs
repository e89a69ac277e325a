namespace Differentiable.Tensors;

/// <summary>Where a tape or an accumulator knows a tensor that it watches.</summary>
/// <param name="Recording">The number of the tape.</param>
/// <param name="Slot">The slot.</param>
internal sealed record WatchedPlace(long Recording, int Slot);
