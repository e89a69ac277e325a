using System.Numerics;
using Differentiable.Generators.Ir;

namespace Differentiable.Tests.Rules;

/// <summary>
/// The complex-step derivative, <c>Im f(x + ih) / h</c> (Squire and Trapp, "Using complex variables to estimate derivatives", 1998), of
/// the functions that <see cref="Complex"/> has. Its sine and its exponential do not keep tiny imaginary parts, so the step stays moderate
/// and is extrapolated to zero.
/// </summary>
public static class ComplexStep
{
    private const double Step = 0.02;

    private static readonly IReadOnlyDictionary<Op, Func<Complex[], Complex>> Functions = new Dictionary<Op, Func<Complex[], Complex>>
    {
        [Op.Negate] = z => -z[0],
        [Op.Add] = z => z[0] + z[1],
        [Op.Subtract] = z => z[0] - z[1],
        [Op.Multiply] = z => z[0] * z[1],
        [Op.Divide] = z => z[0] / z[1],
        [Op.FusedMultiplyAdd] = z => (z[0] * z[1]) + z[2],
        [Op.Lerp] = z => (z[0] * (1 - z[2])) + (z[1] * z[2]),

        [Op.Sqrt] = z => Complex.Sqrt(z[0]),
        [Op.Cbrt] = z => Complex.Exp(Complex.Log(z[0]) / 3),
        [Op.Pow] = z => Complex.Exp(z[1] * Complex.Log(z[0])),
        [Op.Hypot] = z => Complex.Sqrt((z[0] * z[0]) + (z[1] * z[1])),

        [Op.Exp] = z => Complex.Exp(z[0]),
        [Op.Exp2] = z => Complex.Exp(z[0] * Math.Log(2)),
        [Op.Exp10] = z => Complex.Exp(z[0] * Math.Log(10)),
        [Op.ExpM1] = z => Complex.Exp(z[0]) - 1,
        [Op.Log] = z => Complex.Log(z[0]),
        [Op.LogBase] = z => Complex.Log(z[0]) / Complex.Log(z[1]),
        [Op.Log10] = z => Complex.Log(z[0]) / Math.Log(10),
        [Op.LogP1] = z => Complex.Log(1 + z[0]),

        [Op.Sin] = z => Complex.Sin(z[0]),
        [Op.Cos] = z => Complex.Cos(z[0]),
        [Op.Tan] = z => Complex.Tan(z[0]),
        [Op.Asin] = z => Complex.Asin(z[0]),
        [Op.Acos] = z => Complex.Acos(z[0]),
        [Op.SinPi] = z => Complex.Sin(Math.PI * z[0]),
        [Op.CosPi] = z => Complex.Cos(Math.PI * z[0]),

        [Op.Sinh] = z => Complex.Sinh(z[0]),
        [Op.Cosh] = z => Complex.Cosh(z[0]),
        [Op.Tanh] = z => Complex.Tanh(z[0]),
        [Op.Asinh] = z => Complex.Log(z[0] + Complex.Sqrt((z[0] * z[0]) + 1)),
        [Op.Acosh] = z => Complex.Log(z[0] + Complex.Sqrt((z[0] * z[0]) - 1)),
        [Op.Atanh] = z => (Complex.Log(1 + z[0]) - Complex.Log(1 - z[0])) / 2,
    };

    public static TheoryData<string> Operations => [.. Functions.Keys.Select(op => op.ToString())];

    internal static double Derivative(Op op, double[] point, int operand) =>
        Richardson.Limit(h => Functions[op](Stepped(point, operand, h)).Imaginary / h, Step);

    private static Complex[] Stepped(double[] point, int operand, double h) =>
        [.. point.Select((value, i) => new Complex(value, i == operand ? h : 0))];
}
