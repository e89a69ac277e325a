namespace Differentiable;

/// <summary>
/// Marks a method whose derivatives are to be written at compile time, next to the method, in the same partial type; or a field or an
/// automatic property of a class as an input of such methods.
/// </summary>
/// <remarks>
/// For a method <c>F</c> the generator adds <c>FGradient</c>, <c>FValueAndGradient</c> and <c>FVjp</c>, or what else is asked for. The
/// method's type and all types around it must be <c>partial</c>. Parameters of type <see cref="float"/> and <see cref="double"/>, and arrays
/// and spans of them, are differentiated unless they are marked with <see cref="NonDifferentiableAttribute"/>.
/// <para>
/// A marked field or automatic property of a class, with a real number or an array of them, is an input of each
/// differentiable instance method that reads it through <c>this</c>, itself or in another differentiable method of the same object. It has a
/// component or a destination as a parameter has, behind those of the parameters; bases' members come first, then those of the class in the
/// order of their declarations. All other fields and properties are constants.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Field | AttributeTargets.Property, AllowMultiple = false, Inherited = false)]
public sealed class DifferentiableAttribute : Attribute
{
    /// <summary>Asks for what the assembly's <see cref="DefaultDerivativesAttribute"/> says, or for the gradient where there is none.</summary>
    public DifferentiableAttribute()
    {
    }

    /// <summary>Asks for these derivatives and no others.</summary>
    /// <param name="derivatives">What is to be written.</param>
    public DifferentiableAttribute(Derivatives derivatives) => Derivatives = derivatives;

    /// <summary>What is to be written; null where the assembly's default holds.</summary>
    public Derivatives? Derivatives { get; }

    /// <summary>
    /// How many times forward mode is applied, 1 if nothing is said. With 2, <c>FJvpJvp</c> is the directional derivative of <c>FJvp</c>,
    /// and <c>FJvpHvp</c> the gradient of a second directional derivative; and so on.
    /// </summary>
    public int Order { get; init; } = 1;
}
