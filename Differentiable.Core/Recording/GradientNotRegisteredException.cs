namespace Differentiable;

/// <summary>A gradient was asked for through an operation that has none.</summary>
public sealed class GradientNotRegisteredException : InvalidOperationException
{
    /// <summary>An operation without a gradient.</summary>
    public GradientNotRegisteredException()
    {
    }

    /// <summary>An operation without a gradient.</summary>
    /// <param name="message">Which one, and what to do.</param>
    public GradientNotRegisteredException(string message)
        : base(message)
    {
    }

    /// <summary>An operation without a gradient, as another exception showed.</summary>
    /// <param name="message">Which one, and what to do.</param>
    /// <param name="innerException">The other exception.</param>
    public GradientNotRegisteredException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
