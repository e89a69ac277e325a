namespace Examples.Plotting;

/// <summary>The place of a panel's frame, in pixels.</summary>
public sealed record Frame(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;
}

/// <summary>A framed plot with two axes; what is drawn in it is given in the units of the data.</summary>
public sealed class Panel
{
    private static readonly Stroke Grid = new("#ebebeb"), Border = new("#999999");
    private static readonly TextStyle TickText = new(12, Color: "#555555"), AxisText = new(14, "middle"), TitleText = new(17, Bold: true);

    private readonly SvgWriter svg;
    private readonly Frame frame;
    private readonly Axis horizontal, vertical;

    public Panel(SvgWriter svg, Frame frame, Axis horizontal, Axis vertical, string title)
    {
        (this.svg, this.frame, this.horizontal, this.vertical) = (svg, frame, horizontal, vertical);
        DrawHorizontalAxis();
        DrawVerticalAxis();
        svg.Rectangle(frame.Left, frame.Top, frame.Width, frame.Height, "none", Border);
        svg.Text(frame.Left, frame.Top - 44, title, TitleText);
    }

    public void Point(double x, double y, string color, double radius = 3.5, double opacity = 1) =>
        svg.Circle(PixelX(x), PixelY(y), radius, color, opacity);

    public void Curve(IEnumerable<(double X, double Y)> points, Stroke stroke, bool closed = false) =>
        svg.Path(points.Select(point => (PixelX(point.X), PixelY(point.Y))), stroke, closed);

    /// <summary>A filled rectangle without an outline.</summary>
    public void Block(double left, double bottom, double right, double top, string fill) =>
        svg.Rectangle(PixelX(left), PixelY(top), PixelX(right) - PixelX(left), PixelY(bottom) - PixelY(top), fill);

    public void HorizontalLine(double y, Stroke stroke) => svg.Line(frame.Left, PixelY(y), frame.Right, PixelY(y), stroke);

    /// <summary>Text just above a height, at the left border.</summary>
    public void LabelAbove(double y, string text, TextStyle style) => svg.Text(frame.Left + 10, PixelY(y) - 8, text, style);

    private double PixelX(double x) => frame.Left + frame.Width * horizontal.Fraction(x);

    private double PixelY(double y) => frame.Bottom - frame.Height * vertical.Fraction(y);

    private void DrawHorizontalAxis()
    {
        foreach ((double value, string label) in horizontal.Ticks())
        {
            svg.Line(PixelX(value), frame.Top, PixelX(value), frame.Bottom, Grid);
            svg.Line(PixelX(value), frame.Bottom, PixelX(value), frame.Bottom + 5, Border);
            svg.Text(PixelX(value), frame.Bottom + 20, label, TickText with { Anchor = "middle" });
        }
        svg.Text(frame.Left + frame.Width / 2, frame.Bottom + 44, horizontal.Title, AxisText);
    }

    private void DrawVerticalAxis()
    {
        foreach ((double value, string label) in vertical.Ticks())
        {
            svg.Line(frame.Left, PixelY(value), frame.Right, PixelY(value), Grid);
            svg.Line(frame.Left - 5, PixelY(value), frame.Left, PixelY(value), Border);
            svg.Text(frame.Left - 9, PixelY(value) + 4, label, TickText with { Anchor = "end" });
        }
        svg.Text(frame.Left - 58, frame.Top + frame.Height / 2, vertical.Title, AxisText, turnedBy: -90);
    }
}
