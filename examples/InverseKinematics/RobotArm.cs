namespace InverseKinematics;

/// <summary>
/// One joint, in the convention of J. J. Craig, "Introduction to Robotics", chapter 3: from the frame before it, turn by <c>Twist</c>
/// about x, go <c>Length</c> along x, turn by the joint's angle about z, and go <c>Offset</c> along z. Metres and radians.
/// </summary>
internal sealed record Joint(double Length, double Offset, double Twist, double Lowest, double Highest)
{
    /// <summary>Where an angle lies: 0 at the lower limit, 1 at the upper.</summary>
    public double Fraction(double angle) => (angle - Lowest) / (Highest - Lowest);

    /// <summary>How far an angle is from the nearer limit; negative beyond it.</summary>
    public double Room(double angle) => Math.Min(angle - Lowest, Highest - angle);
}

/// <summary>An arm that is a chain of turning joints, with a pen at its end.</summary>
internal sealed record RobotArm(Joint[] Joints, double PenLength)
{
    /// <summary>The Franka Emika Panda, as its maker's documentation gives it, with a pen of 10 cm on the flange.</summary>
    public static RobotArm Panda { get; } = new(
    [
        new(0, 0.333, 0, -2.8973, 2.8973),
        new(0, 0, -Math.PI / 2, -1.7628, 1.7628),
        new(0, 0.316, Math.PI / 2, -2.8973, 2.8973),
        new(0.0825, 0, Math.PI / 2, -3.0718, -0.0698),
        new(-0.0825, 0.384, -Math.PI / 2, -2.8973, 2.8973),
        new(0, 0, Math.PI / 2, -0.0175, 3.7525),
        new(0.088, 0, Math.PI / 2, -2.8973, 2.8973),
    ], PenLength: 0.107 + 0.100);

    /// <summary>The pose that this arm waits in.</summary>
    public static double[] Ready => [0, -Math.PI / 4, 0, -3 * Math.PI / 4, 0, Math.PI / 2, Math.PI / 4];
}
