namespace Differentiable.Generators.Ir;

/// <summary>A differentiable method, lowered.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Container">Where it stands.</param>
/// <param name="Accessibility">As C# writes it.</param>
/// <param name="Summary">The first line of its XML documentation, or empty.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Result">What it returns.</param>
/// <param name="Body">Its body.</param>
internal sealed record Function(
    string Name,
    Container Container,
    string Accessibility,
    string Summary,
    EquatableArray<Parameter> Parameters,
    ReturnShape Result,
    Block Body)
{
    /// <summary>Does it belong to an object, so that its derivatives do as well? Those of a struct's method are static, and take the struct.</summary>
    public bool IsInstance { get; init; }

    /// <summary>Is it a method of a struct, which is the first of its parameters?</summary>
    public bool IsOnStruct { get; init; }

    /// <summary>The parameters whose arrays it may return, and whether it always returns the one of them.</summary>
    public (EquatableArray<string> Parameters, bool Always) Returned { get; init; } = ([], false);

    /// <summary>Which derivatives are asked for.</summary>
    public Request Request { get; init; } = Request.Default;

    /// <summary>Can several directions be carried through it at once? Then a matrix of derivatives takes several columns or rows a sweep.</summary>
    public bool CarriesSeveral { get; init; } = true;

    /// <summary>Does its reverse half compute again what it needs, instead of being left it?</summary>
    public bool IsCheckpointed { get; init; }

    /// <summary>Code in it that may give another value when it is run a second time; null where there is none.</summary>
    public string? NotForSecondRun { get; init; }

    /// <summary>Its own type parameters; those of the types around it stand in the <see cref="Container"/>.</summary>
    public EquatableArray<GenericParameter> TypeParameters { get; init; } = [];

    /// <summary>Has it no derivative, for a reason that the user is told? Then its members are there, for those who call them, and throw.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The functions beside it that its recursive local functions became.</summary>
    public EquatableArray<Function> Lifted { get; init; } = [];

    /// <summary>What the function is called in the source that it was lifted from; null for a method.</summary>
    public string? LocalName { get; init; }

    /// <summary>Is it a <c>static abstract</c> method of an interface? Then its members are, too, and the body stands for nothing.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>Does it compute with tensors?</summary>
    public bool HasTensors => Lifted.Any(lifted => lifted.HasTensors) || Parameters.Any(parameter => parameter.Type.Leaf is TensorType) || Result.Components.Any(type => type.Leaf is TensorType)
        || Body.DescendantStatements().SelectMany(statement => statement.Expressions()).Any(expression => expression.Has(part => part.Type.Leaf is TensorType));

    /// <summary>The type arguments with which its members call each other: <c>&lt;T, U&gt;</c>, or empty.</summary>
    public string TypeArguments => TypeParameters.Count == 0 ? "" : $"<{string.Join(", ", TypeParameters.Select(parameter => parameter.Name))}>";
}
