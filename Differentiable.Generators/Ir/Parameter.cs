namespace Differentiable.Generators.Ir;

/// <summary>How a parameter is passed.</summary>
internal enum PassingMode
{
    Value,
    In,
    Ref,
    Out,
}

/// <summary>Where a parameter's value comes from.</summary>
internal enum ParameterOrigin
{
    /// <summary>The caller passes it.</summary>
    Argument,

    /// <summary>It is a field or a property of the object that the method is called on, and an input like any other; no one passes it.</summary>
    Member,

    /// <summary>It is the object itself, which stands before the method's name in a call.</summary>
    Receiver,
}

/// <summary>A parameter of a differentiable method.</summary>
/// <param name="Variable">The variable that holds its value in the body.</param>
/// <param name="Mode">How it is passed.</param>
/// <param name="IsActive">Does it get a derivative: real-valued and not marked non-differentiable?</param>
/// <param name="IsMutated">For storage: may the method write its elements?</param>
/// <param name="Default">Its default value as C# text, if it has one.</param>
internal sealed record Parameter(Variable Variable, PassingMode Mode, bool IsActive, bool IsMutated, string? Default)
{
    public IrType Type => Variable.Type;

    /// <summary>What the user declared: the struct that it is a leaf of, or itself.</summary>
    public string DeclaredName => Part?.Whole ?? Name;

    /// <summary>For a jagged array: may the method put other rows into it?</summary>
    public bool MayReplaceRows { get; init; }

    /// <summary>Of the array of a leaf that was gathered from the elements of an array: does the method change it, so that the elements get it back?</summary>
    public bool IsPutBack { get; init; }

    /// <summary>Does the caller list its elements one by one: <c>params</c>?</summary>
    public bool IsParams { get; init; }

    /// <summary>May an array come in as null: annotated so, or null by default?</summary>
    public bool MayBeNull { get; init; }

    /// <summary>Its type as C# writes it in full, where there are annotations of nullable references in it.</summary>
    public string? AnnotatedType { get; init; }

    /// <summary>Is it passed, or read from the object that the method belongs to?</summary>
    public ParameterOrigin Origin { get; init; }

    /// <summary>What a <see cref="ParameterOrigin.Member"/> is read from: <c>this.weights</c>.</summary>
    public string? Source { get; init; }

    /// <summary>The struct that it is a leaf of, if it is one.</summary>
    public Part? Part { get; init; }

    /// <summary>How the method takes the inline array whose elements it is; these are storage, which is passed as such.</summary>
    public PassingMode? InlineMode { get; init; }

    /// <summary>How the method takes the struct that it is an array of, where that is by reference: the array stays the one that it is, and is passed as such.</summary>
    public PassingMode? ArrayMode { get; init; }

    /// <summary>How the method takes it, or the struct that it is a leaf of.</summary>
    public PassingMode WholeMode => InlineMode ?? ArrayMode ?? Mode;

    /// <summary>Does its derivative go into a struct that users give, as a part of it?</summary>
    public bool IsInDestination => IsActive && Part is { HasDestination: true };

    /// <summary>Is it for the rule of the method alone, which the method itself does not take?</summary>
    public bool IsForRule { get; init; }

    /// <summary>The parameter that it is the tangent of, if it is one.</summary>
    public Variable? TangentOf { get; init; }

    public string Name => Variable.Name;

    /// <summary>Does a value come in through it?</summary>
    public bool IsInput => Mode != PassingMode.Out;

    /// <summary>Does a value go out through it? Of storage, what is in it does.</summary>
    public bool IsOutput => Mode is PassingMode.Ref or PassingMode.Out;

    /// <summary>Does it stand among the arguments of a call?</summary>
    public bool IsPassed => Origin == ParameterOrigin.Argument && !IsForRule;

    /// <summary>
    /// Do the halves take it as a read-only span? So they can be given what their caller may only read. Other code than differentiable methods
    /// could ask for the span as it was declared, but it never gets an active one.
    /// </summary>
    public bool IsReadOnlyInHalves => !IsMutated && Type switch
    {
        ArrayType { Rank: 1, ElementType.IsStorage: false } => true,
        SpanType span => span.IsReadOnly || IsActive,
        _ => false,
    };
}
