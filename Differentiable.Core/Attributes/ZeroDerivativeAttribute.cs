using System.ComponentModel;

namespace Differentiable.Runtime;

/// <summary>For generated code: marks an operation on tensors of real numbers whose derivative is zero, so that its result is a constant.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ZeroDerivativeAttribute : Attribute;
