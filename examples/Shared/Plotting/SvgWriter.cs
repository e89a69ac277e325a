using System.Globalization;
using System.Xml.Linq;

namespace Examples.Plotting;

/// <summary>How a line is drawn.</summary>
public sealed record Stroke(string Color, double Width = 1, string? Dashes = null);

/// <summary>How text is set: <c>anchor</c> is start, middle or end.</summary>
public sealed record TextStyle(double Size = 12, string Anchor = "start", string Color = "#333333", bool Bold = false);

/// <summary>The few elements of SVG that a plot needs. Coordinates are pixels, y points down.</summary>
public sealed class SvgWriter
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly XElement root;

    public SvgWriter(double width, double height)
    {
        root = new XElement(Svg + "svg",
            Number("width", width), Number("height", height), new XAttribute("viewBox", $"0 0 {Format(width)} {Format(height)}"),
            new XAttribute("font-family", "Helvetica, Arial, sans-serif"));
        Rectangle(0, 0, width, height, fill: "#ffffff");
    }

    public void Rectangle(double x, double y, double width, double height, string fill, Stroke? stroke = null) => Add("rect",
        Number("x", x), Number("y", y), Number("width", width), Number("height", height), new XAttribute("fill", fill), Attributes(stroke));

    public void Circle(double x, double y, double radius, string fill, double opacity = 1) => Add("circle",
        Number("cx", x), Number("cy", y), Number("r", radius), new XAttribute("fill", fill), Number("fill-opacity", opacity));

    public void Line(double x1, double y1, double x2, double y2, Stroke stroke) => Add("line",
        Number("x1", x1), Number("y1", y1), Number("x2", x2), Number("y2", y2), Attributes(stroke));

    public void Path(IEnumerable<(double X, double Y)> points, Stroke stroke, bool closed = false)
    {
        string steps = string.Join(" L", points.Select(point => $"{Format(point.X)} {Format(point.Y)}"));
        Add("path", new XAttribute("d", $"M{steps}{(closed ? " Z" : "")}"), new XAttribute("fill", "none"), Attributes(stroke));
    }

    public void Text(double x, double y, string text, TextStyle style, double turnedBy = 0) => Add("text",
        Number("x", x), Number("y", y), Number("font-size", style.Size), new XAttribute("text-anchor", style.Anchor),
        new XAttribute("fill", style.Color), style.Bold ? new XAttribute("font-weight", "bold") : null,
        turnedBy != 0 ? new XAttribute("transform", $"rotate({Format(turnedBy)} {Format(x)} {Format(y)})") : null,
        text);

    public override string ToString() => root.ToString();

    private void Add(string element, params object?[] content) => root.Add(new XElement(Svg + element, content));

    private static XAttribute[] Attributes(Stroke? stroke) => stroke is null ? [] :
    [
        new XAttribute("stroke", stroke.Color),
        Number("stroke-width", stroke.Width),
        new XAttribute("stroke-dasharray", stroke.Dashes ?? "none"),
    ];

    private static XAttribute Number(string name, double value) => new(name, Format(value));

    private static string Format(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
