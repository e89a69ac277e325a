using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Flow;

/// <summary>Patterns of vectors, text, characters and objects, jumps between the sections of a switch, and other things that C# has for constants.</summary>
public static partial class Patterns
{
    private static readonly Tier[] s_tiers = [new("low", 1, 0.2), new("high", 3, 0.5)];

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp), Allocates("a copy of the middle")]
    public static double OfArrays([Length(0, 1, 2, 4, 5)] double[] x, double y) => x switch
    {
        [] => y,
        [var only] => only * only * y,
        [var first, > 0.2, ..] => first * y,
        [var first, .. var middle, var last] when middle.Length > 1 => first * last * middle[0] * middle[^1],
        [var first, .., var last] => first + last * last * y,
    };

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double OfSpans([Length(1, 3, 5)] ReadOnlySpan<double> x)
    {
        if (x is not [_, .. var middle, _] || middle.Length < 2)
            return x[0] * x[0];
        return middle is [var a, .., var b] ? a * b * x[0] : x[^1];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp), Allocates("the user's objects")]
    public static double OfConstants(double x, int n)
    {
        Tier tier = new("call", 10, 0.5) { Next = n % 2 == 0 ? null : new("next", n, 2) };
        string text = n > 2 ? "abcd" : "a";
        int? limit = n > 1 ? n : null;
        if (text[0] is >= 'a' and <= 'z' && text is { Length: > 3 } named)
            x *= named.Length;
        if (limit is > 2)
            x *= x;
        if (tier is { Name: "call", Next: { Name: { Length: var k } } })
            x *= k + 2;
        foreach (char c in text)
            x *= c == 'b' ? 2 : 1.5;
        return x;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double Jumps(double x, int n)
    {
        for (int i = 0; i < 3; i++)
        {
            switch (n + i - 2)
            {
                case 1:
                    x *= 2;
                    goto case 3;
                case 2:
                    x *= x;
                    goto default;
                case 3:
                    x += 1;
                    break;
                default:
                    x *= 0.5;
                    if (x > 3)
                        break;
                    x += 2;
                    break;
            }
            x *= 1.1;
        }
        return x;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp), Allocates("the user's collections")]
    public static double MadeCollections(double x, int n)
    {
        var counts = new List<int> { 1, 2, 3 };
        counts[0] = n;
        counts[1] += 2;
        var byName = new Dictionary<string, int> { ["a"] = 4, ["b"] = n };
        var more = new Dictionary<string, int> { { "a", 7 } };
        byName["c"] = 2;
        return x * counts[0] * byName["a"] + x * x * more["a"] * byName["c"] * counts[1];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double TakenApart(double x)
    {
        double sum = 0;
        foreach (var (_, limit, rate) in s_tiers)
            sum += x > limit ? rate * x * limit : rate * x * x;
        var (name, _, last) = s_tiers[1];
        return sum * last * name.Length;
    }

    public sealed record Tier(string Name, double Limit, double Rate)
    {
        public Tier? Next { get; init; }
    }

    /// <summary>A count before and behind a change of the list.</summary>
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp), Allocates("the user's collections")]
    public static double CountsWhatChanges(double x)
    {
        var list = new List<int> { 1 };
        double s = Math.Sin(x * list.Count);
        list.Add(5);
        list.Add(6);
        int i = 0;
        list[i] = ++i;
        list[i] = 10 * i++;
        list[0]++;
        return s * list.Count * (list[0] + list[1]);
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static double OfMaybe(double[]? w, double x)
    {
        if (w is { Length: > 1 and var n } given)
            return n * x * given[0];
        return w is { Length: var m } ? m * x : 2 * x * x;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double OfMissingArrays([Length(1, 3)] double[] x) => OfMaybe(null, x[0]) * OfMaybe(x, x[0]);

    private static object OfNumber(int n) => n % 3 == 0 ? n : n % 3 == 1 ? "one" : 'c';

    /// <summary>What an object is.</summary>
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp), Allocates("objects around numbers")]
    public static double Types(double x, int n)
    {
        object kind = OfNumber(n);
        double scale = kind switch { int => x * x, string and not "two" => Math.Sin(x), _ => 2 };
        switch (kind)
        {
            case char or string:
                return scale * x;
            case int _:
                return scale + x;
            default:
                return kind is not double ? scale : x;
        }
    }

    private abstract record Payoff(double Strike)
    {
        public sealed record Call(double Strike, int Days) : Payoff(Strike);

        public sealed record Put(double Strike, string Name) : Payoff(Strike);
    }

    private static object Made(int n) => n switch { 0 => 3, 1 => "one", 2 => new Payoff.Call(2, 5), 3 => new Payoff.Put(1.5, "far"), 4 => (1.5, 2), 5 => new Payoff.Call(3, 1), _ => new[] { 2.5, 1 } };

    /// <summary>What an object is, with a name for it, for its properties and for its positions.</summary>
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp), Allocates("objects")]
    public static double NamedTypes(double x, [Values(0, 1, 2, 3, 4, 5, 6)] int n)
    {
        object made = Made(n);
        if (made is Payoff and { Strike: > 1.8 and var strike } payoff)
            x *= strike + payoff.Strike;
        return made switch
        {
            int k and > 2 => x * k,
            string { Length: var length } text => x * x * length + text.Length,
            Payoff.Call(var s, > 3) => x * s,
            Payoff.Call call => x * call.Days + Math.Sin(x),
            Payoff.Put(_, { Length: 3 } name) put when put.Strike < 2 => Math.Exp(x) * name.Length,
            ValueTuple<double, int> { Item1: var first } => x * x * first,
            double[] { Length: > 1 } given => given[0] * x,
            _ => 0,
        };
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double JumpsByOtherNames(double x, int n)
    {
        double level = n % 2 + 1;
        switch (level)
        {
            case 1.0:
                x *= 2;
                break;
            case 2:
                x += 1;
                goto case 1;
        }
        switch (n)
        {
            case 'a':
                return x * x;
            case 1:
                goto case 'a';
        }
        return x;
    }
}
