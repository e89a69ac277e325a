namespace Differentiable.Tensors;

/// <summary>A tensor's tangent.</summary>
/// <param name="Accumulator">The number of the accumulator that carried it.</param>
/// <param name="Order">The tangents that it carries later have higher ones.</param>
/// <param name="Tangent">The tangent.</param>
/// <param name="Next">Those of other accumulators.</param>
internal sealed record CarriedTangent(long Accumulator, int Order, TensorBase Tangent, CarriedTangent? Next);
