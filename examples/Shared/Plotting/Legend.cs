namespace Examples.Plotting;

/// <summary>A row of symbols with their meanings, above a panel's frame, where it covers no data.</summary>
public sealed class Legend(SvgWriter svg, double left, double baseline)
{
    private const double SymbolWidth = 22, Gap = 20, LetterWidth = 7.1;

    private static readonly TextStyle Style = new(12.5);

    private double x = left;

    private double Middle => baseline - 4;

    public void Dot(string color, string text)
    {
        svg.Circle(x + (SymbolWidth - 4) / 2, Middle, 4.5, color);
        Entry(text);
    }

    public void Line(Stroke stroke, string text)
    {
        svg.Line(x, Middle, x + SymbolWidth - 4, Middle, stroke);
        Entry(text);
    }

    private void Entry(string text)
    {
        svg.Text(x + SymbolWidth, baseline, text, Style);
        x += SymbolWidth + LetterWidth * text.Length + Gap;
    }
}
