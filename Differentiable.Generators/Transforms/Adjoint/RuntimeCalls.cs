using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Adjoint;

/// <summary>What emitted code calls in <c>Differentiable.Runtime</c>, as expressions and statements.</summary>
internal sealed class RuntimeCalls(Variable stack, Variable workspace)
{
    private static readonly OpaqueType s_void = new("void");

    /// <summary>Zeroed storage: from the workspace for vectors, new for matrices and jagged arrays.</summary>
    public Expr Zeroed(IrType type, EquatableArray<Expr> lengths) => type is SpanType span
        ? FromWorkspace("Zeroed", span, lengths[0])
        : new NewStorage(type, lengths, [], OnStack: false);

    /// <summary>A vector from the workspace with undefined elements.</summary>
    public Expr Allocated(SpanType type, Expr length) => FromWorkspace("Allocate", type, length);

    /// <summary>A copy of a vector in the workspace.</summary>
    public Expr Copied(SpanType type, Expr source) => FromWorkspace("Copy", type, source);

    /// <summary>Zeroed storage of the shape of another, for its adjoint.</summary>
    public Expr ZeroedLike(IrType shadowType, Expr primal) => shadowType is SpanType span
        ? FromWorkspace("Zeroed", span, new Length(primal))
        : new Opaque(shadowType, ["Shadow.Like(", ")"], [primal], IsPure: true);

    public Statement Push(Expr value) => new Evaluate(new Opaque(
        s_void, ["", IsNarrow(value.Type) ? ".Push((long)" : ".Push(", ")"], [new Use(stack), value], IsPure: false));

    public Expr Pop(IrType type) => type switch
    {
        ScalarType { Kind: ScalarKind.Double } => Pop(type, ".Pop()"),
        ScalarType { Kind: ScalarKind.Single } => Pop(type, ".PopSingle()"),
        ScalarType { Kind: ScalarKind.Int32 } => Pop(type, ".PopInt32()"),
        ScalarType { Kind: ScalarKind.Int64 } => Pop(type, ".PopInt64()"),
        ScalarType { Kind: ScalarKind.Boolean } => Pop(type, ".PopBoolean()"),
        _ => new Opaque(type, [$"({TypeText(type)})", ".PopInt64()"], [new Use(stack)], IsPure: false),
    };

    public Statement PushElements(Expr storage) => new Evaluate(new Opaque(
        s_void, ["", $".Push<{TypeText(storage.Type.Leaf)}>(", ")"], [new Use(stack), storage], IsPure: false));

    public Statement PopElements(Expr storage) => new Evaluate(new Opaque(
        s_void, ["", $".Pop<{TypeText(storage.Type.Leaf)}>(", ")"], [new Use(stack), storage], IsPure: false));

    public Using RentStack() => new(stack, new Opaque(stack.Type, ["ValueStack.Rent()"], [], IsPure: true));

    public Using RentWorkspace() => new(workspace, new Opaque(workspace.Type, ["Workspace.Rent()"], [], IsPure: true));

    public Statement Mark(Variable mark) => new Assign(mark, new Opaque(IrType.Int64, ["", ".Mark()"], [new Use(workspace)], IsPure: false));

    public Statement Release(Variable mark) => new Evaluate(new Opaque(s_void, ["", ".Release(", ")"], [new Use(workspace), new Use(mark)], IsPure: false));

    public Statement MarkStack(Variable mark) => new Assign(mark, new Opaque(IrType.Int32, ["", ".Count"], [new Use(stack)], IsPure: false));

    public Statement TruncateStack(Variable mark) => new Evaluate(new Opaque(s_void, ["", ".Truncate(", ")"], [new Use(stack), new Use(mark)], IsPure: false));

    public static string TypeText(IrType type) => type switch
    {
        ScalarType scalar => scalar.Kind switch
        {
            ScalarKind.Boolean => "bool",
            ScalarKind.SByte => "sbyte",
            ScalarKind.Byte => "byte",
            ScalarKind.Int16 => "short",
            ScalarKind.UInt16 => "ushort",
            ScalarKind.Int32 => "int",
            ScalarKind.UInt32 => "uint",
            ScalarKind.Int64 => "long",
            ScalarKind.UInt64 => "ulong",
            ScalarKind.Single => "float",
            _ => "double",
        },
        OpaqueType opaque => opaque.Name,
        ArrayType array => $"{TypeText(array.ElementType)}[{new string(',', array.Rank - 1)}]",
        _ => throw new InvalidOperationException($"{type} is no element type."),
    };

    private static bool IsNarrow(IrType type) => type is OpaqueType or ScalarType
    {
        Kind: ScalarKind.SByte or ScalarKind.Byte or ScalarKind.Int16 or ScalarKind.UInt16 or ScalarKind.UInt32 or ScalarKind.UInt64,
    };

    private Opaque FromWorkspace(string method, SpanType type, Expr argument) =>
        new(type, ["", $".{method}<{TypeText(type.ElementType)}>(", ")"], [new Use(workspace), argument], IsPure: true);

    private Opaque Pop(IrType type, string method) => new(type, ["", method], [new Use(stack)], IsPure: false);
}
