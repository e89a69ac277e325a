namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Tuples whose elements have names, passed by reference, and by value and overwritten afterwards.</summary>
public static partial class TupleReferences
{
    [Differentiable]
    public static double Shift(ref (double P, double Q) pair, double x)
    {
        pair.P *= Math.Sin(pair.Q) * x;
        (pair.P, pair.Q) = (pair.Q, pair.P);
        return pair.P * x;
    }

    [Differentiable]
    public static void Give(double x, out (double P, double Q) pair) => pair = (x * x, Math.Exp(x));

    [Differentiable]
    public static double Product((double P, double Q) pair, double x) => pair.P * pair.Q * x;

    [Differentiable]
    public static double Overwritten(double x, (double P, double Q) pair)
    {
        double first = Product(pair, x);
        pair.P = first * pair.Q;
        Give(x, out (double P, double Q) given);
        double second = Shift(ref pair, first) + Product(given, pair.P);
        pair.Q *= second;
        return second * pair.Q + Product(pair, x);
    }
}
