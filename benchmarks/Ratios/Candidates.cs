using Differentiable.Benchmarks.Ratios.Programs;

namespace Differentiable.Benchmarks.Ratios;

/// <summary>The programs that are measured, with their data.</summary>
internal static class Candidates
{
    private const int Coefficients = 100;
    private const int Scores = 1_000;
    private const int Steps = 1_000;
    private const int Rows = 100;
    private const int Columns = 100;

    public static IReadOnlyList<Candidate> All { get; } = [Horner(), LogSumExp(), Verlet(), MatrixVector()];

    private static Candidate Horner()
    {
        double[] coefficients = Data(Coefficients, seed: 1);
        double[] dcoefficients = new double[Coefficients];
        return new Candidate(
            $"polynomial, {Coefficients} coefficients",
            () => Polynomial.Horner(coefficients, 0.99),
            () => Polynomial.HornerGradient(coefficients, 0.99, dcoefficients),
            () => Polynomial.HornerValueAndGradient(coefficients, 0.99, dcoefficients).x);
    }

    private static Candidate LogSumExp()
    {
        double[] scores = Data(Scores, seed: 2);
        double[] dscores = new double[Scores];
        return new Candidate(
            $"log-sum-exp, {Scores} scores",
            () => Normalization.LogSumExp(scores),
            () =>
            {
                Normalization.LogSumExpGradient(scores, dscores);
                return dscores[0];
            },
            () => Normalization.LogSumExpValueAndGradient(scores, dscores));
    }

    private static Candidate Verlet() => new(
        $"Verlet, {Steps} steps",
        () => Kepler.Verlet(1, 0, 0, 1.1, 0.01, Steps),
        () => Kepler.VerletGradient(1, 0, 0, 1.1, 0.01, Steps).x,
        () => Kepler.VerletValueAndGradient(1, 0, 0, 1.1, 0.01, Steps).value);

    private static Candidate MatrixVector()
    {
        double[] matrix = Data(Rows * Columns, seed: 3);
        double[] vector = Data(Columns, seed: 4);
        double[] dmatrix = new double[Rows * Columns];
        double[] dvector = new double[Columns];
        return new Candidate(
            $"matrix-vector, {Rows} × {Columns}",
            () => LinearAlgebra.SquaredNorm(matrix, vector),
            () =>
            {
                LinearAlgebra.SquaredNormGradient(matrix, vector, dmatrix, dvector);
                return dvector[0];
            },
            () => LinearAlgebra.SquaredNormValueAndGradient(matrix, vector, dmatrix, dvector));
    }

    private static double[] Data(int length, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, length).Select(_ => 2 * random.NextDouble() - 1)];
    }
}
