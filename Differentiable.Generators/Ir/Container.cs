namespace Differentiable.Generators.Ir;

/// <summary>Where the emitted members go: the namespace and the chain of partial types around the method, outermost first.</summary>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Types">Each type as its header reads: <c>static partial class Model</c>, <c>partial struct Pair&lt;T&gt;</c>.</param>
/// <param name="HidesSystemNames">Does a simple name like <c>Math</c> or <c>Span</c> mean something else there? Then names are written in full.</param>
/// <param name="FileName">A unique name for the emitted file, without extension.</param>
internal sealed record Container(string Namespace, EquatableArray<string> Types, bool HidesSystemNames, string FileName)
{
    /// <summary>The types of the user's that have a shorter name there than the one that means them everywhere.</summary>
    public EquatableArray<VisibleType> VisibleTypes { get; init; } = [];

    /// <summary>Does a simple name like <c>Tensor</c> mean something else there?</summary>
    public bool HidesTensorNames { get; init; }
}

/// <summary>A type of the user's.</summary>
/// <param name="FullName">What it is called everywhere, from <c>global::</c> on, without type arguments.</param>
/// <param name="Name">What it is called where the members go.</param>
internal sealed record VisibleType(string FullName, string Name);
