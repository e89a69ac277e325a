using System.Reflection;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Testing;

/// <summary>A parameter of a differentiable function.</summary>
internal sealed class CorpusParameter(ParameterInfo parameter)
{
    public string Name { get; } = parameter.Name!;

    public int Position { get; } = parameter.Position;

    /// <summary>As it is declared, by-reference included.</summary>
    public Type DeclaredType { get; } = parameter.ParameterType;

    public Type Type { get; } = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;

    public bool IsOut { get; } = parameter.IsOut;

    public bool IsRef { get; } = parameter.ParameterType.IsByRef && !parameter.IsOut && !parameter.IsIn;

    public bool IsNonDifferentiable { get; } = parameter.IsDefined(typeof(NonDifferentiableAttribute));

    public ParameterSampling Sampling { get; } = new(parameter);

    /// <summary>Is it storage, or a struct with some in it? The numbers beside that count as its elements.</summary>
    public bool IsStorage => RealTypes.IsStorage(Type) || HoldsArrays;

    public bool HoldsArrays => RealTypes.HoldsArrays(Type);

    public bool IsActive => RealTypes.HoldsReal(Type) && !IsNonDifferentiable;

    public bool IsScalarReference => !IsStorage && (IsOut || IsRef);

    public bool IsInput => !IsOut;

    /// <summary>
    /// Storage counts as an output whether it is written or not: the cotangent of elements that stay as they are passes through, which is what
    /// adding to a destination means.
    /// </summary>
    public bool IsOutput => IsScalarReference || IsStorage;
}
