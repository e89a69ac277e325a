namespace Differentiable.Generators.Ir;

/// <summary>A parameter of an emitted member.</summary>
/// <param name="Variable">The variable; its name is kept exactly.</param>
/// <param name="Modifier">Empty, <c>in</c>, <c>ref</c>, <c>out</c> or <c>params</c>.</param>
/// <param name="Default">Its default value as C# text, if it keeps one.</param>
/// <param name="Documentation">The text of its <c>param</c> tag, plain.</param>
internal sealed record MemberParameter(Variable Variable, string Modifier, string? Default, string Documentation)
{
    /// <summary>Its type as C# writes it in full, where there are annotations of nullable references in it.</summary>
    public string? AnnotatedType { get; init; }

    /// <summary>What it is read from on entry, where it is no parameter of the emitted member but a field or a property of its object.</summary>
    public string? Source { get; init; }

    /// <summary>Does the emitted member take it?</summary>
    public bool IsPassed => Source is null;

    /// <summary>The struct that it is a leaf of, and that the member takes whole.</summary>
    public Part? Part { get; init; }

    /// <summary>Is it a leaf of a struct in which derivatives are put, and all else stays as it is?</summary>
    public bool IsDestination { get; init; }

    /// <summary>Is it an array of leaves, from elements that get back what the member puts into it?</summary>
    public bool IsPutBack { get; init; }

    /// <summary>Is it the elements of an inline array that the member makes itself instead of being given it?</summary>
    public bool IsOwn { get; init; }
}

/// <summary>A method to emit. Its body may end in <see cref="Return"/>s.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Accessibility">As C# writes it.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Result">What it returns.</param>
/// <param name="Summary">The text of its <c>summary</c> tag; <c>{F}</c> in it stands for a <c>see cref</c> to the method that it was derived from.</param>
/// <param name="Returns">The text of its <c>returns</c> tag, or empty.</param>
/// <param name="IsHidden">Is it for generated code only, so that editors should not offer it?</param>
/// <param name="Body">Its body.</param>
internal sealed record Member(
    string Name,
    string Accessibility,
    EquatableArray<MemberParameter> Parameters,
    ReturnShape Result,
    string Summary,
    string Returns,
    bool IsHidden,
    Block Body)
{
    /// <summary>An attribute to put on it, as C# writes it in full.</summary>
    public string? Attribute { get; init; }

    /// <summary>The text of its <c>remarks</c> tag, or empty.</summary>
    public string Remarks { get; init; } = "";
}

/// <summary>All that is emitted for one differentiable method.</summary>
internal sealed record MemberFile(Function Source, EquatableArray<Member> Members)
{
    /// <summary>What is emitted for the functions that were lifted out of it.</summary>
    public EquatableArray<MemberFile> Lifted { get; init; } = [];

    public IEnumerable<Member> AllMembers => Members.Concat(Lifted.SelectMany(lifted => lifted.Members));
}
