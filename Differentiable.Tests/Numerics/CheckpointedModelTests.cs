namespace Differentiable.Tests.Numerics;

/// <summary>Loops with checkpoints that ask a type parameter, for which every type that can stand for it is in this assembly, and that pass arrays of structs with texts in them on.</summary>
public partial class CheckpointedModelTests
{
    [Fact]
    public void Rounds_ask_again()
    {
        double difference = (Grown(0.7 + 1e-6, new Steady(0.3), 7) - Grown(0.7 - 1e-6, new Steady(0.3), 7)) / 2e-6;
        Assert.Equal(difference, GrownGradient(0.7, new Steady(0.3), 7), 1e-8);
    }

    [Fact]
    public void Copies_of_elements_with_references_are_kept()
    {
        foreach (int n in new[] { 0, 1, 5 })
        {
            double difference = (Advanced(0.7 + 1e-6, n) - Advanced(0.7 - 1e-6, n)) / 2e-6;
            Assert.Equal(difference, AdvancedGradient(0.7, n), 1e-7);
            Assert.Equal(difference, AdvancedTwiceGradient(0.7, n) - 1, 1e-7);
        }
    }

    private interface IGrowth
    {
        double Shift { get; }

        double At(int year);
    }

    private readonly struct Steady(double rate) : IGrowth
    {
        public double Shift => rate / 2;

        public double At(int year) => 1 + rate * year;
    }

    [Differentiable]
    private static double Grown<T>(double x, [NonDifferentiable] T growth, int years)
        where T : IGrowth
    {
        for (int year = 0; year < years; year++)
        {
            Checkpoint.Every(3);
            x = Math.Sin(x * growth.At(year)) + growth.Shift;
        }
        return x;
    }

    private struct Entry
    {
        public double Value;
        public string Label;
    }

    [Differentiable]
    private static double Advanced(double x, int rounds)
    {
        Entry[] entries = [new Entry { Value = x, Label = "a" }, new Entry { Value = 2, Label = "bc" }];
        for (int round = 0; round < rounds; round++)
        {
            Checkpoint.Every(2);
            Advance(entries);
        }
        Advance(entries);
        return entries[0].Value * entries[1].Value;
    }

    [Differentiable]
    private static double AdvancedTwice(double x, int rounds) => Advanced(x, rounds) + x;

    [Differentiable]
    private static void Advance(Entry[] entries)
    {
        entries[0].Value = Math.Sin(entries[0].Value * entries[1].Value * entries[0].Label.Length);
        entries[1].Value += entries[0].Value * 0.25;
        (entries[0].Label, entries[1].Label) = (entries[1].Label, entries[0].Label);
    }
}
