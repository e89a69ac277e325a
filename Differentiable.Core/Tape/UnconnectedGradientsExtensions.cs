namespace Differentiable;

/// <summary>What is asked of the choice between null and zeros.</summary>
internal static class UnconnectedGradientsExtensions
{
    /// <summary>Refuses what was made of a number and is neither of the two.</summary>
    public static void RequireKnown(this UnconnectedGradients unconnectedGradients)
    {
        if (!Enum.IsDefined(unconnectedGradients))
            throw new ArgumentOutOfRangeException(nameof(unconnectedGradients), unconnectedGradients, "Use UnconnectedGradients.None or UnconnectedGradients.Zero.");
    }
}
