namespace Differentiable.Runtime;

/// <summary>
/// On members that are generated for a differentiable method: what generated callers in other assemblies, which do not see the
/// method's body, must know of it. Without it there is nothing to know.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class GeneratedDerivativeAttribute : Attribute
{
    /// <summary>The fields and properties of its object that are inputs of the method, in the order of their adjoints.</summary>
    public string[] Members { get; init; } = [];

    /// <summary>The parameters whose arrays the method may return.</summary>
    public string[] Returned { get; init; } = [];

    /// <summary>Does it always return the array of the one parameter in <see cref="Returned"/>?</summary>
    public bool ReturnsAlways { get; init; }

    /// <summary>Does the method change the struct with arrays that it is called on?</summary>
    public bool ChangesStruct { get; init; }

    /// <summary>May the method give something else when it runs a second time, as one that draws random numbers does?</summary>
    public bool MayDiffer { get; init; }
}
