using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Numbers;

/// <summary>Single precision.</summary>
public static partial class Floats
{
    [Differentiable]
    public static float Polynomial(float x) => x * x * x - 2 * x + 0.5f;

    [Differentiable]
    public static float Functions(float x, float y) => MathF.Sin(x) * MathF.Exp(y) + MathF.Sqrt(x * y) - MathF.Log(x) / MathF.Pow(y, 1.5f);

    [Differentiable]
    public static float SumOfSquares([Length(4, 0, 1)] ReadOnlySpan<float> a)
    {
        float sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * a[i];
        return sum;
    }

    [Differentiable]
    public static void Relu([Range(-1, 1), Length(5, 0)] Span<float> a)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] = a[i] > 0 ? a[i] : 0.01f * a[i];
    }

    [Differentiable]
    public static float Iterated(float x, [Values(4, 0)] int n)
    {
        float y = x;
        for (int i = 0; i < n; i++)
            y = MathF.Tanh(y + x) * 0.9f;
        return y;
    }

    [Differentiable]
    public static double AccumulatedInDouble([Length(4, 0)] float[] a)
    {
        double sum = 0;
        foreach (float v in a)
            sum += (double)v * v;
        return sum;
    }

    [Differentiable]
    public static float MixedPrecision(float x, double y)
    {
        float a = x * 2f;
        double b = a * y;
        return (float)(b * b) + x;
    }

    [Differentiable]
    public static (float, float) TwoResults(float x, float y) => (x / y, float.Hypot(x, y));

    [Differentiable]
    public static float WhileLoop(float x)
    {
        float y = x;
        while (y < 20f)
            y = y * 1.5f + x;
        return y;
    }
}
