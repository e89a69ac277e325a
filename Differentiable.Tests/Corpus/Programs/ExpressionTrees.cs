using static System.Math;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>A formula as a tree of nodes, which an unmarked method evaluates by calling itself: <c>(x + 2) * sin(x y)</c>.</summary>
public static partial class ExpressionTrees
{
    private readonly record struct Node(char Kind, int Left, int Right, double Value);

    private static readonly Node[] s_formula =
    [
        new('*', 1, 4, 0), new('+', 2, 3, 0), new('x', 0, 0, 0), new('c', 0, 0, 2), new('s', 5, 0, 0), new('*', 2, 6, 0), new('y', 0, 0, 0),
    ];

    [Differentiable]
    public static double Of(double x, double y) => Evaluate(0, x, y);

    private static double Evaluate(int index, double x, double y)
    {
        Node node = s_formula[index];
        return node.Kind switch
        {
            'x' => x,
            'y' => y,
            'c' => node.Value,
            's' => Sin(Evaluate(node.Left, x, y)),
            '+' => Evaluate(node.Left, x, y) + Evaluate(node.Right, x, y),
            '*' => Evaluate(node.Left, x, y) * Evaluate(node.Right, x, y),
            _ => throw new InvalidOperationException($"There is no node '{node.Kind}'."),
        };
    }
}
