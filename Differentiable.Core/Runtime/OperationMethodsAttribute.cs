using System.ComponentModel;

namespace Differentiable.Runtime;

/// <summary>On assemblies, for generated code of those that refer to them: the names of their methods over tensors that are one operation on a tape.</summary>
/// <param name="names">The names.</param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OperationMethodsAttribute(params string[] names) : Attribute
{
    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}
