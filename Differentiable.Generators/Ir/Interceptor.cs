namespace Differentiable.Generators.Ir;

/// <summary>What is called in the project in the place of a method over tensors, and calls the method as one operation.</summary>
/// <param name="Signature">What C# writes for the interceptor behind its name: type parameters, parameters.</param>
/// <param name="Constraints">The constraints of its type parameters, <c>where T : …</c> each.</param>
/// <param name="Result">The type of the result.</param>
/// <param name="Name">The method's name.</param>
/// <param name="Call">The call of the operation.</param>
/// <param name="Locations">Where the calls are, as the attribute says it that C# has for that.</param>
internal sealed record Interceptor(string Signature, EquatableArray<string> Constraints, string Result, string Name, string Call, EquatableArray<string> Locations);

/// <summary>What is written for the methods over tensors of a project that are operations.</summary>
/// <param name="Names">Their names, for projects that refer to this one.</param>
/// <param name="Interceptors">What calls of methods over tensors become calls of.</param>
internal sealed record InterceptionFile(EquatableArray<string> Names, EquatableArray<Interceptor> Interceptors)
{
    /// <summary>The namespace of the interceptors; a project has to name it to allow them.</summary>
    public const string Namespace = "Differentiable.Interceptors";
}
