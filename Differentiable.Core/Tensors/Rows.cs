namespace Differentiable.Tensors;

/// <summary>Goes through the rows of strided elements: all indices but the last one, in row-major order.</summary>
/// <param name="shape">The lengths; at least one axis.</param>
/// <param name="strides">How far apart neighbours are.</param>
internal struct Rows(Shape shape, int[] strides)
{
    private readonly int[] _at = new int[shape.Rank - 1];
    private bool _hasBegun;

    /// <summary>Where the row starts.</summary>
    public int Offset { get; private set; }

    /// <summary>Goes to the next row; false behind the last one.</summary>
    public bool Next()
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            return shape.FlattenedLength > 0;
        }
        for (int axis = _at.Length - 1; axis >= 0; axis--)
        {
            Offset += strides[axis];
            if (++_at[axis] < shape[axis])
                return true;
            Offset -= strides[axis] * _at[axis];
            _at[axis] = 0;
        }
        return false;
    }
}
