namespace Differentiable.Tests.Classes;

/// <summary>A tree of branches: a local function that calls itself and reads the members that are inputs.</summary>
public partial class Fan
{
    [Differentiable]
    private double _decay;

    [Differentiable]
    private double[] _weights = [];

    public static Fan Of(double decay, params double[] weights) => new() { _decay = decay, _weights = weights };

    [Differentiable]
    public double Tree(double x)
    {
        return Node(x, 0);

        double Node(double v, int k) => k == _weights.Length ? v * _decay : Math.Sin(Node(v * _decay, k + 1) + _weights[k]) * v;
    }
}

/// <summary>Windings: local functions that call themselves in methods of a struct, which read it or change it.</summary>
public partial struct Coil(double radius, double length)
{
    public double Radius = radius;

    public double Length = length;

    [Differentiable]
    public readonly double Turns(double x, int n)
    {
        Coil self = this;
        return Turn(x, n);

        double Turn(double v, int k) => k == 0 ? v * self.Radius : Math.Sin(Turn(v * self.Length, k - 1)) + self.Radius;
    }

    [Differentiable]
    public double Wind(double x, int n)
    {
        Radius = Turn(x, Radius, n);
        Length *= Radius;
        return Radius * Length;

        static double Turn(double v, double r, int k) => k == 0 ? v : r * Turn(v * v, r, k - 1) + v;
    }
}
