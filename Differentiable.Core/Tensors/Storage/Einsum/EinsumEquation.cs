namespace Differentiable.Tensors;

/// <summary>
/// What <c>ij,jk-&gt;ik</c> says: a letter for each axis of each operand, and for each axis of the result. Without an arrow, the result has the letters that
/// occur once, in alphabetical order. Three dots stand for all other axes.
/// </summary>
internal sealed class EinsumEquation
{
    private const string Arrow = "->";

    private const string Ellipsis = "...";

    private readonly string _text;

    /// <summary>The equation for these operands: three dots stand for as many axes as they have.</summary>
    /// <exception cref="ArgumentException">It is malformed, or there are more or fewer operands.</exception>
    public EinsumEquation(string text, Shape[] operands)
    {
        ArgumentNullException.ThrowIfNull(text, "equation");
        _text = text;
        int arrow = text.IndexOf(Arrow, StringComparison.Ordinal);
        string[] inputs = Inputs = ReadInputs(arrow < 0 ? text.Length : arrow);
        string result = arrow < 0 ? Implicit() : ReadResult(arrow + Arrow.Length);
        if (operands.Length != inputs.Length)
            throw new ArgumentException($"Einsum: \"{_text}\" has {inputs.Length} operands; {operands.Length} were given.", nameof(operands));
        Inputs = [.. inputs.Select((labels, i) => EinsumEllipsis.Expand(labels, operands[i].Rank))];
        Result = EinsumEllipsis.Replace(result, Inputs.Max(labels => labels.Count(EinsumEllipsis.IsAxis)));
        Lengths = LengthsOf(operands);
    }

    /// <summary>The letters of the operands' axes.</summary>
    public string[] Inputs { get; }

    /// <summary>The letters of the result's axes.</summary>
    public string Result { get; }

    /// <summary>The lengths that the letters stand for.</summary>
    public Dictionary<char, int> Lengths { get; }

    /// <summary>The lengths that the letters stand for; of axes of the dots, those that are not 1.</summary>
    /// <exception cref="ShapeMismatchException">An operand has more or fewer axes than letters, or axes of one letter are not equally long.</exception>
    private Dictionary<char, int> LengthsOf(Shape[] operands)
    {
        Dictionary<char, (int Operand, int Axis)> first = [];
        for (int i = 0; i < operands.Length; i++)
        {
            if (operands[i].Rank != Inputs[i].Length)
                throw new ShapeMismatchException($"Einsum: \"{_text}\" has {LettersOf(i).Length} letters (\"{LettersOf(i)}\") for operand {i}, whose shape is {operands[i]}. It needs one for each axis, or three dots for those without.");
            for (int axis = 0; axis < operands[i].Rank; axis++)
            {
                char label = Inputs[i][axis];
                if (first.TryAdd(label, (i, axis)) || (EinsumEllipsis.IsAxis(label) && operands[i][axis] == 1))
                    continue;
                if (EinsumEllipsis.IsAxis(label) && operands[first[label].Operand][first[label].Axis] == 1)
                    first[label] = (i, axis);
                RequireEqual(label, operands, first[label], (i, axis));
            }
        }
        return first.ToDictionary(pair => pair.Key, pair => operands[pair.Value.Operand][pair.Value.Axis]);
    }

    private void RequireEqual(char label, Shape[] operands, (int Operand, int Axis) one, (int Operand, int Axis) other)
    {
        if (operands[one.Operand][one.Axis] != operands[other.Operand][other.Axis])
            throw new ShapeMismatchException($"Einsum: in \"{_text}\", {(EinsumEllipsis.IsAxis(label) ? "one of the dots" : $"'{label}'")} is axis {one.Axis} of operand {one.Operand}, whose shape is {operands[one.Operand]}, and axis {other.Axis} of operand {other.Operand}, whose shape is {operands[other.Operand]}. The lengths have to be equal.");
    }

    private string[] ReadInputs(int end)
    {
        List<string> inputs = [""];
        for (int at = 0; at < end; at++)
        {
            if (_text[at] == ',')
                inputs.Add("");
            else if (HasDots(at, inputs[^1]))
            {
                inputs[^1] += EinsumEllipsis.Dots;
                at += Ellipsis.Length - 1;
            }
            else if (char.IsAsciiLetter(_text[at]))
                inputs[^1] += _text[at];
            else if (_text[at] != ' ')
                throw Malformed(at, "Expected a letter, a comma, three dots or an arrow \"->\".");
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
            if (HasDots(at, result))
            {
                result += EinsumEllipsis.Dots;
                at += Ellipsis.Length - 1;
                continue;
            }
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

    /// <summary>Do three dots stand here, for the first time among these letters?</summary>
    private bool HasDots(int at, string labels) => _text.AsSpan(at).StartsWith(Ellipsis, StringComparison.Ordinal)
        && (labels.Contains(EinsumEllipsis.Dots) ? throw Malformed(at, "There are three dots already.") : true);

    /// <summary>The axes of the dots, and then those letters that occur once.</summary>
    private string Implicit()
    {
        string labels = string.Concat(Inputs), dots = labels.Contains(EinsumEllipsis.Dots) ? $"{EinsumEllipsis.Dots}" : "";
        return dots + string.Concat(labels.Where(char.IsAsciiLetter).GroupBy(label => label).Where(same => same.Count() == 1).Select(same => same.Key).Order());
    }

    private string LettersOf(int operand) => string.Concat(Inputs[operand].Where(label => !EinsumEllipsis.IsAxis(label)));

    private ArgumentException Malformed(int at, string problem) =>
        new($"Einsum: \"{_text}\" is malformed at position {at}, at '{_text[at]}' behind \"{_text[..at]}\". {problem}", "equation");
}
