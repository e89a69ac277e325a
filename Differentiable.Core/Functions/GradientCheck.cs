using System.Globalization;
using System.Text;

namespace Differentiable;

/// <summary>What <see cref="Differentiate.Check"/> found: the derivative with respect to each input, by each way there is to get it.</summary>
public sealed class GradientCheck
{
    private readonly string _function;

    internal GradientCheck(string function, IReadOnlyList<GradientCheckEntry> entries)
    {
        _function = function;
        Entries = entries;
    }

    /// <summary>An entry for each number among the inputs, in the order of the parameters.</summary>
    public IReadOnlyList<GradientCheckEntry> Entries { get; }

    /// <summary>The entries where the ways part.</summary>
    public IEnumerable<GradientCheckEntry> Differing => Entries.Where(entry => !entry.Agrees);

    /// <summary>Do all ways agree on all of them?</summary>
    public bool Agrees => Entries.All(entry => entry.Agrees);

    /// <summary>Throws if they part anywhere; the message is the table of where they do.</summary>
    /// <exception cref="InvalidOperationException">They do.</exception>
    public void ThrowIfDiffering()
    {
        if (!Agrees)
            throw new InvalidOperationException(ToString());
    }

    /// <summary>One line if all agree, else a table of where they do not.</summary>
    public override string ToString()
    {
        int differing = Differing.Count();
        if (differing == 0)
            return $"{_function}: all {Entries.Count} derivatives agree.";
        StringBuilder text = new();
        text.AppendLine(CultureInfo.InvariantCulture, $"{_function}: {differing} of {Entries.Count} derivatives do not agree.");
        text.Append(CultureInfo.InvariantCulture, $"{"input",-16}{"gradient",24}{"forward mode",24}{"differences",24}{"+-",10}");
        foreach (GradientCheckEntry entry in Differing)
            text.AppendLine().Append(entry);
        return text.ToString();
    }
}

/// <summary>The derivative with respect to one number among the inputs.</summary>
/// <param name="Input">Its name: <c>x</c>, <c>w[3]</c>, <c>m[0, 2]</c>, <c>body.Position.X</c>.</param>
/// <param name="Gradient">What the generated gradient says.</param>
/// <param name="Forward">What the generated forward mode says; null where none was asked for.</param>
/// <param name="Difference">What a sweep of central differences says.</param>
/// <param name="DifferenceError">By how much the differences may be off: they part with each other by so much.</param>
/// <param name="Agrees">Do they say the same, as far as the differences can tell?</param>
public readonly record struct GradientCheckEntry(
    string Input, double Gradient, double? Forward, double Difference, double DifferenceError, bool Agrees)
{
    /// <summary>A line of the table that <see cref="GradientCheck.ToString"/> gives.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Input,-16}{Gradient,24:R}{Forward,24:R}{Difference,24:R}{DifferenceError,10:0.0e+0}");
}
