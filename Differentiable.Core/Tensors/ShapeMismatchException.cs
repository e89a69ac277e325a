namespace Differentiable.Tensors;

/// <summary>Two tensors cannot be combined because of their shapes. The message names the operation, both shapes and the axis.</summary>
public sealed class ShapeMismatchException : ArgumentException
{
    /// <summary>A mismatch without more to say.</summary>
    public ShapeMismatchException()
    {
    }

    /// <summary>A mismatch.</summary>
    /// <param name="message">Which shapes do not fit, and where.</param>
    public ShapeMismatchException(string message)
        : base(message)
    {
    }

    /// <summary>A mismatch that another exception showed.</summary>
    /// <param name="message">Which shapes do not fit, and where.</param>
    /// <param name="innerException">The other exception.</param>
    public ShapeMismatchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
