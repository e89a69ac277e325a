using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Methods that need arrays of structs on the way: they, and what calls them, are differentiated in one direction at a time.</summary>
public static partial class LocalArrays
{
    public readonly record struct Node(double Height, double Slope);

    [Differentiable]
    public static double Interpolated([Length(4)] double[] heights, double x)
    {
        Node[] nodes = new Node[heights.Length];
        for (int i = 0; i < nodes.Length; i++)
            nodes[i] = new(heights[i], i + 1 < heights.Length ? heights[i + 1] - heights[i] : 0);
        double sum = 0;
        foreach (Node node in nodes)
            sum += node.Height * Math.Sin(x) + node.Slope * node.Slope * x;
        return sum;
    }

    [Differentiable]
    public static double CallsInterpolated([Length(4)] double[] heights, double x) => Interpolated(heights, x * x) * x;

    [Differentiable]
    public static double CallsWhatCalls([Length(4)] double[] heights, double x, [Values(3, 0)] int n)
    {
        double sum = 1;
        for (int i = 0; i < n; i++)
            sum += CallsInterpolated(heights, sum) * 0.1 + x;
        return sum;
    }

    [Differentiable]
    public static double[] Slopes([Length(3)] Node[] nodes, double x)
    {
        double[] slopes = new double[nodes.Length];
        for (int i = 0; i < nodes.Length; i++)
            slopes[i] = nodes[i].Slope * nodes[i].Height * x;
        return slopes;
    }
}
