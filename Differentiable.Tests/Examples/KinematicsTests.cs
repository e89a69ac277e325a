using InverseKinematics;

namespace Differentiable.Tests.Examples;

/// <summary>The arm's geometry and its generated Jacobians.</summary>
public class KinematicsTests
{
    private static readonly RobotArm s_arm = RobotArm.Panda;

    /// <summary>Where the maker's own model has the flange in this pose: 31 cm before the base, 59 cm up, looking down.</summary>
    [Fact]
    public void ReadyPose_HasTheFlangeWhereTheMakerSays()
    {
        double[] flange = new double[Kinematics.FrameLength];
        Kinematics.Forward(RobotArm.Ready, s_arm with { PenLength = 0.107 }, flange);

        AssertEqual([0.30689, 0, 0.59028], flange[..3], 1e-5);
        AssertEqual([0, 0, -1], flange[9..], 1e-12);
    }

    /// <summary>A joint moves what is behind it at right angles to its axis (J. J. Craig, "Introduction to Robotics", chapter 5).</summary>
    [Fact]
    public void Jacobian_IsTheGeometricOne()
    {
        double[] angles = SomeAngles(1), pen = new double[Kinematics.FrameLength];
        double[,] jacobian = Kinematics.ForwardJacobian(angles, s_arm, pen);

        double[] frame = new double[Kinematics.FrameLength];
        Kinematics.Base(frame);
        for (int i = 0; i < angles.Length; i++)
        {
            Kinematics.Turn(angles[i], s_arm.Joints[i], frame);
            double[] axis = frame[9..], arm = [.. pen[..3].Zip(frame[..3], (tip, origin) => tip - origin)];
            double[][] moved = [arm, pen[3..6], pen[6..9], pen[9..]];
            AssertEqual([.. moved.SelectMany(vector => Cross(axis, vector))], Column(jacobian, i), 1e-14);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void JacobianOfTheResiduals_IsThatOfDifferences(int seed)
    {
        Target target = Board.Default.Lemniscate(8)[seed];

        Assert.InRange(JacobianCheck.Run(s_arm, target, SomeAngles(seed)).RelativeDifference, 0, 1e-8);
    }

    /// <summary>Some of them beyond the limits, where the residuals push back.</summary>
    private static double[] SomeAngles(int seed)
    {
        Random random = new(seed);
        return [.. s_arm.Joints.Select(joint => joint.Lowest + (joint.Highest - joint.Lowest) * (1.4 * random.NextDouble() - 0.2))];
    }

    private static double[] Cross(double[] a, double[] b) =>
        [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];

    private static double[] Column(double[,] matrix, int column) =>
        [.. Enumerable.Range(0, matrix.GetLength(0)).Select(row => matrix[row, column])];

    private static void AssertEqual(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], tolerance);
    }
}
