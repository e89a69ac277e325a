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
    /// <c>F</c> as one operation on a tape, whose pullback is what is generated here. Of a method of numbers and arrays, an overload of <c>F</c> over <c>Tensor&lt;T&gt;</c>: numbers alone with one
    /// result are applied element by element, otherwise a number is a scalar, an array a vector and a <c>T[,]</c> a matrix. Of a method over tensors, <c>FOperation</c>, which calls of <c>F</c> become as well where the
    /// project allows it.
    /// </summary>
    Operation = 32,

    /// <summary>All derivatives.</summary>
    All = Gradient | Jvp | Jacobian | Hvp | Hessian,
}
