using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Flow;

/// <summary>Branches of which one throws, and tuples that are assigned from themselves.</summary>
public static partial class TuplesAndThrows
{
    [Differentiable]
    public static double ElseThrows(double x, [Values(1)] int mode)
    {
        if (mode == 1)
            x += 6 * x;
        else
            throw new ArgumentException("The mode must be 1.", nameof(mode));
        return x * x;
    }

    [Differentiable]
    public static double ThenThrows(double x, [Values(2)] int mode)
    {
        double y;
        if (mode == 1)
            throw new ArgumentException("The mode must not be 1.", nameof(mode));
        else
            y = x * x;
        return y * x;
    }

    [Differentiable]
    public static double ChainThatThrows(double x, [Values(1, 2)] int mode)
    {
        double y = x;
        if (mode == 1)
            y *= x;
        else if (mode == 2)
            y = Math.Sin(y) * x;
        else
            throw new ArgumentException("The mode must be 1 or 2.", nameof(mode));
        return y * y;
    }

    [Differentiable]
    public static double SwitchThatThrows(double x, [Values(1, 2)] int mode)
    {
        switch (mode)
        {
            case 1:
                x *= x;
                break;
            case 2:
                x = Math.Exp(x);
                break;
            default:
                throw new ArgumentException("The mode must be 1 or 2.", nameof(mode));
        }
        return x * x;
    }

    [Differentiable]
    public static double ThrowsInALoop([Length(4)] ReadOnlySpan<double> a, double x)
    {
        double s = x;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] < 1e9)
                s = s * a[i] + x;
            else
                throw new InvalidOperationException("Too large.");
            s *= 0.5;
        }
        return s;
    }

    [Differentiable]
    public static double LeavesOrThrows([Length(4)] ReadOnlySpan<double> a, double x)
    {
        int i = 0;
        while (true)
        {
            if (i < a.Length)
            {
                x = x * a[i] + a[0];
                i++;
                if (i == a.Length)
                    break;
                continue;
            }
            throw new InvalidOperationException("Never reached.");
        }
        return x * x;
    }

    [Differentiable]
    public static double SwappedTuple(double x, double y)
    {
        (double a, double b) z = (x, y);
        z = (z.b, z.a);
        return z.a * z.a * z.b;
    }

    [Differentiable]
    public static double ComplexSquares(double x, double y, [Values(3)] int rounds)
    {
        (double Re, double Im) z = (x, y);
        for (int k = 0; k < rounds; k++)
            z = (z.Re * z.Re - z.Im * z.Im + x, 2 * z.Re * z.Im + y);
        return z.Re * z.Re + z.Im * z.Im;
    }

    [Differentiable]
    public static double RotatedIntegers([Length(5)] ReadOnlySpan<double> a, double x)
    {
        (int first, int second, int third) p = (0, 1, 2);
        double sum = 0;
        for (int k = 0; k < 4; k++)
        {
            p = (p.second, p.third, (p.first + 3) % 5);
            sum += a[p.first] * a[p.second] * x + a[p.third];
        }
        return sum;
    }

    [Differentiable]
    public static double ValueBehindInPlaceRounds(double x, [Length(3)] Span<double> w, [Values(2)] int rounds)
    {
        for (int k = 0; k < rounds; k++)
            w[0] = w[0] * w[0] * x;
        double sum = 0;
        foreach (double v in w)
            sum += v * v;
        return sum + w[0];
    }

    [Differentiable]
    public static double ValueBehindACopy(double x, [Length(3)] ReadOnlySpan<double> w0, [Values(2)] int rounds)
    {
        double[] w = w0.ToArray();
        for (int k = 0; k < rounds; k++)
            w[1] = w[1] * w[0] * x;
        double sum = 0;
        for (int i = 0; i < w.Length; i++)
            sum += w[i] * w[i];
        return sum * w[1];
    }
}
