using Spectre.Console;

namespace Quickstart;

/// <summary>Everything that the program prints on its way.</summary>
internal static class Report
{
    private const double SmallestStepShown = 0.001;

    /// <summary>A file or a pipe gets plain text: no colours, no spinner.</summary>
    static Report()
    {
        if (!Console.IsOutputRedirected)
            return;
        AnsiConsole.Profile.Capabilities.Ansi = false;
        AnsiConsole.Profile.Capabilities.Interactive = false;
    }

    public static void Title(DataSet data)
    {
        string columns = Markup.Escape($"({data.X.Name}, {data.Y.Name})");
        AnsiConsole.MarkupLine($"[bold]A mixture of two Gaussians[/], fitted to {data.Count} rows of {columns}");
        AnsiConsole.WriteLine();
    }

    /// <summary>Printed as it is: wrapping at the width of the terminal would spoil the code.</summary>
    public static void GeneratedSource(string method, string? source)
    {
        Heading($"The adjoint of {method}, as the compiler wrote it");
        Console.WriteLine(source ?? "(the generated source is not beside the program)");
        Console.WriteLine();
    }

    public static void GradientCheck(GradientCheck check)
    {
        Heading("The generated gradient against central differences");
        Table table = NewTable().AddColumn("step size").AddColumn("relative difference").AddColumn("");
        foreach (Agreement agreement in check.Sweep)
        {
            string mark = agreement == check.Best ? "[green]best[/]" : "";
            table.AddRow($"{agreement.StepSize:0e+00}", Short(agreement.RelativeDifference), mark);
        }
        AnsiConsole.Write(table);
        AnsiConsole.MarkupLine(check.Passed
            ? $"[green]The gradients agree[/] to {Short(check.Best.RelativeDifference)} of their length."
            : "[red]The gradients differ.[/]");
        AnsiConsole.WriteLine();
    }

    /// <summary>Runs the fit, with a line for every step that is visibly higher than all before it.</summary>
    public static Fit Progress(Func<Action<Step>, Fit> fit)
    {
        double shown = double.NegativeInfinity;
        Heading("The fit");
        AnsiConsole.WriteLine($"{"evaluation",10}  {"log-likelihood",16}  {"|gradient|",10}");
        return AnsiConsole.Profile.Capabilities.Interactive
            ? AnsiConsole.Status().Start("Climbing", _ => fit(Show))
            : fit(Show);

        void Show(Step step)
        {
            if (step.LogLikelihood < shown + SmallestStepShown)
                return;
            shown = step.LogLikelihood;
            AnsiConsole.WriteLine($"{step.Evaluation,10}  {step.LogLikelihood,16:F4}  {Short(step.GradientNorm),10}");
        }
    }

    public static void Summary(Fit fit, Mixture mixture, DataSet data)
    {
        AnsiConsole.WriteLine();
        Table table = NewTable().AddColumn("").AddColumn("component 1").AddColumn("component 2");
        AddRow("weight", gaussian => Number(gaussian.Weight));
        AddRow($"mean of {data.X.Name}", gaussian => Number(gaussian.MeanX));
        AddRow($"mean of {data.Y.Name}", gaussian => Number(gaussian.MeanY));
        AddRow("covariance", Covariance);
        AnsiConsole.Write(table);
        AnsiConsole.MarkupLine($"Log-likelihood [bold]{fit.LogLikelihood:F4}[/]");
        AnsiConsole.WriteLine($"after {fit.Climb.Count} evaluations of value and gradient in {fit.Iterations} iterations of BFGS.");

        void AddRow(string name, Func<Gaussian, string> show) =>
            table.AddRow(Markup.Escape(name), show(mixture.First), show(mixture.Second));
    }

    public static void Saved(string plotPath) => AnsiConsole.WriteLine($"The plot is in {Path.GetFullPath(plotPath)}");

    private static void Heading(string text) => AnsiConsole.MarkupLineInterpolated($"[bold underline]{text}[/]");

    private static Table NewTable() => new Table().Border(TableBorder.Rounded);

    private static string Covariance(Gaussian gaussian) =>
        Row(gaussian.VarianceX, gaussian.Covariance) + "\n" + Row(gaussian.Covariance, gaussian.VarianceY);

    private static string Row(double left, double right) => $"{Number(left),10} {Number(right),10}";

    private static string Short(double value) => value.ToString("0.0e+00");

    private static string Number(double value) => value.ToString("G6");
}
