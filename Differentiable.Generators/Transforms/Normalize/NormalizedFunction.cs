using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Normalize;

/// <summary>A function with one exit: its body has no break, continue or return, and assigns each component of the result to a variable.</summary>
internal sealed record NormalizedFunction(Function Source, Block Body, EquatableArray<Variable> Results);
