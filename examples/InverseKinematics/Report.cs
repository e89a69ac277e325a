using Examples;
using Spectre.Console;

namespace InverseKinematics;

/// <summary>Everything that the program prints on its way.</summary>
internal static class Report
{
    private const int RowsShown = 12;
    private const double SmallestDescentShown = 1e-3;

    public static void Title(RobotArm arm, int targets)
    {
        Terminal.Out.MarkupLine($"[bold]A robot arm draws a lemniscate[/]: {arm.Joints.Length} joints, {targets} targets");
        Terminal.Out.WriteLine();
    }

    public static void Check(JacobianCheck check, int rows, int columns)
    {
        Terminal.Heading($"The generated Jacobian, {rows} × {columns}, against central differences");
        Table table = Terminal.NewTable().AddColumns("computed").AddNumbers("time", "÷ residuals");
        Row("the residuals", check.ResidualsTime);
        Row("their Jacobian, generated", check.GeneratedTime);
        Row("their Jacobian, by central differences", check.DifferencesTime);
        Terminal.Out.Write(table);
        Terminal.Out.WriteLine($"The largest difference is {check.RelativeDifference:0.0e+00} of the largest element.");
        Terminal.Out.WriteLine();

        void Row(string what, double microseconds) =>
            table.AddRow(what, $"{microseconds:F2} µs", $"{microseconds / check.ResidualsTime:F1}");
    }

    public static void FirstFit(Pose pose)
    {
        Terminal.Heading("The way to the first target, from the pose in which the arm waits");
        Table table = Terminal.NewTable().AddNumbers("step", "sum of squared residuals");
        double shown = double.PositiveInfinity;
        for (int i = 0; i < pose.Descent.Count; i++)
        {
            if (pose.Descent[i] > (1 - SmallestDescentShown) * shown)
                continue;
            shown = pose.Descent[i];
            table.AddRow($"{i}", $"{shown:F4}");
        }
        Terminal.Out.Write(table);
        Terminal.Out.WriteLine($"{pose.Iterations} iterations; those that lower the sum by less than a thousandth are left out.");
        Terminal.Out.WriteLine();
    }

    public static void Poses(IReadOnlyList<Pose> poses)
    {
        Terminal.Heading("The poses, each fitted from the one before");
        Table table = Terminal.NewTable()
            .AddNumbers("target", "iterations", "sum of squares", "pen off by", "tilted by", "nearest to a limit");
        int step = Math.Max(1, poses.Count / RowsShown);
        for (int i = 0; i < poses.Count; i += step)
        {
            Pose pose = poses[i];
            (int joint, double room) = pose.Tightest;
            table.AddRow($"{i + 1}", $"{pose.Iterations}", $"{pose.Descent[^1]:0.0e+00}", $"{1e3 * pose.PositionError:F4} mm",
                $"{Degrees(pose.Tilt):F4}°", $"joint {joint}, {Degrees(room),5:F1}°");
        }
        Terminal.Out.Write(table);
        int reached = poses.Count(pose => pose.ReachesTarget), iterations = poses.Sum(pose => pose.Iterations);
        Terminal.Out.WriteLine($"{reached} of {poses.Count} targets are reached, to within "
            + $"{1e3 * Pose.PositionTolerance} mm and {Degrees(Pose.TiltTolerance):F1}°, in {iterations} iterations.");
        (int tightJoint, double least) = poses.Select(pose => pose.Tightest).MinBy(tightest => tightest.Room);
        Terminal.Out.WriteLine(least >= 0
            ? $"Joint {tightJoint} comes nearest to a limit, with {Degrees(least):F1}° left."
            : $"Joint {tightJoint} is pulled beyond its limit, by {Degrees(-least):F1}°: such a target is out of reach.");
    }

    private static double Degrees(double radians) => 180 / Math.PI * radians;
}
