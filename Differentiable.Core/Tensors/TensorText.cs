using System.Globalization;
using System.Text;

namespace Differentiable.Tensors;

/// <summary>Tensors as text: <c>Tensor&lt;float&gt; (2, 2) [[1, 2], [3, 4]]</c>, with a line for each row where there are several.</summary>
internal static class TensorText
{
    /// <summary>Above this many elements, the middle of each axis is left out.</summary>
    private const int AllOf = 1000;

    /// <summary>How many are written at either end of an axis then.</summary>
    private const int AtEnds = 3;

    public static string Write<T>(Tensor<T> tensor)
        where T : unmanaged
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"Tensor<{NameOf<T>()}> {tensor.Shape}{(tensor.Rank > 1 ? '\n' : ' ')}");
        Append(text, Texts(tensor, null, null), tensor.Shape, 0, 0);
        return text.ToString();
    }

    public static string WriteElements<T>(Tensor<T> tensor, string format, IFormatProvider? provider)
        where T : unmanaged
    {
        StringBuilder text = new();
        Append(text, Texts(tensor, format, provider), tensor.Shape, 0, 0);
        return text.ToString();
    }

    private static Func<int, string> Texts<T>(Tensor<T> tensor, string? format, IFormatProvider? provider)
        where T : unmanaged
    {
        T[] elements = tensor.ToArray();
        return i => elements[i] is IFormattable number ? number.ToString(format, provider ?? CultureInfo.InvariantCulture) : $"{elements[i]}";
    }

    private static void Append(StringBuilder text, Func<int, string> element, Shape shape, int axis, int start)
    {
        if (axis == shape.Rank)
        {
            text.Append(element(start));
            return;
        }
        bool isInner = axis == shape.Rank - 1;
        string separator = isInner ? ", " : $",{new string('\n', Math.Max(1, shape.Rank - axis - 1))}{new string(' ', axis + 1)}";
        text.Append('[');
        for (int i = 0; i < shape[axis]; i++)
        {
            if (i > 0)
                text.Append(separator);
            if (shape.FlattenedLength > AllOf && i == AtEnds && shape[axis] > 2 * AtEnds)
            {
                text.Append("…").Append(separator);
                i = shape[axis] - AtEnds;
            }
            Append(text, element, shape, axis + 1, start + (i * shape.Strides[axis]));
        }
        text.Append(']');
    }

    private static string NameOf<T>() => Type.GetTypeCode(typeof(T)) switch
    {
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        TypeCode.Int32 => "int",
        TypeCode.Int64 => "long",
        TypeCode.Boolean => "bool",
        TypeCode.Byte => "byte",
        _ => typeof(T).Name,
    };
}
