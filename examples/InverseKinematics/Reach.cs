using Differentiable;

namespace InverseKinematics;

/// <summary>Where the pen's tip should be, and the direction that it should point to.</summary>
internal sealed record Target(double[] Position, double[] Direction);

/// <summary>
/// What is to be made small for a pose: one number for each thing that it should do, each divided by what would be a small failure. A pose
/// has seven angles and five things to do, position and direction; the rest decide among the many poses that do them.
/// </summary>
internal static partial class Reach
{
    /// <summary>What counts as one.</summary>
    private const double Millimetre = 1e-3, Tilt = 2e-3, Move = 1, Excess = 0.01;

    /// <summary>In radians: where a joint begins to be pushed back from its limit.</summary>
    private const double Margin = 0.1;

    public static int ResidualCount(int joints) => 6 + 2 * joints;

    [Differentiable(Derivatives.Jacobian)]
    public static void Residuals(ReadOnlySpan<double> angles, [NonDifferentiable] RobotArm arm, [NonDifferentiable] Target target,
        [NonDifferentiable] ReadOnlySpan<double> before, Span<double> residuals)
    {
        Span<double> pen = stackalloc double[Kinematics.FrameLength];
        Kinematics.Forward(angles, arm, pen);
        for (int i = 0; i < 3; i++)
        {
            residuals[i] = (pen[i] - target.Position[i]) / Millimetre;
            residuals[3 + i] = (pen[9 + i] - target.Direction[i]) / Tilt;
        }

        int joints = angles.Length;
        Span<double> moves = residuals.Slice(6, joints), excesses = residuals.Slice(6 + joints, joints);
        for (int i = 0; i < joints; i++)
        {
            moves[i] = (angles[i] - before[i]) / Move;
            double above = angles[i] - (arm.Joints[i].Highest - Margin), below = arm.Joints[i].Lowest + Margin - angles[i];
            excesses[i] = Math.Max(0, Math.Max(above, below)) / Excess;
        }
    }
}
