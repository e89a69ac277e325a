using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Messages that a machine of states takes out of a queue: what the language has for telling them apart.</summary>
public static partial class MessageMachine
{
    private enum Kind { Gain, Mix, Delay, Stop }

    private readonly record struct Message(Kind Kind, double Value, int Target = 0)
    {
        public bool IsLoud => Value is > 1.2 or < -1.2;
    }

    [Differentiable, Allocates("a copy of the middle")]
    public static double Run([Length(4)] double[] values, [Range(0.5, 0.9)] double damping)
    {
        Queue<Message> messages = new();
        foreach (var (i, v) in values.Index())
            messages.Enqueue(new((Kind)(i % 3), v, i));
        double[] state = [1, damping, .. values[1..3]];
        double total = 0;
        int budget = 12;
        try
        {
            while (messages.TryDequeue(out Message message) && budget-- > 0)
            {
                switch (message)
                {
                    case { Kind: Kind.Gain, IsLoud: true, Value: var v }:
                        state[0] *= v;
                        messages.Enqueue(message with { Value = v * damping, Kind = Kind.Delay });
                        goto default;
                    case (Kind.Gain, var v, _):
                        state[0] += v;
                        break;
                    case (Kind.Mix, _, var target) when target % 2 == 1:
                        (state[0], state[target]) = (state[target], message.Value * state[0]);
                        goto default;
                    case { Kind: Kind.Delay, Target: >= 1 and < 4 and var index }:
                        state[index] = state[index] * damping + message.Value;
                        if (budget > 6)
                            messages.Enqueue(message with { Target = index - 1, Value = Math.Sin(message.Value) });
                        break;
                    default:
                        total += 0.1 * state.Sum();
                        break;
                }
                total += state switch
                {
                    [> 2, .. var rest] => rest[0],
                    [var a, _, .., var b] when a > b => a * b,
                    [.., { } last] => last * last,
                    _ => 0,
                };
            }
        }
        finally
        {
            total /= 2;
        }
        return total;
    }
}

/// <summary>Polynomials of Chebyshev for any number: nodes, coefficients and sums, by small functions that are generic.</summary>
public static partial class ChebyshevFit
{
    private readonly struct Series<T>(T[] coefficients) : IAdditionOperators<Series<T>, Series<T>, Series<T>>, IMultiplyOperators<Series<T>, T, Series<T>> where T : IFloatingPointIeee754<T>
    {
        private readonly T[] _c = coefficients;

        public T this[T x]
        {
            get
            {
                T b1 = T.Zero, b2 = T.Zero, twice = x + x;
                for (int k = _c.Length - 1; k > 0; k--)
                    (b1, b2) = (_c[k] + twice * b1 - b2, b1);
                return _c[0] + x * b1 - b2;
            }
        }

        public Series<T> Derivative()
        {
            int n = _c.Length;
            T[] d = new T[n];
            for (int k = n - 2; k >= 0; k--)
                d[k] = (k + 2 < n ? d[k + 2] : T.Zero) + T.CreateChecked(2 * (k + 1)) * _c[k + 1];
            d[0] /= T.One + T.One;
            return new(d);
        }

        public static Series<T> operator +(Series<T> a, Series<T> b)
        {
            T[] sum = [.. a._c];
            for (int i = 0; i < sum.Length; i++)
                sum[i] += b._c[i];
            return new(sum);
        }

        public static Series<T> operator *(Series<T> a, T s) => new(Array.ConvertAll(a._c, c => s * c));

        public static Series<T> Fit(Func<T, T> f, int n)
        {
            T[] values = new T[n], c = new T[n];
            for (int j = 0; j < n; j++)
                values[j] = f(T.CosPi(T.CreateChecked(j + 0.5) / T.CreateChecked(n)));
            for (int k = 0; k < n; k++)
            {
                for (int j = 0; j < n; j++)
                    c[k] += values[j] * T.CosPi(T.CreateChecked(k * (j + 0.5)) / T.CreateChecked(n));
                c[k] *= T.CreateChecked(k == 0 ? 1.0 : 2.0) / T.CreateChecked(n);
            }
            return new(c);
        }
    }

    [Differentiable]
    [TypeArguments(typeof(double))]
    public static T Value<T>(T rate, T x, [Values(4, 5)] int n) where T : IFloatingPointIeee754<T>
    {
        var series = Series<T>.Fit(t => T.Exp(rate * t) / (T.One + t * t * x), n);
        var slope = series.Derivative();
        return (series * rate + slope)[x / T.CreateChecked(2)] - slope[T.Zero];
    }
}

/// <summary>A formula in text, evaluated on a stack: characters decide, numbers flow.</summary>
public static partial class TextInterpreter
{
    [Differentiable]
    public static double Evaluate([Length(3)] ReadOnlySpan<double> slots, [Range(0.6, 1.2)] double depth)
    {
        const string program = "a b * c + s a c / b - n @ + ";
        Span<double> stack = stackalloc double[8];
        int top = 0;
        double deepest = depth;
        foreach (char c in program)
        {
            switch (c)
            {
                case >= 'a' and <= 'c':
                    stack[top++] = slots[c - 'a'];
                    continue;
                case '@':
                    try
                    {
                        stack[top - 1] += deepest;
                        break;
                    }
                    finally
                    {
                        deepest *= 0.9;
                    }
                case 's' or 'n':
                    ref double last = ref stack[top - 1];
                    last = c == 's' ? Math.Sin(last) : -last;
                    break;
                case ' ':
                    break;
                default:
                    double right = stack[--top];
                    stack[top - 1] = Apply(c, stack[top - 1], right);
                    break;
            }
        }
        return stack[..top] is [var result] ? result * deepest : throw new FormatException($"{top} values are left.");
    }

    private static double Apply(char operation, double a, double b) => operation switch
    {
        '+' => a + b,
        '-' => a - b,
        '*' => a * b,
        '/' when b != 0 => a / b,
        '/' => 0,
        _ => throw new FormatException($"'{operation}' is no operation."),
    };
}
