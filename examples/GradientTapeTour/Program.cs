using Examples;
using Examples.Plotting;
using GradientTapeTour;

// The cells of five public notebooks about TensorFlow's gradient tape, written in C#. Start reading here:
//
//   Notebook000.cs             gradients of what ran, tapes that are asked twice, second derivatives
//   Notebook001.cs             layers by hand and ready-made, dictionaries of sources, pauses and new starts
//   Notebook002.cs             a chain of two operations, differentiated link by link
//   Notebook003.*.cs           the longest: what is watched, what a gradient is with respect to, where it is null, and why
//   Notebook004.cs             gradients that are taken inside of the recording
//
// dotnet run --project examples/GradientTapeTour -c Release
try
{
    CommandLine command = CommandLine.Parse(args);
    if (command.Help)
    {
        Console.Write(CommandLine.Usage);
        return 0;
    }

    Notebook[] notebooks = [new Notebook000(), new Notebook001(), new Notebook002(), new Notebook003(), new Notebook004()];
    foreach (Notebook notebook in notebooks)
        notebook.Run();

    PlotFile.Save(command.PlotPath, SigmoidPlot.Draw(Sigmoid.Sample()));
    Terminal.Saved(command.PlotPath);
    return 0;
}
catch (UserException problem)
{
    Console.Error.WriteLine($"error: {problem.Message}");
    return 1;
}
