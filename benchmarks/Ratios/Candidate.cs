namespace Differentiable.Benchmarks.Ratios;

/// <summary>A program on fixed data: the user's method and the two generated members that a fit calls.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Primal">The user's method.</param>
/// <param name="Gradient">The generated <c>FGradient</c> into spans.</param>
/// <param name="ValueAndGradient">The generated <c>FValueAndGradient</c> into spans.</param>
internal sealed record Candidate(string Name, Func<double> Primal, Func<double> Gradient, Func<double> ValueAndGradient)
{
    public IReadOnlyList<Func<double>> Variants { get; } = [Primal, Gradient, ValueAndGradient];
}
