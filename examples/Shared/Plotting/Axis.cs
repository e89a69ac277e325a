using System.Globalization;

namespace Examples.Plotting;

/// <summary>The range of one axis of a plot.</summary>
public sealed record Axis(double Minimum, double Maximum, string Title)
{
    /// <summary>An axis that holds all values and leaves some room, a fraction of their range, on either side.</summary>
    public static Axis Around(IReadOnlyCollection<double> values, string title, double room = 0.05)
    {
        double minimum = values.Min(), maximum = values.Max();
        double margin = room * (maximum > minimum ? maximum - minimum : 1);
        return new Axis(minimum - margin, maximum + margin, title);
    }

    /// <summary>Where a value lies: 0 at the beginning of the axis, 1 at its end.</summary>
    public double Fraction(double value) => (value - Minimum) / (Maximum - Minimum);

    /// <summary>Round numbers along the axis, with their labels.</summary>
    public IEnumerable<(double Value, string Label)> Ticks()
    {
        double step = NiceStep((Maximum - Minimum) / 6);
        double first = Math.Ceiling(Minimum / step);
        for (int i = 0; (first + i) * step <= Maximum; i++)
            yield return ((first + i) * step, Label((first + i) * step, step));
    }

    /// <summary>1, 2 or 5 times a power of ten (Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990).</summary>
    private static double NiceStep(double roughly)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(roughly)));
        double leading = roughly / power;
        return power * (leading < 1.5 ? 1 : leading < 3 ? 2 : leading < 7 ? 5 : 10);
    }

    private string Label(double value, double step)
    {
        double largest = Math.Max(Math.Abs(Minimum), Math.Abs(Maximum));
        int decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step)));
        string format = largest is >= 1e7 or < 1e-3 ? "0.###e0;-0.###e0;0" : $"F{Math.Min(decimals, 9)}";
        return value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');
    }
}
