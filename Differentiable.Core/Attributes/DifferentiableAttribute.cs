namespace Differentiable;

/// <summary>
/// Marks a static method whose derivatives are to be written at compile time, next to the method, in the same partial type.
/// </summary>
/// <remarks>
/// For a method <c>F</c> the generator adds <c>FGradient</c>, <c>FValueAndGradient</c> and <c>FVjp</c>. The method's type and all types
/// around it must be <c>partial</c>. Parameters of type <see cref="float"/> and <see cref="double"/>, and arrays and spans of them, are
/// differentiated unless they are marked with <see cref="NonDifferentiableAttribute"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class DifferentiableAttribute : Attribute;
