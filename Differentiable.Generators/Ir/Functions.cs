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

/// <summary>What a method returns: no component, one, or one for each element of a tuple or leaf of a struct.</summary>
/// <param name="Components">The types of the components.</param>
/// <param name="Names">The tuple's element names, or <c>Item1</c> … where it has none.</param>
/// <param name="IsTuple">Is it a tuple or another struct?</param>
internal sealed record ReturnShape(EquatableArray<IrType> Components, EquatableArray<string> Names, bool IsTuple)
{
    public static ReturnShape Void => new([], [], false);

    /// <summary>For each component the struct that it is a leaf of; empty where there are only scalars and storage.</summary>
    public EquatableArray<Part?> Parts { get; init; }

    public bool IsVoid => Components.Count == 0;

    /// <summary>Does the element of the tuple, or the struct, that the component is a leaf of hold a real number?</summary>
    public bool IsOfReal(int component)
    {
        if (Parts.Count == 0 || Parts[component] is not { } part)
            return Components[component].HoldsReal;
        return (part.Type.IsTuple ? part.Type[part.Path[0]].Type : part.Type).HoldsReal;
    }

    /// <summary>A type that holds several components: none, the one itself, or a tuple.</summary>
    public static ReturnShape Of(IEnumerable<(IrType Type, string Name)> components)
    {
        List<(IrType Type, string Name)> list = [.. components];
        return new(
            list.Select(item => item.Type).ToEquatableArray(),
            list.Select((item, i) => FreeName.Like(item.Name, name => IsReserved(name, i))).ToEquatableArray(),
            list.Count > 1);
    }

    /// <summary>Names that C# does not let the element of a tuple have, <c>Item3</c> other than for the third among them.</summary>
    private static bool IsReserved(string name, int position) =>
        name is "Rest" or "ToString" or "Equals" or "GetHashCode" or "CompareTo" or "Deconstruct"
        || (name.StartsWith("Item", StringComparison.Ordinal) && name.Skip(4).All(char.IsDigit) && name.Length > 4 && name != $"Item{position + 1}");
}

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
