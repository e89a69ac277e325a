using System.Runtime.CompilerServices;

namespace Differentiable.Tensors;

/// <summary>What operations are given.</summary>
internal static class Operands
{
    /// <summary>The value as it is now, which does not change; of a variable, active tapes take note.</summary>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    public static Tensor<T> Now<T>(this Tensor<T>? tensor, [CallerArgumentExpression(nameof(tensor))] string name = "")
        where T : unmanaged => tensor is not null
            ? tensor.Access()
            : throw Missing(name);

    /// <summary>The tensor, of which only the shape is looked at so far.</summary>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    public static TTensor Given<TTensor>(this TTensor? tensor, [CallerArgumentExpression(nameof(tensor))] string name = "")
        where TTensor : TensorBase => tensor ?? throw Missing(name);

    private static ArgumentNullException Missing(string name) =>
        new(name, "A tensor is null. The gradient with respect to what a target does not depend on is null, too; ask for UnconnectedGradients.Zero to get zeros.");
}
