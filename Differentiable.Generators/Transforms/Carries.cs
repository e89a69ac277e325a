namespace Differentiable.Generators.Transforms;

/// <summary>What a function carries along as it is differentiated in reverse.</summary>
internal enum Carries
{
    /// <summary>An adjoint for each value.</summary>
    One,

    /// <summary>An adjoint for each value, for generated code: its members take structs leaf by leaf and check nothing.</summary>
    OneWithin,

    /// <summary>An adjoint for each value and each of several directions or cotangents.</summary>
    Several,

    /// <summary>Nothing: it is only run.</summary>
    Nothing,
}
