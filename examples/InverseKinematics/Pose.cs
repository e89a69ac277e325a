namespace InverseKinematics;

/// <summary>The angles that were found for a target, and how well they do.</summary>
internal sealed class Pose
{
    /// <summary>What counts as reaching the target, in metres and radians.</summary>
    public const double PositionTolerance = 1e-4, TiltTolerance = 2e-3;

    private readonly RobotArm arm;

    public Pose(RobotArm arm, Target target, double[] angles, int iterations, IReadOnlyList<double> descent)
    {
        (this.arm, Angles, Iterations, Descent) = (arm, angles, iterations, descent);
        double[] pen = new double[Kinematics.FrameLength];
        Kinematics.Forward(angles, arm, pen);
        PositionError = Distance(pen.AsSpan(0, 3), target.Position);
        Tilt = 2 * Math.Asin(Distance(pen.AsSpan(9, 3), target.Direction) / 2);
    }

    public double[] Angles { get; }

    public int Iterations { get; }

    /// <summary>The sum of squares wherever the Jacobian was asked for.</summary>
    public IReadOnlyList<double> Descent { get; }

    /// <summary>In metres.</summary>
    public double PositionError { get; }

    /// <summary>The angle between the pen and the direction that it should have, in radians.</summary>
    public double Tilt { get; }

    public bool ReachesTarget => PositionError < PositionTolerance && Tilt < TiltTolerance && Tightest.Room >= 0;

    /// <summary>The joint that is nearest to a limit, counted from one, and how far it is from there; negative beyond.</summary>
    public (int Joint, double Room) Tightest =>
        arm.Joints.Select((joint, i) => (Joint: i + 1, Room: joint.Room(Angles[i]))).MinBy(joint => joint.Room);

    /// <summary>The points that the arm goes through, from the floor to the pen's tip.</summary>
    public IReadOnlyList<double[]> Points()
    {
        double[] frame = new double[Kinematics.FrameLength];
        Kinematics.Base(frame);
        List<double[]> points = [frame[..3]];
        for (int i = 0; i < Angles.Length; i++)
        {
            Kinematics.Turn(Angles[i], arm.Joints[i], frame);
            points.Add(frame[..3]);
        }
        Kinematics.Advance(arm.PenLength, frame);
        points.Add(frame[..3]);
        return points;
    }

    private static double Distance(ReadOnlySpan<double> from, ReadOnlySpan<double> to)
    {
        double sum = 0;
        for (int i = 0; i < from.Length; i++)
            sum += (from[i] - to[i]) * (from[i] - to[i]);
        return Math.Sqrt(sum);
    }
}
