using Differentiable.Generators.Ir;

namespace Differentiable.Tests.Ir;

/// <summary>The intermediate representation by hand, in few words.</summary>
internal static class Build
{
    public static readonly SpanType Span = new(IrType.Double, IsReadOnly: false);
    public static readonly SpanType ReadOnlySpan = new(IrType.Double, IsReadOnly: true);
    public static readonly ArrayType Array = new(IrType.Double, 1);

    private static int s_id;

    public static Variable Double(string name, VariableRole role = VariableRole.Primal) => Of(IrType.Double, name, role);

    public static Variable Int(string name, VariableRole role = VariableRole.Primal) => Of(IrType.Int32, name, role);

    public static Variable Bool(string name) => Of(IrType.Boolean, name);

    public static Variable Shadow(string name) => Double(name, VariableRole.Shadow);

    public static Variable Helper(string name) => Double(name, VariableRole.Helper);

    public static Variable Of(IrType type, string name, VariableRole role = VariableRole.Primal) =>
        new(Interlocked.Increment(ref s_id), name, type, role);

    public static Expr Use(this Variable variable) => new Use(variable);

    public static Expr Real(double value) => Constant.Real(IrType.Double, value);

    public static Expr Number(int value) => Constant.Of(value);

    public static Expr Apply(Op op, params Expr[] arguments) => new Apply(op, ResultOf(op, arguments), arguments);

    public static Expr Plus(this Expr left, Expr right) => Apply(Op.Add, left, right);

    public static Expr Minus(this Expr left, Expr right) => Apply(Op.Subtract, left, right);

    public static Expr Times(this Expr left, Expr right) => Apply(Op.Multiply, left, right);

    public static Expr Over(this Expr left, Expr right) => Apply(Op.Divide, left, right);

    public static Expr Exceeds(this Expr left, Expr right) => Apply(Op.Greater, left, right);

    public static Expr At(this Variable storage, params Expr[] indices) => new Element(new Use(storage), indices);

    public static Expr Count(this Variable storage) => new Length(new Use(storage));

    public static Expr ToDouble(this Expr operand) => new Differentiable.Generators.Ir.Convert(IrType.Double, operand);

    public static Expr Text(IrType type, string[] text, params Expr[] arguments) => new Opaque(type, text, arguments, IsPure: false);

    public static Statement Set(this Variable target, Expr value, string? note = null) => new Assign(target, value) { Note = note };

    public static Statement Add(this Variable target, Expr value, string? note = null) => target.Set(target.Use().Plus(value), note);

    public static Statement Subtract(this Variable target, Expr value, string? note = null) => target.Set(target.Use().Minus(value), note);

    public static Statement For(Variable counter, Expr bound, params Statement[] body) =>
        new For(counter, Number(0), Op.Less, bound, 1, Block(body));

    public static Statement While(Expr condition, params Statement[] body) => new While(condition, Block(body), TestsAtEnd: false);

    public static Statement If(Expr condition, Statement[] then, params Statement[] otherwise) => new If(condition, Block(then), Block(otherwise));

    public static Statement Return(params Expr[] values) => new Return(values);

    public static Block Block(params Statement[] statements) => new(statements);

    private static IrType ResultOf(Op op, Expr[] arguments) => op switch
    {
        Op.Not or Op.AndAlso or Op.OrElse or (>= Op.Equal and <= Op.GreaterOrEqual) or (>= Op.IsNaN and <= Op.IsPositive) => IrType.Boolean,
        Op.Sign or Op.ILogB => IrType.Int32,
        _ => arguments[0].Type,
    };
}
