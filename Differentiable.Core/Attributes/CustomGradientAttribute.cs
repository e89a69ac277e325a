namespace Differentiable;

/// <summary>
/// Names the static method of the same type that is the rule of a method, an operator, a conversion or a property that a struct computes: what is said at
/// <see cref="DerivativeOfAttribute"/>. On a method that is <see cref="DifferentiableAttribute"/> as well, the rule takes the place of its body in all that is generated.
/// </summary>
/// <param name="rule">The name of the rule.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class CustomGradientAttribute(string rule) : Attribute
{
    /// <summary>The name of the rule.</summary>
    public string Rule { get; } = rule;
}
