namespace Differentiable.Generators.Ir;

/// <summary>What a pullback is given in one of its places.</summary>
internal enum PullbackOperandKind
{
    /// <summary>The cotangent of the value.</summary>
    Cotangent,

    /// <summary>The value.</summary>
    Value,

    /// <summary>An argument of the operation.</summary>
    Argument,

    /// <summary>The shape of an argument.</summary>
    Shape,

    /// <summary>The operation once more, with a variable in the place of the argument that is asked about.</summary>
    Operation,
}

/// <summary>What a pullback is given in one of its places, and which argument of the operation that belongs to.</summary>
internal sealed record PullbackOperand(PullbackOperandKind Kind, int Argument = -1);

/// <summary>How the cotangent of the value of an <see cref="Opaque"/> becomes that of one of its arguments.</summary>
/// <param name="Text">As of an <see cref="Opaque"/>.</param>
/// <param name="Operands">What stands in the holes.</param>
internal sealed record Pullback(EquatableArray<string> Text, EquatableArray<PullbackOperand> Operands)
{
    private const string Summation = "TensorPullbacks.SumTo(";

    /// <summary>Is the cotangent still to be summed over the axes along which the argument was repeated?</summary>
    public bool IsBroadcast { get; init; }

    /// <summary>What holds the shapes of arguments, where something does.</summary>
    public EquatableArray<Expr?> Shapes { get; init; } = [];

    /// <summary>Is the value of the operation asked for?</summary>
    public bool MentionsValue => Operands.Any(operand => operand.Kind == PullbackOperandKind.Value);

    /// <summary>The arguments of the operation that are asked for: all of them where it runs again.</summary>
    public IEnumerable<int> Mentioned(Opaque operation) => Operands.Any(operand => operand.Kind == PullbackOperandKind.Operation)
        ? Enumerable.Range(0, operation.Arguments.Count)
        : Operands.Where(operand => operand.Kind == PullbackOperandKind.Argument).Select(operand => operand.Argument);

    /// <summary>The arguments whose shapes are asked for, where the cotangent of one is.</summary>
    public IEnumerable<int> MentionedShapes(int argument) => Operands
        .Where(operand => operand.Kind == PullbackOperandKind.Shape)
        .Select(operand => operand.Argument)
        .Concat(IsBroadcast ? [argument] : []);

    /// <summary>The cotangent of an argument.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="argument">Which argument.</param>
    /// <param name="cotangent">The cotangent of the value.</param>
    /// <param name="value">The value.</param>
    public Expr Of(Opaque operation, int argument, Expr cotangent, Expr value)
    {
        IrType type = operation.Arguments[argument].Type;
        Opaque pulled = new(type, Text, Operands.Select(operand => operand.Kind switch
        {
            PullbackOperandKind.Cotangent => cotangent,
            PullbackOperandKind.Value => value,
            PullbackOperandKind.Argument => operation.Arguments[operand.Argument],
            PullbackOperandKind.Shape => ShapeOf(operation, operand.Argument),
            _ => Again(operation, argument),
        }).ToEquatableArray(), IsPure: true);
        return IsBroadcast ? new Opaque(type, [Summation, ", ", ")"], [pulled, ShapeOf(operation, argument)], IsPure: true) : pulled;
    }

    /// <summary>The shape of a tensor.</summary>
    public static Opaque ShapeOf(Expr tensor) => new(TensorType.Shape, ["", ".Shape"], [tensor], IsPure: true);

    /// <summary>Is it the shape of a tensor?</summary>
    public static bool IsShape(Expr expression) => expression is Opaque { Text: ["", ".Shape"], Arguments: [{ Type: TensorType }] };

    private Expr ShapeOf(Opaque operation, int argument) => Shapes.Count > 0 && Shapes[argument] is { } known ? known : ShapeOf(operation.Arguments[argument]);

    private static Opaque Again(Opaque operation, int argument)
    {
        List<Expr> arguments = [.. operation.Arguments];
        arguments[argument] = new Opaque(arguments[argument].Type, ["v"], [], IsPure: true);
        return operation with { Arguments = arguments, Pullbacks = [] };
    }
}
