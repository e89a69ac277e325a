using Examples.Plotting;

namespace InverseKinematics;

/// <summary>Parallel projection of the room onto a picture, seen from behind the arm's right shoulder and from above.</summary>
internal sealed class Camera
{
    private const double Azimuth = 0.9, Elevation = 0.45;

    private readonly double scale, left, top;

    /// <summary>Shows all the points, as large as the frame has room for.</summary>
    public Camera(IReadOnlyCollection<double[]> points, Frame frame)
    {
        (double X, double Y)[] flat = [.. points.Select(Flatten)];
        double minimumX = flat.Min(point => point.X), minimumY = flat.Min(point => point.Y);
        double flatWidth = flat.Max(point => point.X) - minimumX, flatHeight = flat.Max(point => point.Y) - minimumY;
        scale = Math.Min(frame.Width / flatWidth, frame.Height / flatHeight);
        left = frame.Left + (frame.Width - scale * flatWidth) / 2 - scale * minimumX;
        top = frame.Top + (frame.Height - scale * flatHeight) / 2 - scale * minimumY;
    }

    /// <summary>In pixels.</summary>
    public (double X, double Y) See(double[] point)
    {
        (double x, double y) = Flatten(point);
        return (left + scale * x, top + scale * y);
    }

    /// <summary>To the right and down, in metres.</summary>
    private static (double X, double Y) Flatten(double[] point)
    {
        (double sin, double cos) = Math.SinCos(Azimuth);
        double right = sin * point[0] - cos * point[1], away = cos * point[0] + sin * point[1];
        return (right, -Math.Cos(Elevation) * point[2] - Math.Sin(Elevation) * away);
    }
}
