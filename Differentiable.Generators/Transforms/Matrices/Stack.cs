using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Members;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>
/// Numbers and storage one behind the other: what the rows, or the columns, of a matrix of derivatives belong to. Matrices are taken row by row.
/// </summary>
internal sealed class Stack
{
    private readonly List<Expr> _offsets = [];

    /// <summary>Where each part begins.</summary>
    public IReadOnlyList<Expr> Offsets => _offsets;

    /// <summary>How many numbers there are.</summary>
    public Expr Total { get; private set; } = Constant.Of(0);

    /// <summary>A stack of parameters.</summary>
    public static Stack Of(IEnumerable<Parameter> parameters)
    {
        var stack = new Stack();
        foreach (Parameter parameter in parameters)
            stack.Add(CountOf(parameter));
        return stack;
    }

    /// <summary>How many numbers there are in a parameter, which may be null.</summary>
    public static Expr CountOf(Parameter parameter) => parameter is { MayBeNull: true, Type.Element.IsStorage: false } or { InlineMode: not null }
        ? Times(Signature.LengthOf(parameter), EachNumber.LeavesOf(parameter.Type).Count)
        : CountOf(new Use(parameter.Variable));

    /// <summary>Puts a part behind the others.</summary>
    /// <param name="count">How many numbers it has.</param>
    public void Add(Expr count)
    {
        _offsets.Add(Total);
        Total = Plus(Total, count);
    }

    public static Expr Times(Expr count, int factor) => (count, factor) switch
    {
        (_, 1) => count,
        (Constant { Value: int known }, _) => Constant.Of(known * factor),
        _ => new Apply(Op.Multiply, IrType.Int32, [Constant.Of(factor), count]),
    };

    public static Expr Plus(Expr a, Expr b) => (a, b) switch
    {
        (Constant { Value: int x }, Constant { Value: int y }) => Constant.Of(x + y),
        (Constant { Value: 0 }, _) => b,
        (_, Constant { Value: 0 }) => a,
        _ => new Apply(Op.Add, IrType.Int32, [a, b]),
    };

    /// <summary>How many numbers there are in a value.</summary>
    public static Expr CountOf(Expr like) => Times(PlacesOf(like), EachNumber.LeavesOf(like.Type).Count);

    private static Expr PlacesOf(Expr like) => like.Type switch
    {
        ScalarType => Constant.Of(1),
        ArrayType { Rank: > 1 } array => array.LengthsOf(like).Aggregate((count, length) => new Apply(Op.Multiply, IrType.Int32, [count, length])),
        { IsVector: true } => new Length(like),
        _ => new Opaque(IrType.Int32, [$"Lanes.{RuntimeCalls.NameFor("CountOf", like.Type)}(", ")"], [like], IsPure: true),
    };
}
