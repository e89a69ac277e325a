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

    /// <summary>For a jagged array: may the method put other rows into it?</summary>
    public bool MayReplaceRows { get; init; }

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

    public string Name => Variable.Name;

    /// <summary>Does a value come in through it?</summary>
    public bool IsInput => Mode != PassingMode.Out;


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

/// <summary>What a method returns: no component, one, or one for each element of a tuple.</summary>
/// <param name="Components">The types of the components.</param>
/// <param name="Names">The tuple's element names, or <c>Item1</c> … where it has none.</param>
/// <param name="IsTuple">Is it a tuple?</param>
internal sealed record ReturnShape(EquatableArray<IrType> Components, EquatableArray<string> Names, bool IsTuple)
{
    public static ReturnShape Void => new([], [], false);

    public bool IsVoid => Components.Count == 0;
}

/// <summary>Where the emitted members go: the namespace and the chain of partial types around the method, outermost first.</summary>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Types">Each type as its header reads: <c>static partial class Model</c>, <c>partial struct Pair&lt;T&gt;</c>.</param>
/// <param name="HidesSystemNames">Does a simple name like <c>Math</c> or <c>Span</c> mean something else there? Then names are written in full.</param>
/// <param name="FileName">A unique name for the emitted file, without extension.</param>
internal sealed record Container(string Namespace, EquatableArray<string> Types, bool HidesSystemNames, string FileName);

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
    /// <summary>Does it belong to an object, so that its derivatives do as well?</summary>
    public bool IsInstance { get; init; }

    /// <summary>The parameters whose arrays it may return, and whether it always returns the one of them.</summary>
    public (EquatableArray<string> Parameters, bool Always) Returned { get; init; } = ([], false);

    /// <summary>The parameters as they stand in the method's own signature.</summary>
    public IEnumerable<Parameter> Declared => Parameters.Where(parameter => parameter.Origin == ParameterOrigin.Argument);
}

/// <summary>Another differentiable method, as its caller sees it.</summary>
/// <param name="Type">Its containing type as C# writes it in full.</param>
/// <param name="Name">Its name, without type arguments.</param>
/// <param name="Parameters">Its parameters; behind them the members of its object that are inputs of it, then the object.</param>
/// <param name="Result">What it returns.</param>
internal sealed record Callee(string Type, string Name, EquatableArray<Parameter> Parameters, ReturnShape Result);
