using System.Collections.Immutable;
using System.Globalization;

namespace Differentiable.Generators.Ir;

/// <summary>What a variable is for. Decides its name in the emitted code and which rewrites are allowed on it.</summary>
internal enum VariableRole
{
    /// <summary>The user's own local or parameter, or a version of it.</summary>
    Primal,

    /// <summary>Introduced by a pass to name a value of the primal.</summary>
    Temporary,

    /// <summary>The adjoint of a primal variable.</summary>
    Shadow,

    /// <summary>Introduced by the adjoint transform: a shared factor, a trip count, a buffer.</summary>
    Helper,
}

/// <summary>A local, a parameter or a temporary. Two variables are the same when their <see cref="Id"/> is.</summary>
internal sealed record Variable(int Id, string Name, IrType Type, VariableRole Role = VariableRole.Primal)
{
    public bool Equals(Variable? other) => ReferenceEquals(this, other)
        || (other is not null && Id == other.Id && Role == other.Role && Name == other.Name && Type == other.Type);

    public override int GetHashCode() => Id;

    public override string ToString() => $"{Name}#{Id}";
}

/// <summary>
/// A side-effect-free expression (<see cref="Opaque"/> alone may have effects, and says so). Compares by value.
/// </summary>
internal abstract record Expr(IrType Type)
{
    private ImmutableArray<Expr> _children;
    private ImmutableArray<Variable> _variables;

    /// <summary>What is remembered does not hold for a changed copy.</summary>
    protected Expr(Expr original) => Type = original.Type;

    /// <summary>The operands, in the order in which C# evaluates them. Remembered, because every pass asks again.</summary>
    public EquatableArray<Expr> Children() => _children.IsDefault ? _children = Walker.ChildrenOf(this).Items : _children;

    /// <summary>The variables that the expression reads, once for each <see cref="Use"/>. Remembered as well.</summary>
    public EquatableArray<Variable> Variables() => _variables.IsDefault ? _variables = Walker.VariablesOf(this).Items : _variables;

    /// <summary>What is remembered is no part of the value.</summary>
    public virtual bool Equals(Expr? other) =>
        ReferenceEquals(this, other) || (other is not null && EqualityContract == other.EqualityContract && Type == other.Type);

    public override int GetHashCode() => Type.GetHashCode();

    public sealed override string ToString() => Printer.Print(this);
}

/// <summary>
/// A literal. <paramref name="Value"/> is a boxed built-in value of exactly <see cref="Expr.Type"/>'s kind; a <c>double</c> for a real type that
/// has no literals.
/// </summary>
internal sealed record Constant(IrType Type, object Value) : Expr(Type)
{
    public static Constant Of(int value) => new(IrType.Int32, value);

    public static Constant Of(bool value) => new(IrType.Boolean, value);

    /// <summary>The number that it is.</summary>
    public double Number => System.Convert.ToDouble(Value, CultureInfo.InvariantCulture);

    /// <summary>A real constant of the given precision.</summary>
    public static Constant Real(IrType type, double value) =>
        type is ScalarType { Kind: ScalarKind.Single } ? new(type, (float)value) : new(type, value);

    /// <summary>An integer constant of the given type.</summary>
    public static Constant Integer(ScalarType type, int value) => new(type, type.Kind switch
    {
        ScalarKind.SByte => (sbyte)value,
        ScalarKind.Byte => (byte)value,
        ScalarKind.Int16 => (short)value,
        ScalarKind.UInt16 => (ushort)value,
        ScalarKind.UInt32 => (uint)value,
        ScalarKind.Int64 => (long)value,
        ScalarKind.UInt64 => (ulong)value,
        _ => (object)value,
    });
}

/// <summary>The current value of a variable.</summary>
internal sealed record Use(Variable Variable) : Expr(Variable.Type);

/// <summary>A built-in operation on scalars, see <see cref="Op"/>.</summary>
internal sealed record Apply(Op Op, IrType Type, EquatableArray<Expr> Arguments) : Expr(Type);

/// <summary>A numeric conversion as C# defines it: a cast.</summary>
internal sealed record Convert(IrType Type, Expr Operand) : Expr(Type);

/// <summary><c>Condition ? WhenTrue : WhenFalse</c>, lazy as in C#.</summary>
internal sealed record Conditional(Expr Condition, Expr WhenTrue, Expr WhenFalse) : Expr(WhenTrue.Type);

/// <summary>
/// An element read: <c>a[i]</c>, <c>m[i, j]</c>; <c>a[i][j]</c> is an element of an element. Of a struct only a leaf is read, <c>a[i].Position.X</c>, to which
/// <paramref name="Path"/> leads.
/// </summary>
internal sealed record Element(Expr Storage, EquatableArray<Expr> Indices, EquatableArray<string> Path = default)
    : Expr(StructType.At(Storage.Type.Element!, Path));

/// <summary>The number of elements, or of one dimension of a <c>T[,]</c>. An <c>int</c>.</summary>
internal sealed record Length(Expr Storage, int? Dimension = null) : Expr(IrType.Int32);

/// <summary>
/// <paramref name="Count"/> elements of a span or array from <paramref name="Start"/> on: the same storage, no copy. Only as the whole
/// value of an <see cref="Assign"/>.
/// </summary>
internal sealed record Slice(SpanType SpanType, Expr Storage, Expr Start, Expr? Count) : Expr(SpanType);

/// <summary>The same storage as another type: an array as a span, a span as read-only. Only as the whole value of an <see cref="Assign"/>.</summary>
internal sealed record View(SpanType SpanType, Expr Storage) : Expr(SpanType);

/// <summary>
/// Fresh zeroed storage of the given lengths, or with the given elements. <paramref name="OnStack"/> remembers <c>stackalloc</c>. Only
/// as the whole value of an <see cref="Assign"/> or a <see cref="Store"/> of a row.
/// </summary>
internal sealed record NewStorage(IrType Type, EquatableArray<Expr> Lengths, EquatableArray<Expr> Elements, bool OnStack) : Expr(Type);

/// <summary>Fresh storage with a copy of another's elements (<c>ToArray</c>, <c>Clone</c>, a range of an array). Only as the whole value of an <see cref="Assign"/>.</summary>
internal sealed record CopyOf(IrType Type, Expr Storage) : Expr(Type);

/// <summary>
/// Target-language text with expressions in its holes: <c>Text[0] Arguments[0] Text[1] … Text[n]</c>. For what has no derivative and needs
/// no understanding (a call to a helper on integers, a static field, the arguments of a thrown exception) and for the runtime's own calls.
/// </summary>
/// <param name="Type">Its type.</param>
/// <param name="Text">One piece more than there are arguments.</param>
/// <param name="Arguments">What stands between the pieces.</param>
/// <param name="IsPure">May it be evaluated again, later, or not at all?</param>
internal sealed record Opaque(IrType Type, EquatableArray<string> Text, EquatableArray<Expr> Arguments, bool IsPure) : Expr(Type)
{
    /// <summary>Does it say where the elements of an inline array lie, which one name then stands for in all of a member?</summary>
    public bool NamesElements { get; init; }

    /// <summary>Does it only look at what it is given, and throw if something is wrong with it?</summary>
    public bool IsCheck { get; init; }

    /// <summary>How a derivative passes through it to each of the arguments; null for one to which none does, empty where it has no derivative.</summary>
    public EquatableArray<Pullback?> Pullbacks { get; init; } = [];

    /// <summary>Is it a tensor without axes, whatever it is computed from?</summary>
    public bool HasNoAxes { get; init; }

    /// <summary>Is it a tensor of the shape that its first argument has?</summary>
    public bool KeepsShape { get; init; }

    /// <summary>The arguments to which a derivative passes.</summary>
    public IEnumerable<int> DifferentiableArguments => Enumerable.Range(0, Pullbacks.Count).Where(i => Pullbacks[i] is not null);

    /// <summary>Is it nothing at all: no storage, or what a variable holds before anything is put into it?</summary>
    public bool IsMissing => Text is ["null"] or ["default"];

    /// <summary>A call that only checks something.</summary>
    public static Opaque Check(EquatableArray<string> text, EquatableArray<Expr> arguments) => new(new OpaqueType("void"), text, arguments, IsPure: false) { IsCheck = true };

    /// <summary>The default of a type, with its name: <c>default(T)</c>.</summary>
    public static Opaque DefaultWithType(OpaqueType type) => new(type, [$"default({type.Name})"], [], IsPure: true);

    /// <summary>What a type's variables hold before anything is put into them: <c>default</c>, where the type shows.</summary>
    public static Opaque DefaultLiteral(IrType type) => new(type, ["default"], [], IsPure: true);
}
