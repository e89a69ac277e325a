namespace Differentiable.Tensors;

/// <summary>A matrix is not positive definite, where one has to be. The message says which matrix of a batch.</summary>
public sealed class NotPositiveDefiniteException : ArithmeticException
{
    /// <summary>A matrix without more to say.</summary>
    public NotPositiveDefiniteException()
    {
    }

    /// <summary>A matrix.</summary>
    /// <param name="message">Which matrix is not positive definite.</param>
    public NotPositiveDefiniteException(string message)
        : base(message)
    {
    }

    /// <summary>A matrix that another exception showed.</summary>
    /// <param name="message">Which matrix is not positive definite.</param>
    /// <param name="innerException">The other exception.</param>
    public NotPositiveDefiniteException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
