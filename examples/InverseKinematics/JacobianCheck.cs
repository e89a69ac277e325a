using Examples;

namespace InverseKinematics;

/// <summary>The generated Jacobian against central differences: how far they are apart, and what each costs.</summary>
internal sealed record JacobianCheck(double RelativeDifference, double ResidualsTime, double GeneratedTime, double DifferencesTime)
{
    private const double Step = 1e-6, Tolerance = 1e-7;
    private const int CallsPerRun = 500;

    public static JacobianCheck Run(RobotArm arm, Target target, double[] angles)
    {
        double[] residuals = new double[Reach.ResidualCount(angles.Length)];
        double[,] generated = new double[residuals.Length, angles.Length], differences = new double[residuals.Length, angles.Length];
        return new JacobianCheck(
            ResidualsTime: Microseconds(() => Reach.Residuals(angles, arm, target, angles, residuals)),
            GeneratedTime: Microseconds(() => Reach.ResidualsJacobian(angles, arm, target, angles, residuals, generated)),
            DifferencesTime: Microseconds(() => Differences(arm, target, angles, differences)),
            RelativeDifference: LargestDifference(generated, differences));
    }

    public void RequirePassed()
    {
        if (!(RelativeDifference < Tolerance))
            throw new UserException($"the generated Jacobian is {RelativeDifference:0.0e+00} of its size off central differences");
    }

    private static void Differences(RobotArm arm, Target target, double[] angles, double[,] jacobian)
    {
        double[] above = new double[jacobian.GetLength(0)], below = new double[jacobian.GetLength(0)];
        for (int column = 0; column < angles.Length; column++)
        {
            double[] moved = [.. angles];
            moved[column] = angles[column] + Step;
            Reach.Residuals(moved, arm, target, angles, above);
            moved[column] = angles[column] - Step;
            Reach.Residuals(moved, arm, target, angles, below);
            for (int row = 0; row < above.Length; row++)
                jacobian[row, column] = (above[row] - below[row]) / (2 * Step);
        }
    }

    private static double LargestDifference(double[,] left, double[,] right) =>
        left.Cast<double>().Zip(right.Cast<double>(), (a, b) => Math.Abs(a - b)).Max() / left.Cast<double>().Max(Math.Abs);

    private static double Microseconds(Action action) => 1000.0 / CallsPerRun * BestTime.Milliseconds(() =>
    {
        for (int call = 0; call < CallsPerRun; call++)
            action();
    });
}
