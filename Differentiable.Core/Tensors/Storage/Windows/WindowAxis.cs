namespace Differentiable.Tensors;

/// <summary>How windows lie along one axis.</summary>
/// <param name="Length">How long the axis is.</param>
/// <param name="Window">How many elements a window takes.</param>
/// <param name="Stride">How far apart windows are.</param>
/// <param name="Dilation">How far apart the elements of a window are.</param>
/// <param name="Padding">May windows reach beyond the ends?</param>
internal readonly record struct WindowAxis(int Length, int Window, int Stride, int Dilation, Padding Padding)
{
    /// <summary>From the first element of a window to its last, both included.</summary>
    public int Extent => checked(((Window - 1) * Dilation) + 1);

    /// <summary>How many windows there are.</summary>
    public int Count => Padding == Padding.Same ? (Length + Stride - 1) / Stride : (Length - Extent + Stride) / Stride;

    /// <summary>How many elements are missing before the first.</summary>
    public int Before => Missing / 2;

    /// <summary>The length with what is missing at both ends.</summary>
    public int Padded => Length + Missing;

    private int Missing => Padding == Padding.Same ? Math.Max(((Count - 1) * Stride) + Extent - Length, 0) : 0;

    /// <summary>How many elements of a window are inside; of windows that are not dilated.</summary>
    public int Inside(int window)
    {
        int start = (window * Stride) - Before;
        return Math.Min(start + Window, Length) - Math.Max(start, 0);
    }
}
