using System.Collections.Immutable;

namespace Differentiable.Generators.Ir;

/// <summary>Where a piece of the user's source stands in its file.</summary>
/// <param name="Start">How many characters come before.</param>
/// <param name="Length">How many it has.</param>
internal readonly record struct SourceSpan(int Start, int Length);

/// <summary>A statement. <see cref="Note"/> is the user's source statement on one line, for the comments of the emitted code.</summary>
internal abstract record Statement
{
    private ImmutableArray<Expr> _expressions;
    private ImmutableArray<Variable> _defines;

    protected Statement()
    {
    }

    /// <summary>What is remembered does not hold for a changed copy.</summary>
    protected Statement(Statement original) => (Note, Position) = (original.Note, original.Position);

    public string? Note { get; init; }

    /// <summary>Where the user's statement stands, for diagnostics. No part of the value: what moves in its file is still the same.</summary>
    public SourceSpan? Position { get; init; }

    /// <summary>The expressions that the statement itself reads, without those of its blocks. The storage of a <see cref="Store"/> is one.</summary>
    public EquatableArray<Expr> Expressions() => _expressions.IsDefault ? _expressions = Walker.ExpressionsOf(this).Items : _expressions;

    /// <summary>The variables that the statement itself assigns, without those of its blocks.</summary>
    public EquatableArray<Variable> Defines() => _defines.IsDefault ? _defines = Walker.DefinedBy(this).Items : _defines;

    /// <summary>What is remembered is no part of the value.</summary>
    public virtual bool Equals(Statement? other) =>
        ReferenceEquals(this, other) || (other is not null && EqualityContract == other.EqualityContract && Note == other.Note);

    public override int GetHashCode() => Note?.GetHashCode() ?? 0;

    public sealed override string ToString() => Printer.Print(this);
}

/// <summary>A sequence of statements.</summary>
internal sealed record Block(EquatableArray<Statement> Statements)
{
    public static Block Empty => new(EquatableArray<Statement>.Empty);

    public bool IsEmpty => Statements.Count == 0;
}

/// <summary>
/// Says that the variable's life starts here (its scope is the enclosing block). Only in what lowering returns; there is none after
/// the versions pass, and the emitter finds the best place for every declaration anew.
/// </summary>
internal sealed record Declare(Variable Variable) : Statement;

/// <summary><c>Target = Value</c>. For storage types this makes an alias: no elements are copied.</summary>
internal sealed record Assign(Variable Target, Expr Value) : Statement;

/// <summary>Assigns the components of a tuple-valued <see cref="Opaque"/>; null discards one.</summary>
internal sealed record AssignTuple(EquatableArray<Variable?> Targets, Expr Value) : Statement;

/// <summary><c>Storage[Indices] = Value</c>; of a struct one leaf, <c>Storage[Indices].Path = Value</c>.</summary>
internal sealed record Store(Expr Storage, EquatableArray<Expr> Indices, Expr Value, EquatableArray<string> Path = default) : Statement
{
    /// <summary>What it writes, as an expression that reads it.</summary>
    public Element Place => new(Storage, Indices, Path);
}

/// <summary>Evaluates an <see cref="Opaque"/> for its effect: a guard, a push on the value stack.</summary>
internal sealed record Evaluate(Expr Value) : Statement;

/// <summary>Throws. Everything behind it in the block is unreachable.</summary>
internal sealed record Throw(Expr Exception) : Statement;

internal sealed record If(Expr Condition, Block Then, Block Else) : Statement;

/// <summary>
/// A loop as lowering finds it. Each round: <paramref name="Prelude"/>, test <paramref name="Condition"/>, <paramref name="Body"/>, <paramref name="Step"/>
/// (<see cref="Continue"/> goes to the step). When <paramref name="TestsAtEnd"/> (a <c>do</c>), each round: body, step, prelude, test.
/// </summary>
internal sealed record Loop(Block Prelude, Expr Condition, Block Body, Block Step, bool TestsAtEnd) : Statement
{
    public Checkpointing? Checkpointing { get; init; }
}

/// <summary>
/// A loop whose trips are known on entry: <c>for (Counter = Start; Counter Comparison Bound; Counter += Step)</c>. The counter is not
/// assigned in the body and <paramref name="Bound"/> does not change in it; <paramref name="Step"/> is not zero and goes towards the bound.
/// </summary>
internal sealed record For(Variable Counter, Expr Start, Op Comparison, Expr Bound, long Step, Block Body) : Statement
{
    public Checkpointing? Checkpointing { get; init; }
}

/// <summary>A loop whose trips show only as it runs. No <see cref="Break"/> or <see cref="Continue"/> inside.</summary>
internal sealed record While(Expr Condition, Block Body, bool TestsAtEnd) : Statement
{
    public Checkpointing? Checkpointing { get; init; }
}

/// <summary>Leaves the innermost loop. Gone after normalization.</summary>
internal sealed record Break : Statement;

/// <summary>Goes to the innermost loop's step. Gone after normalization.</summary>
internal sealed record Continue : Statement;

/// <summary>Returns the components of the result: none, one, or one for each element of a tuple. Gone after normalization.</summary>
internal sealed record Return(EquatableArray<Expr> Values) : Statement;

/// <summary>
/// A call of another differentiable method. Storage arguments are <see cref="Use"/>s (or rows); <paramref name="Arguments"/> has one entry for each
/// parameter (for an <c>out</c> parameter, null). <paramref name="Results"/> receives the components of the return value, then the final
/// values of <c>ref</c> and <c>out</c> parameters in their order; null where the caller discards one.
/// </summary>
internal sealed record Call(Callee Callee, EquatableArray<Expr?> Arguments, EquatableArray<Variable?> Results) : Statement;

/// <summary><c>using</c>: <paramref name="Resource"/> is made here and given back at the end of the enclosing block. Only at the top of a member.</summary>
internal sealed record Using(Variable Resource, Expr Value) : Statement;

/// <summary>
/// Runs the body as a function of its own that is given the <paramref name="Captured"/> variables and returns what the member returns. Only as
/// the last statement of a member, whose end the body's <see cref="Return"/> is.
/// </summary>
/// <param name="Captured">The variables that the body reads and that are assigned before it.</param>
/// <param name="References">Those of them whose assignments in the body the member's caller sees.</param>
/// <param name="Result">What it returns.</param>
/// <param name="Body">What it does.</param>
internal sealed record Outlined(EquatableArray<Variable> Captured, EquatableArray<Variable> References, ReturnShape Result, Block Body) : Statement
{
    /// <summary>Those of the references that have no value before.</summary>
    public EquatableArray<Variable> Outs { get; init; } = [];
}

/// <summary>A comment on a line of its own, for the reader of the emitted code: what is stored at a site and why.</summary>
internal sealed record Comment(string Text) : Statement;
