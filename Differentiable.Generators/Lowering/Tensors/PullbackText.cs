using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Lowering.Tensors;

/// <summary>Text with holes, as it is put together.</summary>
/// <param name="start">How it begins.</param>
internal sealed class PullbackText(string start = "")
{
    private readonly List<string> _text = [start];
    private readonly List<PullbackOperand> _operands = [];

    public PullbackText Text(string text)
    {
        _text[_text.Count - 1] += text;
        return this;
    }

    public PullbackText Operand(PullbackOperandKind kind, int argument = -1)
    {
        _operands.Add(new(kind, argument));
        _text.Add("");
        return this;
    }

    public PullbackText Append(PullbackText other)
    {
        Text(other._text[0]);
        _operands.AddRange(other._operands);
        _text.AddRange(other._text.Skip(1));
        return this;
    }

    public Pullback Build(bool isBroadcast) => new(_text, _operands) { IsBroadcast = isBroadcast };
}
