using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>Numbers as elements.</summary>
internal static class Scalars
{
    public static NotSupportedException WithoutDerivatives<T>() => new($"Tensors of {typeof(T).Name} have no derivatives.");

    /// <summary>-1, 0 or 1; NaN of NaN.</summary>
    public static T Sign<T>(T x)
        where T : INumber<T> => T.IsNaN(x) ? x : T.CreateChecked(T.Sign(x));

    /// <summary>How many elements an average is taken over, as an element.</summary>
    public static T Count<T>(int count)
        where T : INumberBase<T> => T.CreateChecked(count);
}
