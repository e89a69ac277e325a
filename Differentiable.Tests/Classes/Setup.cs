using System.Reflection;

namespace Differentiable.Tests.Classes;

/// <summary>Fills what the classes under test keep to themselves.</summary>
internal static class Setup
{
    public static Perceptron WithWeights(this Perceptron layer, params double[] weights)
    {
        typeof(Perceptron).GetField("_weights", BindingFlags.NonPublic | BindingFlags.Instance)!.SetValue(layer, weights);
        return layer;
    }

    public static SpreadCurve WithSurface(this SpreadCurve curve, params double[] elements)
    {
        var surface = (double[,])typeof(SpreadCurve).GetField("_surface", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(curve)!;
        Buffer.BlockCopy(elements, 0, surface, 0, elements.Length * sizeof(double));
        return curve;
    }
}
