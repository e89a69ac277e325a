using Examples;
using Examples.Plotting;
using IrisClassifier;

// Trains a small network on Fisher's irises:
//
//   Classifier.cs            the network, its loss, and the loss's gradient by a tape
//   Training.cs              the loop: loss and gradients, a step of Adam
//   CrossValidation.cs       five trainings, each of which leaves out a fifth of the flowers
//   TensorNetwork.cs         the same network as one method over tensors, of which the compiler writes the gradient
//   SpanNetwork.cs           the same network as loops over spans, likewise
//   GradientComparison.cs    the gradients, compared
//
// dotnet run --project examples/IrisClassifier -c Release
try
{
    CommandLine command = CommandLine.Parse(args);
    if (command.Help)
    {
        Console.Write(CommandLine.Usage);
        return 0;
    }

    Settings settings = new(command.Epochs, command.Seed);
    Flower[] flowers = IrisFile.Read(IrisFile.Shipped);
    Batch all = Batch.Of(flowers);
    Report.Title(flowers);

    GradientComparison comparison = GradientComparison.Run(new Classifier(Scale.Of(all), settings.Seed), all);
    comparison.RequirePassed();
    Report.Gradients(comparison);

    CrossValidation validation = Report.Progress("cross-validation", CrossValidation.FoldCount * settings.Epochs,
        onEpoch => CrossValidation.Run(flowers, settings, onEpoch));
    Report.Folds(validation);
    Report.Confusion(validation);

    Training training = Report.Progress("training on all", settings.Epochs, onEpoch => Training.Run(all, all, settings, onEpoch));
    PlotFile.Save(command.PlotPath, IrisPlot.Draw(validation, new DecisionMap(training.Classifier, flowers), flowers));
    Terminal.Saved(command.PlotPath);
    return 0;
}
catch (UserException problem)
{
    Console.Error.WriteLine($"error: {problem.Message}");
    return 1;
}
