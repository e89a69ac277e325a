using System.Reflection;
using Differentiable.Tests.Fuzz.Oracle;
using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Contract;
using Differentiable.Tests.Testing.Engines;
using Xunit.Sdk;

namespace Differentiable.Tests.Fuzz.Harness;

/// <summary>Runs every generated member of a program on samples, and compares with forward mode.</summary>
internal static class FuzzRun
{
    private const int LeastSamples = 3;

    private const double Tolerance = 1e-10;

    /// <summary>Past it, rounding is no longer far below the tolerance.</summary>
    private const double LargestDerivative = 1e6;

    public static (FailureKind Kind, string Message)? Check(Type program, Type retyped)
    {
        foreach (MethodInfo method in program.GetMethods().Where(m => m.IsDefined(typeof(DifferentiableAttribute))))
        {
            CorpusFunction function = new(method);
            ForwardMode oracle = new(function, retyped.GetMethod(method.Name)!);
            for (int sample = 0; sample < Math.Max(LeastSamples, function.SampleCount); sample++)
            {
                if (Check(function, oracle, sample) is { } failure)
                    return failure;
            }
        }
        return null;
    }

    private static (FailureKind, string)? Check(CorpusFunction function, ForwardMode oracle, int sample)
    {
        object?[] arguments = function.Sample(sample);
        double[][] jacobian;
        try
        {
            double[] expected = function.Run(arguments).Outputs, values = oracle.Values(arguments);
            if (!Bits.Of(expected).SequenceEqual(Bits.Of(values)))
                return (FailureKind.Program, $"{function} #{sample}: the retyped program computes something else");
            jacobian = oracle.Jacobian(arguments);
            if (!expected.Concat(jacobian.SelectMany(row => row)).All(v => Math.Abs(v) < LargestDerivative))
                return null;
        }
        catch (Exception guard) when (guard is InvalidOperationException or ArgumentException { ParamName: "x" })
        {
            return null;
        }
        catch (Exception defect)
        {
            return (FailureKind.Program, $"{function} #{sample}: {defect}");
        }
        return ReverseEngines.For(function).Select(engine => Check(function, jacobian, sample, engine)).FirstOrDefault(f => f is not null);
    }

    private static (FailureKind, string)? Check(CorpusFunction function, double[][] jacobian, int sample, ReverseEngine engine)
    {
        string what = $"{function} #{sample} by {engine}";
        try
        {
            Numerics.Prepared run = new(function, sample, engine);
            double[] expected = [.. jacobian.Select(row => row.Zip(run.Cotangents, (slope, weight) => slope * weight).Sum())];
            MemberCall call = run.Call.Run();
            Agreement.Within(expected, call.Adjoints(function), Tolerance * Scale(jacobian, run.Cotangents), what);
            Numerics.Checks.GivesAndLeavesWhatTheFunctionDoes(function, sample, engine);
            return null;
        }
        catch (XunitException difference)
        {
            bool isGradient = difference.Message.StartsWith(what, StringComparison.Ordinal);
            return (isGradient ? FailureKind.Gradient : FailureKind.Primal, difference.Message);
        }
        catch (Exception defect)
        {
            return (FailureKind.Exception, $"{what}: {defect}");
        }
    }

    private static double Scale(double[][] jacobian, double[] cotangents) =>
        jacobian.SelectMany(row => row.Zip(cotangents, (slope, weight) => Math.Abs(slope * weight))).Append(1).Max();
}
