namespace Differentiable.Tests.Corpus.Numbers;

/// <summary>Powers of two, and powers that are none, in every mode.</summary>
public static partial class Scales
{
    [Differentiable]
    public static double Eightfold(double x) => Math.ScaleB(x, 3) * x;

    [Differentiable]
    public static float Quarter(float x, float y) => MathF.ScaleB(x * y, -2) + x;

    [Differentiable]
    public static double NoPower(double x, double y) => double.Pow(x, 0) * y + y * y;
}
