namespace Differentiable.Tests.Testing.Sampling;

/// <summary>The least number of samples of a function; without it 2.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SamplesAttribute(int count) : Attribute
{
    public int Count { get; } = count;
}

/// <summary>The function rounds to <c>float</c> somewhere inside, so differences of it are no better than that.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SinglePrecisionAttribute : Attribute;

/// <summary>Generated code computes the value by other operations than the function does, so the last bits may differ.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RoundsDifferentlyAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}

/// <summary>The function's derivative is zero on purpose.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FlatAttribute : Attribute;

/// <summary>The function has to allocate on each call, so its derivative may.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllocatesAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}

/// <summary>Type arguments with which a generic function, or the functions of a generic type, are tested; with each of them if there are several.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method, AllowMultiple = true)]
public sealed class TypeArgumentsAttribute(params Type[] types) : Attribute
{
    public Type[] Types { get; } = types;
}

/// <summary>The gradient jumps close to samples, so that its differences tell nothing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KinksAttribute : Attribute;
