using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>Convolutions and pooling over two axes as nested loops over all indices, as they are defined.</summary>
internal static class Looped
{
    public static Tensor<double> Conv2D(Tensor<double> x, Tensor<double> filters, int[] strides, Padding padding, int[] dilations) => Slide(
        x, [filters.Shape[0], filters.Shape[1]], strides, padding, dilations, filters.Shape[3], (inside, to) =>
        {
            double sum = 0;
            foreach ((int n, int row, int column, int k, int l) in inside)
            {
                for (int channel = 0; channel < x.Shape[3]; channel++)
                    sum += (double)x[n, row, column, channel] * (double)filters[k, l, channel, to];
            }
            return sum;
        });

    public static Tensor<double> MaxPool2D(Tensor<double> x, int[] window, int[] strides, Padding padding) => Slide(
        x, window, strides, padding, [1, 1], x.Shape[3], (inside, channel) => inside.Max(at => (double)x[at.Batch, at.Row, at.Column, channel]));

    public static Tensor<double> AveragePool2D(Tensor<double> x, int[] window, int[] strides, Padding padding) => Slide(
        x, window, strides, padding, [1, 1], x.Shape[3], (inside, channel) => inside.Average(at => (double)x[at.Batch, at.Row, at.Column, channel]));

    private static Tensor<double> Slide(
        Tensor<double> x,
        int[] window,
        int[] strides,
        Padding padding,
        int[] dilations,
        int channels,
        Func<List<(int Batch, int Row, int Column, int K, int L)>, int, double> whole)
    {
        (int rows, int above) = Along(x.Shape[1], window[0], strides[0], padding, dilations[0]);
        (int columns, int before) = Along(x.Shape[2], window[1], strides[1], padding, dilations[1]);
        List<double> result = [];
        for (int n = 0; n < x.Shape[0]; n++)
        {
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    List<(int, int, int, int, int)> inside = Inside(n, (i * strides[0]) - above, (j * strides[1]) - before);
                    for (int channel = 0; channel < channels; channel++)
                        result.Add(whole(inside, channel));
                }
            }
        }
        return Tensor.From([.. result], [x.Shape[0], rows, columns, channels]);

        List<(int, int, int, int, int)> Inside(int n, int top, int left)
        {
            List<(int, int, int, int, int)> inside = [];
            for (int k = 0; k < window[0]; k++)
            {
                for (int l = 0; l < window[1]; l++)
                {
                    (int row, int column) = (top + (k * dilations[0]), left + (l * dilations[1]));
                    if (row >= 0 && row < x.Shape[1] && column >= 0 && column < x.Shape[2])
                        inside.Add((n, row, column, k, l));
                }
            }
            return inside;
        }
    }

    /// <summary>How many windows there are, and how far the first one starts before the first element.</summary>
    private static (int Count, int Before) Along(int length, int window, int stride, Padding padding, int dilation)
    {
        int extent = ((window - 1) * dilation) + 1;
        if (padding == Padding.Valid)
            return ((int)Math.Ceiling((length - extent + 1) / (double)stride), 0);
        int missing = length % stride == 0 ? extent - stride : extent - (length % stride);
        return ((int)Math.Ceiling(length / (double)stride), Math.Max(missing, 0) / 2);
    }
}
