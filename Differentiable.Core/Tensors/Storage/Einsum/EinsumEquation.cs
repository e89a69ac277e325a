namespace Differentiable.Tensors;

/// <summary>
/// What <c>ij,jk-&gt;ik</c> says: a letter for each axis of each operand, and for each axis of the result. Without an arrow, the result has the letters that
/// occur once, in alphabetical order.
/// </summary>
internal sealed class EinsumEquation
{
    private const string Arrow = "->";

    private readonly string _text;

    /// <exception cref="ArgumentException">It is malformed.</exception>
    public EinsumEquation(string text)
    {
        ArgumentNullException.ThrowIfNull(text, "equation");
        _text = text;
        int arrow = text.IndexOf(Arrow, StringComparison.Ordinal);
        Inputs = ReadInputs(arrow < 0 ? text.Length : arrow);
        Result = arrow < 0 ? Implicit() : ReadResult(arrow + Arrow.Length);
    }

    /// <summary>The letters of the operands' axes.</summary>
    public string[] Inputs { get; }

    /// <summary>The letters of the result's axes.</summary>
    public string Result { get; }

    /// <summary>The lengths that the letters stand for.</summary>
    /// <exception cref="ArgumentException">There are more or fewer operands.</exception>
    /// <exception cref="ShapeMismatchException">An operand has more or fewer axes than letters, or axes of one letter are not equally long.</exception>
    public Dictionary<char, int> LengthsOf(Shape[] operands)
    {
        if (operands.Length != Inputs.Length)
            throw new ArgumentException($"Einsum: \"{_text}\" has {Inputs.Length} operands; {operands.Length} were given.", nameof(operands));
        Dictionary<char, (int Operand, int Axis)> first = [];
        for (int i = 0; i < operands.Length; i++)
        {
            if (operands[i].Rank != Inputs[i].Length)
                throw new ShapeMismatchException($"Einsum: \"{_text}\" has {Inputs[i].Length} letters (\"{Inputs[i]}\") for operand {i}, whose shape is {operands[i]}. It needs one for each axis.");
            for (int axis = 0; axis < operands[i].Rank; axis++)
            {
                first.TryAdd(Inputs[i][axis], (i, axis));
                RequireEqual(Inputs[i][axis], operands, first[Inputs[i][axis]], (i, axis));
            }
        }
        return first.ToDictionary(pair => pair.Key, pair => operands[pair.Value.Operand][pair.Value.Axis]);
    }

    private void RequireEqual(char label, Shape[] operands, (int Operand, int Axis) one, (int Operand, int Axis) other)
    {
        if (operands[one.Operand][one.Axis] != operands[other.Operand][other.Axis])
            throw new ShapeMismatchException($"Einsum: in \"{_text}\", '{label}' is axis {one.Axis} of operand {one.Operand}, whose shape is {operands[one.Operand]}, and axis {other.Axis} of operand {other.Operand}, whose shape is {operands[other.Operand]}. The lengths have to be equal.");
    }

    private string[] ReadInputs(int end)
    {
        List<string> inputs = [""];
        for (int at = 0; at < end; at++)
        {
            if (_text[at] == ',')
                inputs.Add("");
            else if (char.IsAsciiLetter(_text[at]))
                inputs[^1] += _text[at];
            else if (_text[at] != ' ')
                throw Malformed(at, "Expected a letter, a comma or an arrow \"->\".");
        }
        return [.. inputs];
    }

    private string ReadResult(int start)
    {
        string result = "";
        for (int at = start; at < _text.Length; at++)
        {
            char label = _text[at];
            if (label == ' ')
                continue;
            if (!char.IsAsciiLetter(label))
                throw Malformed(at, "Expected a letter of the result.");
            if (result.Contains(label))
                throw Malformed(at, "The result has this letter already.");
            if (!Inputs.Any(input => input.Contains(label)))
                throw Malformed(at, "No operand has this letter.");
            result += label;
        }
        return result;
    }

    private string Implicit() => string.Concat(string.Concat(Inputs).GroupBy(label => label).Where(same => same.Count() == 1).Select(same => same.Key).Order());

    private ArgumentException Malformed(int at, string problem) =>
        new($"Einsum: \"{_text}\" is malformed at position {at}, at '{_text[at]}' behind \"{_text[..at]}\". {problem}", "equation");
}
