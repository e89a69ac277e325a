using Differentiable.Tensors;

namespace GradientTapeTour;

/// <summary>First values of parameters, the same in every run.</summary>
internal static class Weights
{
    /// <summary>Normally distributed numbers (Box and Muller, "A note on the generation of random normal deviates", 1958).</summary>
    public static Tensor<float> Normal(Shape shape)
    {
        Random random = new(1);
        float[] elements = new float[shape.FlattenedLength];
        for (int i = 0; i < elements.Length; i++)
            elements[i] = MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle())) * MathF.Cos(2 * MathF.PI * random.NextSingle());
        return Tensor.From(elements, shape);
    }
}
