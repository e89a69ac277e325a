namespace Differentiable;

/// <summary>
/// Marks a parameter of a <see cref="DifferentiableAttribute"/> method, or a field or a property that such a method reads, as a constant: no
/// derivative with respect to it is computed.
/// </summary>
/// <remarks>
/// Data, tolerances and settings are typical. The generated members take the parameter as the method does, and have neither a component
/// nor a destination for it. The derivative with respect to the other parameters treats everything that is computed from it as constant.
/// On a field or a property that holds an object, it says that the object's members are constants also where they are marked
/// <see cref="DifferentiableAttribute"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property, AllowMultiple = false, Inherited = false)]
public sealed class NonDifferentiableAttribute : Attribute;
