namespace Differentiable.Tensors;

/// <summary>
/// A slice. On the way back its cotangent is added to its place in one sum for all slices of the tensor, so that going through the rows of a tensor takes linear time. Where the way back is
/// recorded itself, it is an operation instead.
/// </summary>
/// <param name="shape">The shape of the tensor.</param>
/// <param name="indices">What of it the slice is.</param>
internal sealed class SliceOperation<T>(Shape shape, TensorIndex[] indices) : Operation
    where T : unmanaged
{
    public override string Name => "Slice";

    public override void PullBack(TensorBase cotangent, in InputCotangents inputs)
    {
        var part = (Tensor<T>)cotangent;
        if (ActiveRecordings.Current is null)
            inputs.AddInto<T>(0, shape, elements => Parts.AddInPlace(part, elements, shape, indices));
        else
            inputs.Add(0, Tensor.Unslice(part, shape, indices));
    }
}
