using System.Xml.Linq;
using Examples.Plotting;

namespace Differentiable.Tests.Examples;

public class PlottingTests
{
    [Theory]
    [InlineData(0, 45, "0 10 20 30 40")]
    [InlineData(1.3, 5.3, "1.5 2.0 2.5 3.0 3.5 4.0 4.5 5.0")]
    [InlineData(-0.9, 45, "0 10 20 30 40")]
    [InlineData(-2.1e-5, 4.1e-5, "−2e−5 −1e−5 0 1e−5 2e−5 3e−5 4e−5")]
    public void Ticks_AreRoundNumbers(double minimum, double maximum, string labels) =>
        Assert.Equal(labels, string.Join(' ', new Axis(minimum, maximum, "").Ticks().Select(tick => tick.Label)));

    [Fact]
    public void Axis_LeavesRoomAroundTheValues()
    {
        Axis axis = Axis.Around([10, 20], "x", room: 0.1);

        Assert.Equal((9, 21), (axis.Minimum, axis.Maximum));
        Assert.Equal(0.5, axis.Fraction(15));
    }

    [Fact]
    public void EqualValues_StillSpanAnAxis() => Assert.True(Axis.Around([3, 3], "x") is { Minimum: < 3, Maximum: > 3 });

    [Fact]
    public void Text_IsEscaped()
    {
        SvgWriter svg = new(100, 50);
        svg.Text(1, 2, "a < b & \"c\"", new TextStyle());

        XElement text = XElement.Parse(svg.ToString()).Elements().Last();
        Assert.Equal("a < b & \"c\"", text.Value);
    }

    [Fact]
    public void ClosedPath_ReturnsToItsStart()
    {
        SvgWriter svg = new(100, 50);
        svg.Path([(1, 2), (3.456, 4), (5, 6)], new Stroke("#000000"), closed: true);

        Assert.Contains("d=\"M1 2 L3.46 4 L5 6 Z\"", svg.ToString());
    }

    [Fact]
    public void Block_FillsItsPartOfThePanel()
    {
        SvgWriter svg = new(100, 100);
        Panel panel = new(svg, new Frame(10, 20, 80, 60), new Axis(0, 8, "x"), new Axis(0, 6, "y"), "");
        panel.Block(1, 2, 4, 5, "#123456");

        XElement block = XElement.Parse(svg.ToString()).Elements().Last();
        Assert.Equal(["20", "30", "30", "30", "#123456"], block.Attributes().Select(attribute => attribute.Value));
    }

    [Theory]
    [InlineData(0, "#000000")]
    [InlineData(0.5, "#808000")]
    [InlineData(1, "#ffff00")]
    public void Mix_GoesFromOneColorToTheOther(double part, string expected) =>
        Assert.Equal(expected, Color.Mix(new Color(0, 0, 0), new Color(255, 255, 0), part).ToString());
}
