using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Flow;

/// <summary>Switch statements, switch expressions and patterns.</summary>
public static partial class Switches
{
    public enum Shape
    {
        Linear,
        Quadratic,
        Wave,
    }

    [Differentiable]
    public static double OnConstants(double x, [Values(0, 1, 2, 3)] int kind)
    {
        double y = x;
        switch (kind)
        {
            case 0:
                y *= 2;
                break;
            case 1:
            case 2:
                y = y * y;
                break;
            default:
                y = Math.Sin(y);
                break;
        }
        return y * x;
    }

    [Differentiable]
    public static double OnAnEnum(double x, [Values(0, 1, 2)] Shape shape)
    {
        switch (shape)
        {
            case Shape.Linear:
                return 3 * x;
            case Shape.Quadratic:
                return x * x;
            default:
                return Math.Sin(x);
        }
    }

    [Differentiable]
    public static double EnumExpression(double x, [Values(0, 1, 2)] Shape shape) => shape switch
    {
        Shape.Linear => 2 * x,
        Shape.Quadratic => x * x * x,
        Shape.Wave => Math.Cos(x),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    [Differentiable, Samples(6)]
    public static double RelationalPatterns([Range(-2, 2)] double x) => x switch
    {
        < -1 => -x,
        >= -1 and < 0 => x * x,
        > 1.5 or (> 0.5 and < 0.7) => Math.Exp(x),
        _ => x,
    };

    [Differentiable, Samples(6)]
    public static double WithWhen([Range(-1, 1)] double x, [Range(-1, 1)] double y, [Values(0, 1)] int kind) => kind switch
    {
        0 when x > y => x * y,
        0 => y / (2 + x),
        1 when y > 0 => Math.Sin(x * y),
        _ => x + y * y,
    };

    [Differentiable]
    public static double BreakInsideNestedSwitch(double x, [Values(0, 1, 5)] int a, [Values(0, 1)] int b)
    {
        double y = x;
        switch (a)
        {
            case 0:
                switch (b)
                {
                    case 0:
                        y = y * x;
                        break;
                    case 1:
                        y = y + 1;
                        break;
                }
                y = y * y;
                break;
            case 1:
                if (b == 1)
                    break;
                y = Math.Exp(y);
                break;
        }
        return y * x;
    }

    [Differentiable]
    public static double InsideALoop(double x, [Values(5, 0, 1)] int n)
    {
        double y = x;
        for (int i = 0; i < n; i++)
        {
            switch (i % 3)
            {
                case 0:
                    y = Math.Sin(y) + x;
                    break;
                case 1:
                    y *= y;
                    continue;
                default:
                    y = y / 2 + 1;
                    break;
            }
            y *= x;
        }
        return y;
    }

    [Differentiable, Samples(4)]
    public static double ReturnsInEachArm([Range(-1, 1)] double x, [Values(0, 1)] int kind)
    {
        switch (kind)
        {
            case 0 when x > 0:
                return x * x;
            case 0:
                return -x;
            default:
                if (x > 0)
                    return 1 / (x + 1);
                break;
        }
        return x * x * x;
    }

    [Differentiable]
    public static double OnSeveralValues(double x, [Values(0, 1)] bool a, [Values(0, 0, 1, 1)] bool b) => (a, b) switch
    {
        (true, true) => x,
        (true, false) => x * x,
        (false, true) => Math.Sqrt(x),
        _ => 1 / x,
    };

    [Differentiable, Samples(4)]
    public static double IsPatterns([Range(-1, 1)] double x, [Values(0, 4, 9)] int n)
    {
        if (n is > 3 and < 8)
            return x * n;
        return x is >= 0 ? x * x : n is 0 or 9 ? x * x * x : x;
    }
}
