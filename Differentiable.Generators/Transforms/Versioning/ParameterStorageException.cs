using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Versioning;

/// <summary>
/// References to the storage of these parameters would have to be kept, but it lies wherever the caller put it: the method must work on
/// copies of it.
/// </summary>
internal sealed class ParameterStorageException(IReadOnlyList<Variable> parameters) : Exception
{
    public IReadOnlyList<Variable> Parameters { get; } = parameters;
}
