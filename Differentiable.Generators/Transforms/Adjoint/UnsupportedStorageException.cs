using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Adjoint;

/// <summary>A value that the reverse sweep needs cannot be kept: the message says which, in words for the user.</summary>
internal sealed class UnsupportedStorageException(string message, SourceSpan? position = null) : Exception(message)
{
    /// <summary>Where the user's code asks for it, if that is one place.</summary>
    public SourceSpan? Position => position;
}
