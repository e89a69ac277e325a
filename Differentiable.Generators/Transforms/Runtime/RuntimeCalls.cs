using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Generators.Transforms.Runtime;

/// <summary>What emitted code calls in <c>Differentiable.Runtime</c>, as expressions and statements.</summary>
internal sealed class RuntimeCalls(Variable stack, Variable workspace)
{
    private const string ClearSuffix = ".Clear()";

    private static readonly OpaqueType s_void = new("void");

    /// <summary>Zeroed storage: from the workspace for vectors, new for matrices and jagged arrays.</summary>
    public Expr Zeroed(IrType type, EquatableArray<Expr> lengths) => type is SpanType span
        ? FromWorkspace("Zeroed", span, lengths[0])
        : new NewStorage(type, lengths, [], OnStack: false);

    /// <summary>Sets all elements of an adjoint to zero.</summary>
    public static Statement Clear(Variable adjoint) => new Evaluate(adjoint.Type is SpanType
        ? new Opaque(s_void, ["", ClearSuffix], [new Use(adjoint)], IsPure: false)
        : new Opaque(s_void, [$"Shadow.{NameFor("Clear", adjoint.Type)}<{TypeText(adjoint.Type.Leaf)}>(", ")"], [new Use(adjoint)], IsPure: false));

    /// <summary>Sets the elements of a vector from an index on to zero.</summary>
    public static Statement ClearFrom(Variable adjoint, Expr start) =>
        new Evaluate(new Opaque(s_void, ["", "[", "..].Clear()"], [new Use(adjoint), start], IsPure: false));

    /// <summary>The vector that the statement sets to zero.</summary>
    public static Variable? ClearedBy(Statement statement) =>
        statement is Evaluate { Value: Opaque { Text: ["", ClearSuffix], Arguments: [Use use] } } ? use.Variable : null;

    /// <summary>Is it a vector from the workspace, made of nothing but its length?</summary>
    public static bool IsBuffer(Expr expression) => expression is Opaque { Text: ["", var call, ")"], Arguments: [_, { Type.IsInteger: true }] }
        && (call.StartsWith(".Zeroed<", StringComparison.Ordinal) || call.StartsWith(".Allocate<", StringComparison.Ordinal));

    /// <summary>The length of the zeroed vector that the expression takes from the workspace.</summary>
    public static Expr? LengthOfZeroed(Expr expression) =>
        expression is Opaque { Text: ["", var call, ")"], Arguments: [_, var length] } && call.StartsWith(".Zeroed<", StringComparison.Ordinal) ? length : null;

    /// <summary>Adds all elements of an adjoint to those of another.</summary>
    public static Evaluate AddAll(Expr from, Expr to) => new(new Opaque(
        s_void, [to.Type.IsWide ? "Lanes.Add(" : $"Shadow.{NameFor("Add", to.Type)}<{TypeText(to.Type.Leaf)}>(", ", ", ")"], [from, to], IsPure: false));

    /// <summary>Adds a multiple of a vector to another, or sets it to one.</summary>
    public static Statement Scaled(string method, Expr vector, Expr scale, Expr target) => new Evaluate(new Opaque(
        s_void, [$"Shadow.{method}<{TypeText(target.Type.Leaf)}>(", ", ", ", ", ")"], [vector, scale, target], IsPure: false));

    /// <summary>What sets the vector to the multiple that the statement adds to it; null if it does not, or does so to part of it only.</summary>
    public static Statement? Setting(Evaluate call, Variable target) =>
        call.Value is Opaque { Arguments: [var vector, var scale, Use use] } opaque && use.Variable == target
        && opaque.Text[0].StartsWith("Shadow.AddScaled<", StringComparison.Ordinal)
            ? Scaled("SetScaled", vector, scale, use) with { Note = call.Note }
            : null;

    /// <summary>The first elements of a vector, as an argument.</summary>
    public static Expr First(Use vector, Expr count) => vector.Type is SpanType
        ? new Opaque(vector.Type, ["", "[..", "]"], [vector, count], IsPure: true)
        : new Opaque(new SpanType(vector.Type.Element!, false), ["", ".AsSpan(0, ", ")"], [vector, count], IsPure: true);

    /// <summary>A vector from the workspace with undefined elements.</summary>
    public Expr Allocated(SpanType type, Expr length) => FromWorkspace("Allocate", type, length);

    /// <summary>A copy of a vector in the workspace.</summary>
    public Expr Copied(SpanType type, Expr source) => FromWorkspace("Copy", type, source);

    /// <summary>Zeroed storage of the shape of another, for its adjoint.</summary>
    /// <param name="shadowType">Its type.</param>
    /// <param name="primal">The other.</param>
    /// <param name="isWritten">Are elements of the other written, so that rows of it which are one array have one adjoint?</param>
    public Expr ZeroedLike(IrType shadowType, Expr primal, bool isWritten = false) => shadowType switch
    {
        SpanType span => FromWorkspace("Zeroed", span, new Length(primal)),
        ArrayType { Rank: 1, ElementType.IsStorage: false } => new NewStorage(shadowType, [new Length(primal)], [], OnStack: false),
        _ => Like(shadowType, primal, isWritten),
    };

    /// <summary>Zeroed arrays, jagged or of two dimensions, of the shape of others, with as many numbers in each place as the type says.</summary>
    /// <param name="type">Their type.</param>
    /// <param name="other">The others.</param>
    /// <param name="isWritten">Are elements of the others written, so that rows are one array where those of the others are?</param>
    public static Expr Like(IrType type, Expr other, bool isWritten)
    {
        string name = NameFor(isWritten && IsJagged(other.Type) ? "Mirror" : "Like", type);
        string call = (type.IsWide, other.Type.IsWide) switch
        {
            (true, false) => $"Lanes.{name}(",
            (false, true) => $"Lanes.{name}One(",
            _ => $"Shadow.{name}(",
        };
        return new Opaque(type, [call, ")"], [other], IsPure: true);
    }

    /// <summary>The adjoints of rows as those take them who made the rows: each place has its own.</summary>
    public static Expr ByPlace(Expr shadow) => new Opaque(shadow.Type, [$"Shadow.{NameFor("ByPlace", shadow.Type)}(", ")"], [shadow], IsPure: true);

    /// <summary>Is it an array of arrays, of which several may be one?</summary>
    public static bool IsJagged(IrType type) => type is ArrayType { Element.IsStorage: true };

    public Statement Push(Expr value)
    {
        string push = IsKeptByValue(value.Type) ? $".PushScalar<{TypeText(value.Type)}>(" : IsNarrow(value.Type) ? ".Push((long)" : ".Push(";
        return new Evaluate(new Opaque(s_void, ["", push, ")"], [new Use(stack), value], IsPure: false));
    }

    /// <summary>Puts a reference on the value stack.</summary>
    public Statement KeepOnStack(Expr reference) => new Evaluate(new Opaque(s_void, ["", ".Keep(", ")"], [new Use(stack), reference], IsPure: false));

    /// <summary>Takes the reference back that was put on the value stack last.</summary>
    public Expr KeptOnStack(IrType type) => Pop(type, $".Kept<{TypeText(type)}>()");

    public Expr Pop(IrType type) => type switch
    {
        _ when IsKeptByValue(type) => Pop(type, $".PopScalar<{TypeText(type)}>()"),
        ScalarType { Kind: ScalarKind.Double } => Pop(type, ".Pop()"),
        ScalarType { Kind: ScalarKind.Single } => Pop(type, ".PopSingle()"),
        ScalarType { Kind: ScalarKind.Int32 } => Pop(type, ".PopInt32()"),
        ScalarType { Kind: ScalarKind.Int64 } => Pop(type, ".PopInt64()"),
        ScalarType { Kind: ScalarKind.Boolean } => Pop(type, ".PopBoolean()"),
        _ => new Opaque(type, [$"({TypeText(type)})", ".PopInt64()"], [new Use(stack)], IsPure: false),
    };

    /// <summary>Is a part of the workspace taken?</summary>
    public bool IsAllocation(Expr expression) => expression is Opaque { IsPure: true } opaque && opaque.Variables().Contains(workspace);

    /// <summary>The length of the vector that is taken from the workspace.</summary>
    public static Expr LengthOfTaken(Expr taken) => ((Opaque)taken).Arguments[1] is { Type.IsStorage: true } copied ? new Length(copied) : ((Opaque)taken).Arguments[1];

    /// <summary>Keeps which storage a variable stands for.</summary>
    public Statement Keep(Expr storage) => new Evaluate(new Opaque(
        s_void,
        ["", storage.Type is SpanType ? $".KeepBuffer<{TypeText(storage.Type.Leaf)}>(" : ".Keep(", ")"],
        [new Use(workspace), storage],
        IsPure: false));

    /// <summary>Takes the last storage back that was kept.</summary>
    public Expr Kept(IrType type) => new Opaque(
        type,
        ["", type is SpanType ? $".KeptBuffer<{TypeText(type.Leaf)}>()" : $".Kept<{TypeText(type)}>()"],
        [new Use(workspace)],
        IsPure: false);

    /// <summary>Does the expression take what was put on a stack last, so that its place in the order matters?</summary>
    public bool TakesLast(Expr expression) => expression.DescendantsAndSelf().Any(part =>
        part is Use use ? use.Variable == stack : part is Opaque { IsPure: false } and ({ Type.IsStorage: true } or { Type.IsKeptByReference: true }) && part.Variables().Contains(workspace));

    /// <summary>Does the expression put something on a stack, of values or of storage, or take it from there?</summary>
    public bool UsesStack(Expr expression) => expression.DescendantsAndSelf().Any(part =>
        part is Use use ? use.Variable == stack : part is Opaque { IsPure: false } && part.Variables().Contains(workspace));

    public Statement PushElements(Expr storage) => storage.Type switch
    {
        { Leaf.IsKeptByReference: true, IsVector: true } => OnStack(storage, "KeepAll"),
        { IsVector: true } when HoldsReferences(storage.Type.Leaf) => OnStack(storage, "KeepCopy"),
        { Leaf: { IsKeptByReference: true } or OpaqueType { IsNeverKept: true } or StructType { IsUnmanaged: false } } =>
            throw new UnsupportedStorageException($"the elements of an array of '{TypeText(storage.Type.Leaf)}'"),
        _ => OnStack(storage, "Push"),
    };

    public Statement PopElements(Expr storage) => OnStack(storage, storage.Type.Leaf.IsKeptByReference ? "KeptAll" : HoldsReferences(storage.Type.Leaf) ? "KeptCopy" : "Pop");

    /// <summary>Is it a struct with references in it, which have no place among numbers?</summary>
    private static bool HoldsReferences(IrType type) => type is OpaqueType { IsNeverKept: true } or StructType { IsUnmanaged: false };

    private Evaluate OnStack(Expr storage, string method) => new(new Opaque(
        s_void, ["", $".{NameFor(method, storage.Type)}<{TypeText(storage.Type.Leaf)}>(", ")"], [new Use(stack), storage], IsPure: false));

    /// <summary>What a method of the runtime is called that does this with storage of a type.</summary>
    public static string NameFor(string method, IrType type) => IsDeep(type) ? method + "Nested" : method;

    /// <summary>Is it made of arrays in some other way than a jagged array of numbers is?</summary>
    private static bool IsDeep(IrType type) => type is ArrayType { ElementType: ArrayType row } array && (array.Rank > 1 || row.Rank > 1 || row.ElementType.IsStorage);

    public Using RentStack() => new(stack, new Opaque(stack.Type, ["ValueStack.Rent()"], [], IsPure: true));

    public Using RentWorkspace() => new(workspace, new Opaque(workspace.Type, ["Workspace.Rent()"], [], IsPure: true));

    public Statement Mark(Variable mark) => new Assign(mark, new Opaque(IrType.Int64, ["", ".Mark()"], [new Use(workspace)], IsPure: false));

    public Statement Release(Variable mark) => new Evaluate(new Opaque(s_void, ["", ".Release(", ")"], [new Use(workspace), new Use(mark)], IsPure: false));

    public Statement MarkStack(Variable mark) => new Assign(mark, new Opaque(IrType.Int32, ["", ".Count"], [new Use(stack)], IsPure: false));

    /// <summary>Puts all that is on the stack there once more.</summary>
    public Statement RepeatStack() => new Evaluate(new Opaque(s_void, ["", ".Repeat()"], [new Use(stack)], IsPure: false));

    public Statement TruncateStack(Variable mark) => new Evaluate(new Opaque(s_void, ["", ".Truncate(", ")"], [new Use(stack), new Use(mark)], IsPure: false));

    public static string TypeText(IrType type) => type switch
    {
        ScalarType { IsWide: true } wide => CpuSpellings.TypeOfSeveral(wide.Kind),
        ScalarType scalar => ScalarNames.Of(scalar),
        OpaqueType opaque => opaque.Name,
        TensorType tensor => tensor.Name,
        StructType { IsTuple: false } whole => whole.Name,
        StructType { IsSingle: true } single => StructText.NameOf(single),
        StructType tuple => $"({string.Join(", ", tuple.Fields.Select(field => TypeText(field.Type)))})",
        ArrayType array => $"{TypeText(array.ElementType)}[{new string(',', array.Rank - 1)}]",
        _ => throw new InvalidOperationException($"{type} is no element type."),
    };

    private static bool IsKeptByValue(IrType type) => type.IsWithoutLiterals || type.IsWide || type is OpaqueType { Slots: > 0 };

    private static bool IsNarrow(IrType type) => type is OpaqueType or ScalarType
    {
        Kind: ScalarKind.SByte or ScalarKind.Byte or ScalarKind.Int16 or ScalarKind.UInt16 or ScalarKind.UInt32 or ScalarKind.UInt64,
    };

    /// <summary>A workspace holds numbers; references are put into arrays.</summary>
    private Opaque FromWorkspace(string method, SpanType type, Expr argument) => HasReferences(type.ElementType) switch
    {
        true when argument.Type.IsStorage => new(type, ["", ".ToArray()"], [argument], IsPure: true),
        true => new(type, [$"new {TypeText(type.ElementType)}[", "]"], [argument], IsPure: true),
        _ => new(type, ["", $".{method}<{TypeText(type.ElementType)}>(", ")"], [new Use(workspace), argument], IsPure: true),
    };

    private static bool HasReferences(IrType type) => type switch
    {
        StructType whole => whole.Leaves().Any(leaf => HasReferences(leaf.Type)),
        OpaqueType other => other.IsNeverKept,
        _ => type is TensorType,
    };

    private Opaque Pop(IrType type, string method) => new(type, ["", method], [new Use(stack)], IsPure: false);
}
