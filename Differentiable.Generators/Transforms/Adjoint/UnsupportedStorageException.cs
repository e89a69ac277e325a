namespace Differentiable.Generators.Transforms.Adjoint;

/// <summary>A value that the reverse sweep needs cannot be kept: the message says which, in words for the user.</summary>
internal sealed class UnsupportedStorageException(string message) : Exception(message);
