using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Lowering.Statements;

/// <summary>Leaves the region with this label: a <c>switch</c> or an inlined function. Only in lowering, <see cref="Regions"/>.</summary>
internal sealed record Leave(int Label) : Statement;
