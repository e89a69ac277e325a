namespace Differentiable;

/// <summary>Which derivatives of a <see cref="DifferentiableAttribute"/> method are written. For a method <c>F</c> with inputs <c>x</c> and outputs <c>y</c>:</summary>
[Flags]
public enum Derivatives
{
    /// <summary>Nothing. As the default of an assembly, what <see cref="Gradient"/> is.</summary>
    None = 0,

    /// <summary>
    /// Reverse mode: <c>FGradient</c> and <c>FValueAndGradient</c> where <c>y</c> is one number, <c>FVjp</c>, and the halves with which other
    /// methods differentiate a call of <c>F</c>.
    /// </summary>
    Gradient = 1,

    /// <summary>Forward mode: <c>FJvp</c>, the value of <c>y</c> and its directional derivative J·v along given tangents of <c>x</c>.</summary>
    Jvp = 2,

    /// <summary><c>FJacobian</c>: the matrix J of the derivatives of each output with respect to each input.</summary>
    Jacobian = 4,

    /// <summary><c>FHvp</c>: the product H·v of the second derivatives with a direction, without making H. For methods with one result.</summary>
    Hvp = 8,

    /// <summary><c>FHessian</c>: the matrix H of second derivatives. For methods with one result.</summary>
    Hessian = 16,

    /// <summary>
    /// An overload of <c>F</c> over <c>Tensor&lt;T&gt;</c> that applies it element by element, as one operation on a tape, which is differentiated by <c>FGradient</c> and <c>FHvp</c>; these
    /// are written as well. For methods of numbers of one type with one result.
    /// </summary>
    Elementwise = 32,

    /// <summary>All derivatives.</summary>
    All = Gradient | Jvp | Jacobian | Hvp | Hessian,
}
