namespace Differentiable.Tensors;

/// <summary>An axis with its mirror images before and behind it.</summary>
/// <param name="Axis">The axis.</param>
/// <param name="Indices">Of which element each one is an image.</param>
/// <param name="Before">The shape that is mirrored.</param>
/// <param name="After">The shape with the images.</param>
internal sealed record Reflection(int Axis, int[] Indices, Shape Before, Shape After)
{
    private const string Operation = "PadReflect";

    /// <summary>Those along axes that become longer, one after the other.</summary>
    /// <exception cref="ShapeMismatchException">There are more or fewer widths than axes, or an axis has nothing that could be mirrored.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A width is negative.</exception>
    public static IReadOnlyList<Reflection> Of(Shape shape, ReadOnlySpan<(int Before, int Behind)> widths, bool repeatsEdges)
    {
        if (widths.Length != shape.Rank)
            throw new ShapeMismatchException($"{Operation}: shape {shape} has {shape.Rank} axes, and there are widths for {widths.Length}.");
        List<Reflection> reflections = [];
        for (int axis = 0; axis < widths.Length; axis++)
        {
            (int before, int behind) = widths[axis];
            ArgumentOutOfRangeException.ThrowIfNegative(Math.Min(before, behind), nameof(widths));
            if ((before, behind) == (0, 0))
                continue;
            if (shape[axis] == 0)
                throw new ShapeMismatchException($"{Operation}: axis {axis} of shape {shape} has no elements that could be mirrored.");
            int[] indices = IndicesOf(shape[axis], before, behind, repeatsEdges);
            Shape after = [.. shape.Take(axis), indices.Length, .. shape.Skip(axis + 1)];
            reflections.Add(new(axis, indices, shape, after));
            shape = after;
        }
        return reflections;
    }

    /// <summary>There and back again is a period; of a single element without its edges, the element is.</summary>
    private static int[] IndicesOf(int length, int before, int behind, bool repeatsEdges)
    {
        int[] indices = new int[checked(before + length + behind)];
        int edge = repeatsEdges ? 1 : 0, period = Math.Max(1, checked(2 * (length - 1 + edge)));
        for (int i = 0; i < indices.Length; i++)
        {
            int place = (i - before) % period;
            place = place < 0 ? place + period : place;
            indices[i] = place < length ? place : period - place - edge;
        }
        return indices;
    }
}
