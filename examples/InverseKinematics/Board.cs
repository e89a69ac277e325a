namespace InverseKinematics;

/// <summary>A board before the arm, leaning back by an angle, and what is to be drawn on it. In metres and radians.</summary>
internal sealed record Board(double Distance, double Height, double Lean, double HalfWidth)
{
    public static Board Default { get; } = new(Distance: 0.5, Height: 0.4, Lean: Math.PI / 6, HalfWidth: 0.3);

    /// <summary>The part of its width that the board is high, and by which it is larger than the drawing.</summary>
    private const double Shape = 0.5, Room = 1.15;

    public IEnumerable<double[]> Corners => [Point(-1, -Shape), Point(1, -Shape), Point(1, Shape), Point(-1, Shape)];

    /// <summary>Points along the lemniscate of Bernoulli, with the pen at right angles to the board.</summary>
    public Target[] Lemniscate(int count)
    {
        double[] into = [Math.Cos(Lean), 0, -Math.Sin(Lean)];
        return [.. Enumerable.Range(0, count).Select(i => new Target(OnLemniscate(2 * Math.PI * i / count), into))];
    }

    private double[] OnLemniscate(double t)
    {
        (double sin, double cos) = Math.SinCos(t);
        double scale = 1 / (Room * (1 + sin * sin));
        return Point(scale * cos, scale * sin * cos);
    }

    /// <summary>A point of the board; one across is its right edge.</summary>
    private double[] Point(double across, double up) =>
    [
        Distance + Room * HalfWidth * up * Math.Sin(Lean),
        Room * HalfWidth * across,
        Height + Room * HalfWidth * up * Math.Cos(Lean),
    ];
}
