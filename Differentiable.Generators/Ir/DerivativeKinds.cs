namespace Differentiable.Generators.Ir;

/// <summary>Which derivatives are asked for: the numbers are those of <c>Differentiable.Derivatives</c>.</summary>
[Flags]
internal enum DerivativeKinds
{
    Gradient = 1,
    Jvp = 2,
    Jacobian = 4,
    Hvp = 8,
    Hessian = 16,
    Operation = 32,

    /// <summary>What <see cref="Operation"/> means for a method over tensors.</summary>
    TensorOperation = 1 << 16,
}

/// <summary>What is asked for of a differentiable method.</summary>
/// <param name="Kinds">Which derivatives.</param>
/// <param name="Order">How many times forward mode is applied.</param>
internal sealed record Request(DerivativeKinds Kinds, int Order)
{
    private const DerivativeKinds Operations = DerivativeKinds.Operation | DerivativeKinds.TensorOperation;

    public static readonly Request Default = new(DerivativeKinds.Gradient, 1);

    public bool Has(DerivativeKinds kinds) => (Kinds & kinds) != 0;

    /// <summary>Is it to be one operation on a tape?</summary>
    public bool IsOperation => Has(Operations);

    /// <summary>What is needed of the methods that it calls: an operation is made of the method's own other derivatives.</summary>
    public DerivativeKinds WithoutOperation => Kinds & ~Operations;

    /// <summary>Are whole matrices of derivatives asked for?</summary>
    public bool HasMatrices => Has(DerivativeKinds.Jacobian | DerivativeKinds.Hessian);

    /// <summary>What is needed of other methods where matrices are made one direction at a time.</summary>
    public DerivativeKinds ForOneDirection =>
        (Has(DerivativeKinds.Jacobian) ? DerivativeKinds.Jvp : 0) | (Has(DerivativeKinds.Hessian) ? DerivativeKinds.Hvp : 0);

    /// <summary>Is something asked for that the tangent is needed for?</summary>
    public bool IsOfTangents => Has(DerivativeKinds.Jvp | DerivativeKinds.Jacobian | DerivativeKinds.Hvp | DerivativeKinds.Hessian);
}
