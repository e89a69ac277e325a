namespace Differentiable.Tensors;

/// <summary>What windows do at the edges of an axis: filters in a convolution, and what pooling looks at.</summary>
public enum Padding
{
    /// <summary>They stay inside: there are as many as fit completely, <c>Ceiling((length - extent + 1) / stride)</c>.</summary>
    Valid,

    /// <summary>
    /// They reach beyond both ends, so that there are <c>Ceiling(length / stride)</c>. What is needed beyond is shared equally; an odd one is behind the end.
    /// </summary>
    Same,
}
