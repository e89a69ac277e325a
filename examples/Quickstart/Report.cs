using Examples;
using Spectre.Console;

namespace Quickstart;

/// <summary>Everything that the program prints on its way.</summary>
internal static class Report
{
    private const double SmallestStepShown = 0.001;

    public static void Title(DataSet data)
    {
        string columns = Markup.Escape($"({data.X.Name}, {data.Y.Name})");
        Terminal.Out.MarkupLine($"[bold]A mixture of two Gaussians[/], fitted to {data.Count} rows of {columns}");
        Terminal.Out.WriteLine();
    }

    /// <summary>Printed as it is: wrapping at the width of the terminal would spoil the code.</summary>
    public static void GeneratedSource(string method, string? source)
    {
        Terminal.Heading($"The adjoint of {method}, as the compiler wrote it");
        Console.WriteLine(source ?? "(the generated source is not beside the program)");
        Console.WriteLine();
    }

    public static void GradientCheck(GradientCheck check)
    {
        Terminal.Heading("The generated gradient against central differences");
        Table table = Terminal.NewTable().AddColumn("step size").AddColumn("relative difference").AddColumn("");
        foreach (Agreement agreement in check.Sweep)
        {
            string mark = agreement == check.Best ? "[green]best[/]" : "";
            table.AddRow($"{agreement.StepSize:0e+00}", Short(agreement.RelativeDifference), mark);
        }
        Terminal.Out.Write(table);
        Terminal.Out.MarkupLine(check.Passed
            ? $"[green]The gradients agree[/] to {Short(check.Best.RelativeDifference)} of their length."
            : "[red]The gradients differ.[/]");
        Terminal.Out.WriteLine();
    }

    /// <summary>Runs the fit, with a line for every step that is visibly higher than all before it.</summary>
    public static Fit Progress(Func<Action<Step>, Fit> fit)
    {
        double shown = double.NegativeInfinity;
        Terminal.Heading("The fit");
        Terminal.Out.WriteLine($"{"evaluation",10}  {"log-likelihood",16}  {"|gradient|",10}");
        return Terminal.Out.Profile.Capabilities.Interactive
            ? Terminal.Out.Status().Start("Climbing", _ => fit(Show))
            : fit(Show);

        void Show(Step step)
        {
            if (step.LogLikelihood < shown + SmallestStepShown)
                return;
            shown = step.LogLikelihood;
            Terminal.Out.WriteLine($"{step.Evaluation,10}  {step.LogLikelihood,16:F4}  {Short(step.GradientNorm),10}");
        }
    }

    public static void Summary(Fit fit, Mixture mixture, DataSet data)
    {
        Terminal.Out.WriteLine();
        Table table = Terminal.NewTable().AddColumn("").AddColumn("component 1").AddColumn("component 2");
        AddRow("weight", gaussian => Number(gaussian.Weight));
        AddRow($"mean of {data.X.Name}", gaussian => Number(gaussian.MeanX));
        AddRow($"mean of {data.Y.Name}", gaussian => Number(gaussian.MeanY));
        AddRow("covariance", Covariance);
        Terminal.Out.Write(table);
        Terminal.Out.MarkupLine($"Log-likelihood [bold]{fit.LogLikelihood:F4}[/]");
        Terminal.Out.WriteLine($"after {fit.Climb.Count} evaluations of value and gradient in {fit.Iterations} iterations of BFGS.");

        void AddRow(string name, Func<Gaussian, string> show) =>
            table.AddRow(Markup.Escape(name), show(mixture.First), show(mixture.Second));
    }

    private static string Covariance(Gaussian gaussian) =>
        Row(gaussian.VarianceX, gaussian.Covariance) + "\n" + Row(gaussian.Covariance, gaussian.VarianceY);

    private static string Row(double left, double right) => $"{Number(left),10} {Number(right),10}";

    private static string Short(double value) => value.ToString("0.0e+00");

    private static string Number(double value) => value.ToString("G6");
}
