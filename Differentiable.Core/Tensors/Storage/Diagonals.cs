namespace Differentiable.Tensors;

/// <summary>Several axes seen as one, along which their indices agree. For each axis it is told which axis of the result it becomes.</summary>
internal static class Diagonals
{
    /// <summary>The lengths: of axes that become one, that of the shortest.</summary>
    public static Shape Shorten(Shape shape, int[] into)
    {
        int[] lengths = new int[Rank(into)];
        Array.Fill(lengths, int.MaxValue);
        for (int axis = 0; axis < into.Length; axis++)
            lengths[into[axis]] = Math.Min(lengths[into[axis]], shape[axis]);
        return Shape.Create(lengths);
    }

    /// <summary>The strides: of axes that become one, their sum.</summary>
    public static int[] Along(int[] strides, int[] into)
    {
        int[] sums = new int[Rank(into)];
        for (int axis = 0; axis < into.Length; axis++)
            sums[into[axis]] += strides[axis];
        return sums;
    }

    private static int Rank(int[] into) => into.Length == 0 ? 0 : into.Max() + 1;
}
