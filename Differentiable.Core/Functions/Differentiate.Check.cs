using System.Diagnostics.CodeAnalysis;

namespace Differentiable;

// Numeric verification.
public static partial class Differentiate
{
    /// <summary>
    /// Compares the generated gradient of a method with its generated forward mode, where that was asked for, and with a sweep of central
    /// differences of the method itself.
    /// </summary>
    /// <remarks>
    /// For tests and for the moment of doubt, not for production: it runs the method some forty times for each number among its inputs, by
    /// reflection. Differences tell about eleven digits where the method is smooth; at a kink, a jump or a singularity they may part from a
    /// gradient that follows the conventions there.
    /// </remarks>
    /// <param name="function">
    /// The method, as a method group: <c>Differentiate.Check(Model.Loss, 2.0, weights)</c>, <c>Differentiate.Check(Model.Norm&lt;double&gt;, 2.0)</c>, or
    /// <c>Differentiate.Check(particle.Energy, 2.0)</c> for the method of a struct or of an object, whose marked members are inputs too.
    /// </param>
    /// <param name="arguments">Its arguments; arrays stand for spans. They are not changed.</param>
    /// <returns>What each way says about each input; <see cref="GradientCheck.ToString"/> shows where they part.</returns>
    /// <exception cref="ArgumentException">The method has no generated gradient or cannot be checked, or the arguments are not its.</exception>
    [RequiresDynamicCode("Calls methods that it finds by their names.")]
    [RequiresUnreferencedCode("Calls methods that it finds by their names.")]
    public static GradientCheck Check(Delegate function, params object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(arguments);
        return GradientChecker.Run(function, arguments);
    }
}
