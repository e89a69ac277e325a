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
}

/// <summary>What is asked for of a differentiable method.</summary>
/// <param name="Kinds">Which derivatives.</param>
/// <param name="Order">How many times forward mode is applied.</param>
internal sealed record Request(DerivativeKinds Kinds, int Order)
{
    public static readonly Request Default = new(DerivativeKinds.Gradient, 1);

    /// <summary>Does the method ask itself, or does the default of its assembly?</summary>
    public bool IsExplicit { get; init; }

    public bool Has(DerivativeKinds kinds) => (Kinds & kinds) != 0;

    public Request Without(DerivativeKinds kinds) => this with { Kinds = Kinds & ~kinds };

    /// <summary>Is something asked for that the tangent is needed for?</summary>
    public bool IsOfTangents => Has(DerivativeKinds.Jvp | DerivativeKinds.Jacobian | DerivativeKinds.Hvp | DerivativeKinds.Hessian);
}
