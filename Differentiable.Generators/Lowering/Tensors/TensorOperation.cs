using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Tensors;

/// <summary>Makes the expression for an operation on tensors: its text, and for each argument the pullback.</summary>
/// <param name="context">The method.</param>
/// <param name="source">What the user wrote.</param>
/// <param name="name">What the operation is called in the library.</param>
internal sealed class TensorOperation(LoweringContext context, IOperation source, string name)
{
    private readonly List<string> _text = [""];
    private readonly List<Expr> _arguments = [];
    private readonly List<string> _names = [];

    /// <summary>The type arguments that its pullbacks have to be given.</summary>
    public string TypeArguments { get; init; } = "";

    /// <summary>Is its derivative zero everywhere?</summary>
    public bool IsConstant { get; init; }

    public TensorOperation Text(string text)
    {
        _text[_text.Count - 1] += text;
        return this;
    }

    /// <summary>An argument, under the name that the parameter has in the library.</summary>
    public TensorOperation Argument(string parameter, Expr value)
    {
        _names.Add(parameter);
        _arguments.Add(value);
        _text.Add("");
        return this;
    }

    /// <summary>The operation, through which derivatives pass as the library says.</summary>
    public Expr Build(IrType type)
    {
        var plain = new Opaque(type, _text, _arguments, IsPure: true)
        {
            HasNoAxes = KnownShapes.OfAll.Contains(name) && _arguments.Count == 1,
            KeepsShape = KnownShapes.Kept.Contains(name) && _arguments[0].Type is TensorType,
        };
        if (IsConstant || !type.HoldsReal || !_arguments.Any(argument => argument.Type.HoldsReal))
            return plain;
        TensorPullbackIndex index = TensorPullbackIndex.Of(context.Model.Compilation);
        Pullback?[] pullbacks = [.. _arguments.Select((argument, i) => argument.Type.HoldsReal ? PullbackOf(index, i) ?? Recorded(i) : null)];
        RequirePullbacks(pullbacks);
        return plain with { Pullbacks = pullbacks };
    }

    /// <summary>As the library has it; beside itself, and beside single numbers, a tensor is not broadcast.</summary>
    private Pullback? PullbackOf(TensorPullbackIndex index, int argument) => index.Find(name, argument, _names, TypeArguments) is { } pullback
        ? pullback with { IsBroadcast = pullback.IsBroadcast && !_arguments.All(other => other == _arguments[argument] || other is { Type: ScalarType } or Opaque { HasNoAxes: true }) }
        : null;

    /// <summary>An operation that has no pullback of its own runs again, under a tape for it alone, if it can stand in a lambda.</summary>
    private Pullback? Recorded(int argument) => _arguments[argument].Type is TensorType && _arguments.All(other => other.Type is not SpanType)
        ? new(
            ["TensorPullbacks.Recorded(", ", ", ", v => ", ")"],
            [new(PullbackOperandKind.Cotangent), new(PullbackOperandKind.Argument, argument), .. new[] { new PullbackOperand(PullbackOperandKind.Operation) }])
        : null;

    private void RequirePullbacks(Pullback?[] pullbacks)
    {
        for (int i = 0; i < pullbacks.Length; i++)
        {
            if (pullbacks[i] is null && _arguments[i].Type.HoldsReal)
                context.Suspects.Add(new([_arguments[i]], source.Syntax, Descriptors.ExternalCall, [$"Tensor.{name}", $", through which no derivative passes to '{_names[i]}'"]));
        }
    }
}
