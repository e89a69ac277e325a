using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Structs with texts and other objects in them, which loops set.</summary>
public static partial class StructsWithReferences
{
    public record struct Model(double Rate, double Offset, string Name);

    public struct Entry
    {
        public double Value;
        public string? Label;
    }

    [Differentiable]
    public static Model Step(Model model, double x) =>
        new(Math.Sin(model.Rate * x) + (model.Name.Length > 3 ? model.Offset : x), model.Offset * 0.9, model.Name.Length > 4 ? "b" : model.Name + "a");

    [Differentiable, Allocates("texts")]
    public static double Steps(double rate, double x, [Values(7, 0, 1)] int n)
    {
        Model model = new(rate, 0.5, "m");
        for (int i = 0; i < n; i++)
            model = Step(model, x);
        return model.Rate * model.Offset + (model.Name.Length > 2 ? rate : 0);
    }

    [Differentiable, Allocates("texts")]
    public static double StepsInBranches(double rate, double x, [Values(6, 0, 1)] int n)
    {
        Model model = new(rate, 0.5, "m");
        int i = 0;
        while (i++ < n)
        {
            if (i % 2 == 0)
                model = Step(model, model.Rate);
            else
                model = model with { Rate = model.Rate * x, Name = model.Name.ToUpperInvariant() };
            if (model.Name.Length == 4)
                model = Step(Step(model, x), model.Offset);
        }
        return model.Rate * x;
    }

    [Differentiable, Allocates("texts")]
    public static double StepsInCheckpoints(double rate, double x, [Values(7, 0, 3)] int n)
    {
        Model model = new(rate, 0.5, "m");
        for (int i = 0; i < n; i++)
        {
            Checkpoint.Every(3);
            model = Step(model, x);
        }
        return model.Rate * model.Offset;
    }

    [Differentiable, Allocates("texts")]
    public static double StepsOfCalls(double rate, double x) => Steps(rate, x, 4) * StepsInBranches(x, rate, 5);

    [Differentiable, Allocates("texts")]
    public static double Texts(double x, [Values(6, 0, 1)] int n)
    {
        string text = "a";
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += sum * x + Labelled(x * i, text);
            text = text.Length > 3 ? "" : text + i;
        }
        return sum;
    }

    [Differentiable]
    public static double Labelled(double x, string label) => Math.Sin(x * label.Length);

    [Differentiable, Allocates("a local array")]
    public static double Elements(double x, [Values(5, 0, 1)] int n)
    {
        Entry[] entries = new Entry[3];
        double sum = x;
        for (int i = 0; i < n; i++)
        {
            sum += Labelled(sum * entries[i % 3].Value + x, entries[i % 3].Label ?? "none");
            entries[i % 3] = new Entry { Value = sum * x, Label = i % 2 == 0 ? "even" : null };
        }
        return sum + entries[0].Value;
    }

    /// <summary>Snapshots hold copies of all elements, with their texts.</summary>
    [Differentiable, Allocates("a local array, copies of its elements")]
    public static double ElementsInCheckpoints(double x, [Values(7, 0, 3)] int n)
    {
        Entry[] entries = [new Entry { Value = x, Label = "a" }, new Entry { Value = 2, Label = "b" }];
        for (int i = 0; i < n; i++)
        {
            Checkpoint.Every(3);
            entries[0] = new Entry { Value = Labelled(entries[0].Value * entries[1].Value, entries[0].Label!), Label = i % 2 == 0 ? "cd" : entries[1].Label };
            entries[1].Value += entries[0].Value * 0.25;
            entries[1].Label = entries[0].Label;
        }
        return entries[0].Value * entries[1].Value;
    }

    [Differentiable, Allocates("a local array")]
    public static double Labels(double x, [Values(5, 0, 1)] int n)
    {
        string[] labels = ["a", "bb", "ccc"];
        double sum = x;
        for (int i = 0; i < n; i++)
        {
            sum += Labelled(sum * x, labels[i % 3]);
            labels[(i + 1) % 3] = labels[i % 3] + "d";
        }
        return sum;
    }
}
