using Examples;
using Examples.Plotting;
using InverseKinematics;

// Lets an arm with seven joints draw on a board. Which angles bring the pen to a point is a problem of nonlinear least squares, solved
// by MathNet's Levenberg-Marquardt method with a Jacobian that the compiler wrote:
//
//   RobotArm.cs      the arm: its geometry and the limits of its joints
//   Kinematics.cs    where the pen is for given angles
//   Reach.cs         the residuals: position, direction, short moves, room before the limits
//   PoseFit.cs       the fit of one pose after the other
//
// dotnet run --project examples/InverseKinematics -c Release -- --targets 72
try
{
    CommandLine command = CommandLine.Parse(args);
    if (command.Help)
    {
        Console.Write(CommandLine.Usage);
        return 0;
    }

    RobotArm arm = RobotArm.Panda;
    Board board = Board.Default with { HalfWidth = command.Width / 2 };
    Target[] targets = board.Lemniscate(command.Targets);
    Report.Title(arm, targets.Length);

    JacobianCheck check = JacobianCheck.Run(arm, targets[0], RobotArm.Ready);
    Report.Check(check, Reach.ResidualCount(arm.Joints.Length), arm.Joints.Length);
    check.RequirePassed();

    IReadOnlyList<Pose> poses = PoseFit.Follow(arm, targets, RobotArm.Ready);
    Report.FirstFit(poses[0]);
    Report.Poses(poses);

    PlotFile.Save(command.PlotPath, ArmPlot.Draw(arm, board, targets, poses));
    Terminal.Saved(command.PlotPath);
    return 0;
}
catch (UserException problem)
{
    Console.Error.WriteLine($"error: {problem.Message}");
    return 1;
}
