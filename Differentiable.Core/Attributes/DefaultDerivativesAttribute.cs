namespace Differentiable;

/// <summary>Says which derivatives are written for the methods of an assembly that are marked with <c>[Differentiable]</c> alone.</summary>
/// <param name="derivatives">What is to be written.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = false)]
public sealed class DefaultDerivativesAttribute(Derivatives derivatives) : Attribute
{
    /// <summary>What is to be written.</summary>
    public Derivatives Derivatives { get; } = derivatives;
}
