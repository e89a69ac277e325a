namespace Differentiable.Generators.Ir;

/// <summary>A type parameter in the signature of a method.</summary>
/// <param name="Name">Its name, escaped where it is a keyword.</param>
/// <param name="Constraints">Its constraints as C# writes them behind the colon, from <c>global::</c> on.</param>
internal sealed record GenericParameter(string Name, EquatableArray<string> Constraints);
