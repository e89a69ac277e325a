namespace Differentiable;

/// <summary>
/// Marks a parameter of a <see cref="DifferentiableAttribute"/> method as a constant: no derivative with respect to it is computed.
/// </summary>
/// <remarks>
/// Data, tolerances and settings are typical. The generated members take the parameter as the method does, and have neither a component
/// nor a destination for it. The derivative with respect to the other parameters treats everything that is computed from it as constant.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = false, Inherited = false)]
public sealed class NonDifferentiableAttribute : Attribute;
