namespace Differentiable;

/// <summary>What the gradient is for a source that the target does not depend on.</summary>
public enum UnconnectedGradients
{
    /// <summary>Null.</summary>
    None,

    /// <summary>Zeros in the shape of the source.</summary>
    Zero,
}
