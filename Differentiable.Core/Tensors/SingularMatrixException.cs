namespace Differentiable.Tensors;

/// <summary>A matrix has no inverse, where one is needed. The message says which matrix of a batch.</summary>
public sealed class SingularMatrixException : ArithmeticException
{
    /// <summary>A singular matrix without more to say.</summary>
    public SingularMatrixException()
    {
    }

    /// <summary>A singular matrix.</summary>
    /// <param name="message">Which matrix is singular.</param>
    public SingularMatrixException(string message)
        : base(message)
    {
    }

    /// <summary>A singular matrix that another exception showed.</summary>
    /// <param name="message">Which matrix is singular.</param>
    /// <param name="innerException">The other exception.</param>
    public SingularMatrixException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
