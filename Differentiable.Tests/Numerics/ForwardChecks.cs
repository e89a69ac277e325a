using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Engines;

namespace Differentiable.Tests.Numerics;

/// <summary>What must hold for each function and engine of forward mode and of second order.</summary>
internal static class ForwardChecks
{
    /// <summary>Relative to the magnitude of what was added up; where that cancelled in the function already, to numbers of about one.</summary>
    private static double Margin(CorpusFunction function, double magnitude) =>
        10 * function.Precision.Rounding() * Math.Max(magnitude, 1e-3);

    /// <summary>⟨J v, w⟩ = ⟨v, Jᵀ w⟩.</summary>
    public static void IsTransposeOfReverse(CorpusFunction function, int sample, TangentEngine engine)
    {
        Prepared reverse = new(function, sample, new VjpEngine());
        double[] direction = Direction.Random(function, reverse.Arguments, sample + 1);
        double[] tangents = engine.Run(function, reverse.Arguments, direction).Tangents;
        double[] adjoints = reverse.Call.Run().Adjoints(function);
        double margin = Margin(function, Direction.Magnitude(tangents, reverse.Cotangents) + Direction.Magnitude(direction, adjoints));
        Agreement.Within([Direction.Dot(direction, adjoints)], [Direction.Dot(tangents, reverse.Cotangents)], margin, $"{function} #{sample} by {engine}");
    }

    /// <summary>The value is the function's to the bit, and so is what is left in the arguments.</summary>
    public static void GivesAndLeavesWhatTheFunctionDoes(CorpusFunction function, int sample, TangentEngine engine)
    {
        object?[] arguments = function.Sample(sample);
        if (function.RoundsDifferently)
            return;
        if (engine.Run(function, arguments, Direction.Random(function, arguments, sample)).Visible is { } visible)
            Assert.Equal(function.Run(arguments).Bits, visible);
    }

    /// <summary>⟨u, H v⟩ = ⟨v, H u⟩.</summary>
    public static void IsSymmetric(CorpusFunction function, int sample, CurvatureEngine engine)
    {
        object?[] arguments = function.Sample(sample);
        double[] u = Direction.Random(function, arguments, sample + 1), v = Direction.Random(function, arguments, sample + 2);
        double[] hu = engine.Product(function, arguments, u), hv = engine.Product(function, arguments, v);
        double margin = Margin(function, Direction.Magnitude(u, hv) + Direction.Magnitude(v, hu));
        Agreement.Within([Direction.Dot(u, hv)], [Direction.Dot(v, hu)], margin, $"{function} #{sample} by {engine}");
    }

    /// <summary>The gradient has rounded already, of which differences make more.</summary>
    private static double Tolerance(CorpusFunction function) => function.Precision == Precision.Double ? function.Tolerance : 3 * function.Tolerance;

    /// <summary>The product is the derivative of the gradient along the direction.</summary>
    public static void AgreesWithDifferencesOfTheGradient(CorpusFunction function, int sample, CurvatureEngine engine)
    {
        object?[] arguments = function.Sample(sample);
        double[] direction = Direction.Random(function, arguments, sample + 1);
        ReverseEngine gradient = ReverseEngines.Get("Gradient");
        double[] at = gradient.Prepare(function.Run(arguments), arguments, []).Run().Adjoints(function);
        double[] actual = engine.Product(function, arguments, direction);
        double[] expected = Reference.DirectionalDerivative(
            function, arguments, direction, moved => gradient.Prepare(function.Run(moved), moved, []).Run().Adjoints(function));
        double scale = expected.Concat(at.Select(g => function.Precision.LeastCurvature() * g)).Select(Math.Abs).Append(1e-3).Max();
        Agreement.Within(expected, actual, Tolerance(function) * scale, $"{function} #{sample} by {engine}");
    }
}
