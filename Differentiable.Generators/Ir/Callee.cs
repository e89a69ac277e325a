namespace Differentiable.Generators.Ir;

/// <summary>Another differentiable method, as its caller sees it.</summary>
/// <param name="Type">Its containing type as C# writes it in full.</param>
/// <param name="Name">Its name, without type arguments.</param>
/// <param name="Parameters">Its parameters; behind them the members of its object that are inputs of it, then the object.</param>
/// <param name="Result">What it returns.</param>
internal sealed record Callee(string Type, string Name, EquatableArray<Parameter> Parameters, ReturnShape Result)
{
    /// <summary>Is it called as it is, by code that is not reversed? Else its halves are.</summary>
    public bool IsCalledAsItIs { get; init; }

    /// <summary>Can several directions be carried through it at once?</summary>
    public bool CarriesSeveral { get; init; } = true;

    /// <summary>Is it known to have halves in reverse mode for one cotangent?</summary>
    public bool HasGradient { get; init; }

    /// <summary>
    /// Is the method itself called, and not its halves or its tangent? It takes and returns structs whole, where <see cref="Parameters"/> and <see cref="Result"/> are their leaves, and arrays where
    /// there are spans.
    /// </summary>
    public bool IsCalledItself { get; init; }

    /// <summary>Is it called on the struct that is the first of its parameters?</summary>
    public bool IsOnStruct { get; init; }

    /// <summary>What C# writes around its arguments, where it does not call it by its name: that of an operator, a conversion or a property; else empty.</summary>
    public EquatableArray<string> Text { get; init; } = [];

    /// <summary>Is it <c>++</c> or <c>--</c>, which C# writes for variables only?</summary>
    public bool IsStep => Text is ["++" or "--", ""];

    /// <summary>Its own rule, if it has one. It is then called as it is, and has no halves.</summary>
    public CustomRule? Rule { get; init; }

    /// <summary>Its type arguments as C# writes them in full, with the brackets; or empty.</summary>
    public string TypeArguments { get; init; } = "";
}
