namespace Differentiable.Tests.Testing;

/// <summary>A number that was estimated, and by how much it may be off.</summary>
internal readonly record struct Estimate(double Value, double Error);
