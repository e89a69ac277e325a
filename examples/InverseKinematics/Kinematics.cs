using Differentiable;

namespace InverseKinematics;

/// <summary>
/// Where the arm is for given angles. A frame is twelve numbers: its origin, then its x, y and z axes, in the coordinates of the room.
/// </summary>
internal static partial class Kinematics
{
    public const int FrameLength = 12;
    private const int X = 3, Y = 6, Z = 9;

    /// <summary>Writes the frame of the pen: its tip, and z along the pen.</summary>
    [Differentiable(Derivatives.Jacobian)]
    public static void Forward(ReadOnlySpan<double> angles, [NonDifferentiable] RobotArm arm, Span<double> frame)
    {
        Base(frame);
        for (int i = 0; i < angles.Length; i++)
            Turn(angles[i], arm.Joints[i], frame);
        Advance(arm.PenLength, frame);
    }

    /// <summary>Makes it the frame of the room, in which the arm stands.</summary>
    [Differentiable(Derivatives.Jacobian)]
    public static void Base(Span<double> frame)
    {
        frame.Clear();
        frame[X] = frame[Y + 1] = frame[Z + 2] = 1;
    }

    /// <summary>Moves a frame on, in place, from one joint to the next.</summary>
    [Differentiable(Derivatives.Jacobian)]
    public static void Turn(double angle, [NonDifferentiable] Joint joint, Span<double> frame)
    {
        double cosTwist = Math.Cos(joint.Twist), sinTwist = Math.Sin(joint.Twist);
        double cos = Math.Cos(angle), sin = Math.Sin(angle);
        for (int i = 0; i < 3; i++)
        {
            double x = frame[X + i], y = frame[Y + i], z = frame[Z + i];
            double twisted = cosTwist * y + sinTwist * z;
            frame[i] += joint.Length * x;
            frame[X + i] = cos * x + sin * twisted;
            frame[Y + i] = cos * twisted - sin * x;
            frame[Z + i] = cosTwist * z - sinTwist * y;
        }
        Advance(joint.Offset, frame);
    }

    /// <summary>Moves a frame along its z axis, in place.</summary>
    [Differentiable(Derivatives.Jacobian)]
    public static void Advance([NonDifferentiable] double distance, Span<double> frame)
    {
        for (int i = 0; i < 3; i++)
            frame[i] += distance * frame[Z + i];
    }
}
