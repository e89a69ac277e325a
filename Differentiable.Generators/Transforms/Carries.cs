namespace Differentiable.Generators.Transforms;

/// <summary>What a function carries along as it is differentiated in reverse.</summary>
internal enum Carries
{
    /// <summary>An adjoint for each value.</summary>
    One,

    /// <summary>An adjoint for each value and each of several directions or cotangents.</summary>
    Several,

    /// <summary>Nothing: it is only run.</summary>
    Nothing,
}
