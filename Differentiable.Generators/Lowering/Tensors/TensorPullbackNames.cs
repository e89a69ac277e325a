using System.Globalization;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Lowering.Tensors;

/// <summary>What the names of a pullback's parameters stand for in one call of the operation.</summary>
/// <param name="arguments">Under what names the arguments are known; those of a list <c>parts</c> are <c>parts[0]</c>, <c>parts[1]</c> and so on.</param>
/// <param name="input">Which of them the pullback is for.</param>
internal sealed class TensorPullbackNames(IReadOnlyList<string> arguments, int input)
{
    private const string ShapeSuffix = "Shape", ShapesSuffix = "Shapes";

    /// <summary>The name of the parameter that the argument belongs to.</summary>
    public string Input => ListOf(arguments[input]) ?? arguments[input];

    /// <summary>What is written for the parameter of a pullback; null where its name stands for nothing.</summary>
    public PullbackText? Find(string name)
    {
        if (name == "dy")
            return new PullbackText().Operand(PullbackOperandKind.Cotangent);
        if (IndexOf(name) is >= 0 and var index)
            return new PullbackText().Operand(PullbackOperandKind.Argument, index);
        if (arguments.Any(argument => ListOf(argument) == name))
            return List(name, PullbackOperandKind.Argument);
        if (name.EndsWith(ShapesSuffix, StringComparison.Ordinal) && arguments.Any(argument => ListOf(argument) == name.Substring(0, name.Length - ShapesSuffix.Length)))
            return List(name.Substring(0, name.Length - ShapesSuffix.Length), PullbackOperandKind.Shape);
        if (name == "part" && ListOf(arguments[input]) is { } list)
            return new PullbackText(Elements(list).TakeWhile(element => element != input).Count().ToString(CultureInfo.InvariantCulture));
        if (name == "y")
            return new PullbackText().Operand(PullbackOperandKind.Value);
        return name.EndsWith(ShapeSuffix, StringComparison.Ordinal) && IndexOf(name.Substring(0, name.Length - ShapeSuffix.Length)) is >= 0 and var of
            ? new PullbackText().Operand(PullbackOperandKind.Shape, of)
            : null;
    }

    private static string? ListOf(string argument) => argument.IndexOf('[') is > 0 and var end ? argument.Substring(0, end) : null;

    private PullbackText List(string name, PullbackOperandKind kind)
    {
        PullbackText text = new("[");
        string separator = "";
        foreach (int element in Elements(name))
        {
            text.Text(separator).Operand(kind, element);
            separator = ", ";
        }
        return text.Text("]");
    }

    private IEnumerable<int> Elements(string list) => Enumerable.Range(0, arguments.Count).Where(i => ListOf(arguments[i]) == list);

    private int IndexOf(string name)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == name)
                return i;
        }
        return -1;
    }
}
