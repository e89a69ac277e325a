namespace Differentiable.Tests.Testing.Engines;

/// <summary>A way to get the product of a function's second derivatives with a direction.</summary>
internal abstract class CurvatureEngine
{
    public abstract string Name { get; }

    public virtual bool Supports(CorpusFunction function) => function.HasGradient && function.Has(Derivatives.Hvp);

    /// <param name="function">The function.</param>
    /// <param name="arguments">Its arguments, which stay as they are.</param>
    /// <param name="direction">The direction, over its active inputs.</param>
    public abstract double[] Product(CorpusFunction function, object?[] arguments, double[] direction);

    public override string ToString() => Name;
}
