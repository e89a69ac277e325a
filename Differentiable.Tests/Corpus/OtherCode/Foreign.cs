using System.Diagnostics.Contracts;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.OtherCode;

/// <summary>Data that carries no derivative in types that the generator does not look into: tuples in arrays, linked objects.</summary>
public static partial class Foreign
{
    private static readonly (int Power, double Weight)[] s_terms = [(2, 0.5), (3, -1.5), (0, 2)];
    private static readonly Grid s_grid = new([0.5, 1.5, 2.5]);
    private static readonly Link s_chain = new("abc", new("x", new("four", null)));

    [Differentiable]
    public static double DeconstructedInALoop(double x)
    {
        double sum = 0;
        foreach (var (power, weight) in s_terms)
            sum += Math.Pow(x, power) * weight;
        return sum;
    }

    [Differentiable]
    public static double TupleOfAnElement(double x)
    {
        double sum = 0;
        for (int i = 0; i < s_terms.Length; i++)
        {
            var term = s_terms[i];
            (int power, double weight) = s_terms[^(i + 1)];
            sum += term.Weight * x * x + power * weight * x;
        }
        return sum;
    }

    [Differentiable]
    public static double AlongAChain(double x)
    {
        double s = 1;
        for (Link? link = s_chain; link != null; link = link.Next)
            s = s * x + link.Name.Length * s * s;
        return s;
    }

    [Differentiable]
    public static double AssignedOnceAChain([Length(3)] double[] a, double x)
    {
        Link link = s_chain;
        a[0] = Link.Count(link) * x;
        link = link.Next!;
        return a[0] * x + link.Name.Length;
    }

    [Differentiable]
    [Allocates("an array of references is no buffer of the workspace")]
    public static double LocalStrings(double x)
    {
        string[] names = ["a", "bcd"];
        double s = 0;
        for (int i = 0; i < names.Length; i++)
            s += x * x * names[i].Length;
        return s * x;
    }

    [Differentiable]
    public static double BranchOnAnObject(double x)
    {
        Link? link = s_chain.Next;
        return link is null ? x * x : x * link.Name.Length * x * x;
    }

    [Differentiable]
    public static double LettersInALoop(double x)
    {
        string word = "abc";
        double s = x;
        int i = 0;
        while (i < word.Length)
        {
            char letter = word[i];
            s = letter == 'b' ? s * s : s * x;
            i++;
        }
        return s;
    }

    [Differentiable]
    [Allocates("an array of references is no buffer of the workspace")]
    public static double CallsOfThem(double x) => LocalStrings(x) * BranchOnAnObject(x) + LettersInALoop(x);

    /// <summary>The array that an object has is looked up in each round, and the reverse sweep needs its elements.</summary>
    [Differentiable]
    public static double ArrayOfAnObject(double x)
    {
        double s = x;
        for (int i = 0; i < s_grid.Knots.Length; i++)
            s = Math.Sin(s * s_grid.Knots[i]) + s * x;
        return s;
    }

    public sealed record Grid(double[] Knots);

    public sealed record Link(string Name, Link? Next)
    {
        private static int s_counted;

        [Pure]
        public static int Count(Link link) => link.Name.Length + (0 * s_counted++);
    }

    [Differentiable, Allocates("the user's dictionary")]
    public static double LooksUpBeforeALoop([Length(4)] double[] x)
    {
        var places = new Dictionary<string, int>();
        places.Add("last", 3);
        places.TryGetValue("last", out int at);
        double product = 1;
        for (int i = 0; i < 4; i++)
            product *= x[i];
        return product * x[at];
    }
}
