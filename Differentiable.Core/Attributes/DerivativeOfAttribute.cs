namespace Differentiable;

/// <summary>
/// Marks a static method that is a rule: it gives the derivative of another method, which may be one without source, in any assembly.
/// </summary>
/// <remarks>
/// <para>
/// A <b>pullback</b> is shaped like a generated <c>FVjp</c>: the inputs of the method, the cotangents of its outputs (<c>dresult</c>, <c>dy</c>), then
/// <c>Span</c> destinations of its array inputs (<c>dx</c>), to which it adds; it returns the adjoints of the scalar inputs. Inputs that it does not
/// need may be left out, and need then not be kept. A parameter <c>result</c> asks for the value that the method returned. A span or an array that the
/// method writes holds its final elements; a parameter <c>yBefore</c> asks for those that it held before. A pullback serves reverse mode.
/// </para>
/// <para>
/// A <b>tangent rule</b> is shaped like a generated <c>FJvp</c>: the inputs of the method, then their tangents (<c>xDot</c>); it returns the value and its
/// tangent. It serves all modes; reverse mode, where arrays are differentiated, only if it is itself marked <see cref="DifferentiableAttribute"/> or
/// stands beside a pullback.
/// </para>
/// <para>
/// A struct that the method is called on is called <c>self</c> and is an input like the others; if the method changes it, it is like a <c>ref</c> parameter: <c>ref Vec dself</c> in a
/// pullback, <c>ref Vec self, ref Vec selfDot</c> in a tangent rule.
/// </para>
/// <para>
/// Of tensors, null stands for cotangents that are zero: where a method gives several tensors, of those that nothing depends on, and in arrays; a pullback is not called if all are.
/// </para>
/// <para>
/// One method may have one rule of each form. A rule comes before everything else that is known of the method, and one in the project that is
/// compiled before those of its references.
/// </para>
/// </remarks>
/// <param name="type">The type that declares the method.</param>
/// <param name="method">
/// The name of the method, or of a property that a struct computes; of an operator or a conversion that which it has in metadata, like <c>op_Addition</c> or <c>op_Explicit</c>. Which
/// overload it is shows from the parameters of the rule.
/// </param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class DerivativeOfAttribute(Type type, string method) : Attribute
{
    /// <summary>The type that declares the method.</summary>
    public Type Type { get; } = type;

    /// <summary>The method's name.</summary>
    public string Method { get; } = method;

    /// <summary>
    /// Can the pullback be given an empty span in the place of a destination, where no one asks for that adjoint? Otherwise it gets one to
    /// throw away.
    /// </summary>
    public bool AllowsEmptyDestinations { get; set; }
}
