using System.Runtime.CompilerServices;

namespace Differentiable.Generators.Analysis;

/// <summary>Tells statements and blocks apart by identity: two equal statements at different places are different.</summary>
internal sealed class ReferenceComparer : IEqualityComparer<object>
{
    public static readonly ReferenceComparer Instance = new();

    bool IEqualityComparer<object>.Equals(object? x, object? y) => ReferenceEquals(x, y);

    int IEqualityComparer<object>.GetHashCode(object obj) => RuntimeHelpers.GetHashCode(obj);
}
