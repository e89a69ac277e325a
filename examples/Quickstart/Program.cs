using Examples;
using Examples.Plotting;
using Quickstart;

// Fits a mixture of two Gaussians to two columns of numbers, with a gradient that the compiler wrote.
try
{
    CommandLine command = CommandLine.Parse(args);
    if (command.Help)
    {
        Console.Write(CommandLine.Usage);
        return 0;
    }

    DataSet data = DataSet.Read(command.DataPath);
    Report.Title(data);
    Report.GeneratedSource("LogSumExp", GeneratedSource.Find("LogSumExpGradient"));

    Likelihood likelihood = new(data);
    GradientCheck check = GradientCheck.Run(likelihood, likelihood.Start());
    Report.GradientCheck(check);
    check.RequirePassed();

    Fit fit = Report.Progress(onStep => Fit.Maximize(likelihood, onStep));
    Mixture mixture = likelihood.Describe(fit.Parameters);
    Report.Summary(fit, mixture, data);

    PlotFile.Save(command.PlotPath, MixturePlot.Draw(data, mixture, fit));
    Terminal.Saved(command.PlotPath);
    return 0;
}
catch (UserException problem)
{
    Console.Error.WriteLine($"error: {problem.Message}");
    return 1;
}
