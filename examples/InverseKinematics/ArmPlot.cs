using Examples.Plotting;

namespace InverseKinematics;

/// <summary>The picture of the drawing arm: some of its poses before the board, and all angles within their limits.</summary>
internal static class ArmPlot
{
    private const int PosesShown = 6;
    private const string PathColor = "#d95f0e", TextColor = "#333333";

    private static readonly string[] JointColors = ["#0b6e99", "#d95f0e", "#2f7d4f", "#8e3b8a", "#b8860b", "#c0262d", "#555555"];
    private static readonly Color FirstPose = new(0xc3, 0xd9, 0xe2), LastPose = new(0x0b, 0x4f, 0x6e);
    private static readonly Stroke BoardEdge = new("#999999", 1.5), Limit = new("#777777", 1, "5 4"), Drawn = new(PathColor, 2);

    public static string Draw(RobotArm arm, Board board, IReadOnlyList<Target> targets, IReadOnlyList<Pose> poses)
    {
        SvgWriter svg = new(1240, 580);
        DrawRoom(svg, new Frame(40, 80, 560, 470), board, targets, poses);
        DrawAngles(svg, new Frame(710, 80, 490, 430), arm, poses);
        return svg.ToString();
    }

    private static void DrawRoom(SvgWriter svg, Frame frame, Board board, IReadOnlyList<Target> targets, IReadOnlyList<Pose> poses)
    {
        Pose[] shown = [.. Enumerable.Range(0, PosesShown).Select(i => poses[i * poses.Count / PosesShown])];
        Camera camera = new([.. board.Corners, .. shown.SelectMany(pose => pose.Points())], frame);
        svg.Text(frame.Left, frame.Top - 44, $"The arm at {PosesShown} of {poses.Count} targets", new TextStyle(17, Bold: true));
        svg.Path(board.Corners.Select(camera.See), BoardEdge, closed: true);
        for (int i = 0; i < shown.Length; i++)
            DrawArm(svg, camera, shown[i], Color.Mix(FirstPose, LastPose, (double)i / (PosesShown - 1)).ToString());
        svg.Path(poses.Select(pose => camera.See(pose.Points()[^1])), Drawn, closed: true);
        foreach (Target target in targets)
            Dot(svg, camera.See(target.Position), 2.2, TextColor);

        Legend legend = new(svg, frame.Left, frame.Top - 16);
        legend.Dot(TextColor, "targets");
        legend.Line(Drawn, "drawn by the pen");
        legend.Line(new Stroke(LastPose.ToString(), 6), "the arm, later poses darker");
    }

    private static void DrawArm(SvgWriter svg, Camera camera, Pose pose, string color)
    {
        (double X, double Y)[] points = [.. pose.Points().Select(camera.See)];
        svg.Path(points[..^1], new Stroke(color, 7));
        svg.Path(points[^2..], new Stroke(color, 2.5));
        foreach ((double X, double Y) point in points[..^1])
            Dot(svg, point, 5.5, color);
    }

    private static void DrawAngles(SvgWriter svg, Frame frame, RobotArm arm, IReadOnlyList<Pose> poses)
    {
        Panel panel = new(svg, frame, Axis.Around([1, poses.Count], "target", room: 0.02),
            new Axis(-8, 108, "angle, in % of the joint's range"), $"Joints 1 to {arm.Joints.Length} within their limits");
        panel.HorizontalLine(0, Limit);
        panel.HorizontalLine(100, Limit);
        Legend legend = new(svg, frame.Left, frame.Top - 16);
        for (int i = 0; i < arm.Joints.Length; i++)
        {
            Stroke stroke = new(JointColors[i % JointColors.Length], 2);
            panel.Curve(Angles(i), stroke);
            legend.Line(stroke, $"{i + 1}");
        }

        IEnumerable<(double, double)> Angles(int joint) =>
            poses.Select((pose, k) => (k + 1.0, 100 * arm.Joints[joint].Fraction(pose.Angles[joint])));
    }

    private static void Dot(SvgWriter svg, (double X, double Y) point, double radius, string color) =>
        svg.Circle(point.X, point.Y, radius, color);
}
