using Differentiable.Generators.Ir;

namespace Differentiable.Tests.Rules;

/// <summary>Derivatives as a book of tables has them, in the operands only: a second, independent source.</summary>
public static class Textbook
{
    private static readonly double Ln2 = Math.Log(2);
    private static readonly double Ln10 = Math.Log(10);

    public static TheoryData<string> Operations => [.. Derivatives.Keys.Select(op => op.ToString())];

    internal static IReadOnlyDictionary<Op, Func<double[], double[]>> Derivatives { get; } = new Dictionary<Op, Func<double[], double[]>>
    {
        [Op.Divide] = v => [1 / v[1], -v[0] / (v[1] * v[1])],
        [Op.Remainder] = v => [1, -Math.Truncate(v[0] / v[1])],
        [Op.Ieee754Remainder] = v => [1, -Math.Round(v[0] / v[1])],

        [Op.Sqrt] = Unary(x => 0.5 / Math.Sqrt(x)),
        [Op.Cbrt] = Unary(x => Math.Pow(x, -2.0 / 3) / 3),
        [Op.Pow] = v => [v[1] * Math.Pow(v[0], v[1] - 1), Math.Pow(v[0], v[1]) * Math.Log(v[0])],
        [Op.Hypot] = v => [v[0] / Norm(v), v[1] / Norm(v)],
        [Op.RootN] = v => [Math.Pow(v[0], (1 / v[1]) - 1) / v[1], 0],
        [Op.ReciprocalEstimate] = Unary(x => -1 / (x * x)),
        [Op.ReciprocalSqrtEstimate] = Unary(x => -0.5 / (x * Math.Sqrt(x))),

        [Op.Exp] = Unary(Math.Exp),
        [Op.Exp2] = Unary(x => Ln2 * Math.Pow(2, x)),
        [Op.Exp10] = Unary(x => Ln10 * Math.Pow(10, x)),
        [Op.ExpM1] = Unary(Math.Exp),
        [Op.Exp2M1] = Unary(x => Ln2 * Math.Pow(2, x)),
        [Op.Exp10M1] = Unary(x => Ln10 * Math.Pow(10, x)),
        [Op.LogBase] = v => [1 / (v[0] * Math.Log(v[1])), -Math.Log(v[0]) / (v[1] * Math.Pow(Math.Log(v[1]), 2))],

        [Op.Tan] = Unary(x => 1 / Math.Pow(Math.Cos(x), 2)),
        [Op.Asin] = Unary(x => 1 / Math.Cos(Math.Asin(x))),
        [Op.Acos] = Unary(x => -1 / Math.Sin(Math.Acos(x))),
        [Op.Atan] = Unary(x => Math.Pow(Math.Cos(Math.Atan(x)), 2)),
        [Op.Atan2] = v => [v[1] / Math.Pow(Norm(v), 2), -v[0] / Math.Pow(Norm(v), 2)],
        [Op.SinPi] = Unary(x => Math.PI * Math.Cos(Math.PI * x)),
        [Op.CosPi] = Unary(x => -Math.PI * Math.Sin(Math.PI * x)),
        [Op.TanPi] = Unary(x => Math.PI / Math.Pow(Math.Cos(Math.PI * x), 2)),

        [Op.Tanh] = Unary(x => 1 / Math.Pow(Math.Cosh(x), 2)),
        [Op.Asinh] = Unary(x => 1 / Math.Cosh(Math.Asinh(x))),
        [Op.Acosh] = Unary(x => 1 / Math.Sinh(Math.Acosh(x))),

        [Op.MinMagnitude] = Choice((a, b) => Math.Abs(a) < Math.Abs(b)),
        [Op.MaxMagnitude] = Choice((a, b) => Math.Abs(a) > Math.Abs(b)),
        [Op.MinNumber] = Choice((a, b) => a < b),
        [Op.MaxNumber] = Choice((a, b) => a > b),
        [Op.MinMagnitudeNumber] = Choice((a, b) => Math.Abs(a) < Math.Abs(b)),
        [Op.MaxMagnitudeNumber] = Choice((a, b) => Math.Abs(a) > Math.Abs(b)),
        [Op.CopySign] = v => [Math.Sign(v[0]) * Math.Sign(v[1]), 0],
    };

    private static Func<double[], double[]> Unary(Func<double, double> derivative) => v => [derivative(v[0])];

    private static Func<double[], double[]> Choice(Func<double, double, bool> takesFirst) =>
        v => takesFirst(v[0], v[1]) ? [1, 0] : [0, 1];

    private static double Norm(double[] v) => Math.Sqrt((v[0] * v[0]) + (v[1] * v[1]));
}
