using Examples;
using Spectre.Console;

namespace IrisClassifier;

/// <summary>Everything that the program prints on its way.</summary>
internal static class Report
{
    public static void Title(IReadOnlyList<Flower> flowers)
    {
        Terminal.Out.MarkupLine($"[bold]{Flower.SpeciesNames.Count} species of iris[/], told apart by {flowers[0].Sizes.Length} sizes of {flowers.Count} flowers");
        Terminal.Out.WriteLine();
    }

    public static void Gradients(GradientComparison comparison)
    {
        Terminal.Heading("The gradient of the untrained network, by the tape and by what was generated");
        Table table = Terminal.NewTable().AddColumns("parameter", "shape").AddNumbers("largest derivative", "difference of tensors", "of spans");
        foreach (ParameterComparison parameter in comparison.Parameters)
            table.AddRow(parameter.Name, $"{parameter.Shape}", $"{parameter.Largest:F6}", Short(parameter.OfTensors), Short(parameter.OfSpans));
        Terminal.Out.Write(table);
        Terminal.Out.MarkupLine($"[green]The gradients agree[/]: the greatest relative difference is {Short(comparison.RelativeDifference)}.");
        Terminal.Out.WriteLine($"The tape takes {comparison.TapeTime:F3} ms, the gradient over tensors {comparison.TensorTime:F3} ms, the one over spans {comparison.SpanTime:F3} ms.");
        Terminal.Out.WriteLine();
    }

    /// <summary>Runs something that takes many steps, with a bar that fills on a terminal.</summary>
    public static T Progress<T>(string what, int steps, Func<Action, T> work) => Terminal.Out.Profile.Capabilities.Interactive
        ? Terminal.Out.Progress().AutoClear(true).Start(context =>
        {
            ProgressTask bar = context.AddTask(what, maxValue: steps);
            return work(() => bar.Increment(1));
        })
        : work(() => { });

    public static void Folds(CrossValidation validation)
    {
        Terminal.Heading($"Cross-validation: each fifth of the flowers, judged by a network trained on the others");
        Table table = Terminal.NewTable().AddNumbers("fold", "held out", "correct", "loss on those trained", "loss on those held out");
        for (int i = 0; i < validation.Folds.Count; i++)
        {
            Fold fold = validation.Folds[i];
            Losses last = fold.Curve[^1];
            table.AddRow($"{i + 1}", $"{fold.HeldOut.Count}", $"{fold.Correct}", $"{last.Trained:F4}", $"{last.HeldOut:F4}");
        }
        Terminal.Out.Write(table);
        Terminal.Out.MarkupLine($"Held-out accuracy [bold]{100 * validation.Accuracy:F1} %[/]: {validation.Correct} of {validation.Count} flowers.");
        Terminal.Out.WriteLine();
    }

    public static void Confusion(CrossValidation validation)
    {
        Terminal.Heading("What they were taken for");
        Table table = Terminal.NewTable().AddColumns("species").AddNumbers([.. Flower.SpeciesNames]);
        for (int species = 0; species < Flower.SpeciesNames.Count; species++)
        {
            IEnumerable<string> counts = Enumerable.Range(0, Flower.SpeciesNames.Count).Select(prediction => $"{validation.Judged(species, prediction)}");
            table.AddRow([Flower.SpeciesNames[species], .. counts]);
        }
        Terminal.Out.Write(table);
    }

    private static string Short(double value) => value.ToString("0.0e+00");
}
