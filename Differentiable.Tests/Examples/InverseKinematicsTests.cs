using System.Xml.Linq;
using InverseKinematics;

namespace Differentiable.Tests.Examples;

/// <summary>The fits, and the built example as its users run it.</summary>
public sealed class InverseKinematicsTests : IDisposable
{
    private readonly ExampleProgram program = new("InverseKinematics");

    public void Dispose() => program.Dispose();

    [Fact]
    public void EveryTarget_IsReachedWithinTheLimits()
    {
        IReadOnlyList<Pose> poses = PoseFit.Follow(RobotArm.Panda, Board.Default.Lemniscate(72), RobotArm.Ready);

        Assert.All(poses, pose =>
        {
            Assert.InRange(pose.PositionError, 0, 5e-5);
            Assert.InRange(pose.Tilt, 0, 1e-4);
            Assert.True(pose.Tightest.Room > 0.09, $"{pose.Tightest}");
        });
        Assert.Contains(poses, pose => pose.Tightest.Room < 0.1);
    }

    [Fact]
    public void Steps_AreShort()
    {
        IReadOnlyList<Pose> poses = PoseFit.Follow(RobotArm.Panda, Board.Default.Lemniscate(72), RobotArm.Ready);

        Assert.All(poses.Zip(poses.Skip(1)), pair =>
            Assert.All(pair.First.Angles.Zip(pair.Second.Angles), angle => Assert.InRange(angle.Second - angle.First, -0.5, 0.5)));
        Assert.All(poses.Skip(1), pose => Assert.InRange(pose.Iterations, 1, 20));
    }

    [Fact]
    public void Program_ReachesEveryTargetAndDrawsThem()
    {
        Outcome outcome = program.Run("--targets", "40", "--output", "plot.svg");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("40 of 40 targets are reached, to within 0.1 mm and 0.1°", outcome.Output);
        XElement plot = XElement.Load(Path.Combine(program.Folder, "plot.svg"));
        Assert.True(plot.Elements().Count(element => element.Name.LocalName == "circle") >= 40);
    }

    [Fact]
    public void TargetsOutOfReach_AreSaidToBe()
    {
        Outcome outcome = program.Run("--targets", "8", "--width", "9");

        Assert.Contains("1 of 8 targets are reached", outcome.Output);
        Assert.Contains("such a target is out of reach", outcome.Output);
    }

    [Fact]
    public void Help_ShowsTheUsage() =>
        Assert.Contains("Usage: InverseKinematics [--targets N] [--width METRES] [--output PLOT.svg]", program.Run("--help").Output);

    [Theory]
    [InlineData("there is no option --fast", "--fast")]
    [InlineData("--targets takes a number from 8 to 10000, but not '7'", "--targets", "7")]
    [InlineData("--width needs a value", "--width")]
    [InlineData("the plot cannot be written to nowhere/plot.svg", "--output", "nowhere/plot.svg")]
    public void Misuse_IsRefused(string complaint, params string[] arguments) => program.AssertRefused(complaint, arguments);
}
