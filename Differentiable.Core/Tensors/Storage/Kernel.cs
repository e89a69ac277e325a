namespace Differentiable.Tensors;

/// <summary>Kernels from what they do with single elements.</summary>
internal static class Kernel
{
    public static BinaryKernel<TIn, TOut> Of<TIn, TOut>(string name, Func<TIn, TIn, TOut> each) => new(
        name,
        (left, right, result) =>
        {
            for (int i = 0; i < result.Length; i++)
                result[i] = each(left[i], right[i]);
        },
        (left, right, result) =>
        {
            for (int i = 0; i < result.Length; i++)
                result[i] = each(left[i], right);
        },
        (left, right, result) =>
        {
            for (int i = 0; i < result.Length; i++)
                result[i] = each(left, right[i]);
        });

    public static UnaryKernel<TIn, TOut> Of<TIn, TOut>(Func<TIn, TOut> each) => (x, result) =>
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = each(x[i]);
    };
}
