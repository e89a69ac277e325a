using System.Text;

namespace Differentiable.Generators.Emit;

/// <summary>Collects indented lines, and puts the notes that trail them into one column.</summary>
internal sealed class CodeWriter
{
    private const int NarrowestColumn = 48;
    private const int WidestColumn = 76;
    private const int LongestNote = 100;

    private readonly List<Line> _lines = [];
    private int _depth;

    /// <summary>Where the next line goes, for <see cref="AlignNotes"/>.</summary>
    public int Position => _lines.Count;

    public int Column => _depth * 4;

    /// <summary>Writes a line; what is broken into several has its note behind the first.</summary>
    public void Write(string text, string? note = null)
    {
        foreach (string line in text.Split('\n'))
        {
            _lines.Add(new(_depth, line, note));
            note = null;
        }
    }

    public void Indent() => _depth++;

    public void Unindent() => _depth--;

    public void OpenBrace()
    {
        Write("{");
        Indent();
    }

    public void CloseBrace()
    {
        Unindent();
        Write("}");
    }

    /// <summary>Turns the notes from a position on into trailing comments in one column, right of all but the longest lines.</summary>
    public void AlignNotes(int from)
    {
        int longest = 0;
        foreach (Line line in _lines.Skip(from).Where(line => line.Note is not null && line.Width < WidestColumn))
            longest = Math.Max(longest, line.Width);
        int column = Math.Max(NarrowestColumn, Math.Min(WidestColumn, ((longest / 4) + 1) * 4));
        for (int i = from; i < _lines.Count; i++)
        {
            Line line = _lines[i];
            if (line.Note is null)
                continue;
            string gap = new(' ', Math.Max(2, column - line.Width));
            _lines[i] = line with { Text = $"{line.Text}{gap}// {Shorten(line.Note)}", Note = null };
        }
    }

    public override string ToString()
    {
        StringBuilder text = new();
        foreach (Line line in _lines)
        {
            if (line.Text.Length > 0)
                text.Append(' ', line.Depth * 4).Append(line.Text);
            text.Append('\n');
        }
        return text.ToString();
    }

    private static string Shorten(string note)
    {
        note = OnOneLine(note);
        return note.Length <= LongestNote ? note : note.Substring(0, LongestNote - 1).TrimEnd() + "…";
    }

    /// <summary>Text that a <c>//</c> comment can hold: a line terminator inside it would end the comment.</summary>
    public static string OnOneLine(string text) =>
        string.Join(" ", text.Split('\r', '\n', '\u0085', '\u2028', '\u2029'));

    private sealed record Line(int Depth, string Text, string? Note)
    {
        public int Width => (Depth * 4) + Text.Length;
    }
}
