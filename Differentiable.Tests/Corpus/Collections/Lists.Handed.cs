using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Collections;

/// <summary>Lists that are handed to other code, and functions that call themselves.</summary>
public static partial class Lists
{
    [Differentiable]
    public static double Handed([Length(3), Range(0.5, 1.5)] double[] x, double at)
    {
        List<double> squares = new(), other = [at];
        foreach (double v in x)
            AddSquare(squares, v * at);
        AddSquare(other, Sum(squares));
        Scale(other, v => v * at);
        Move(other, squares);
        var stack = new Stack<double>();
        stack.Push(Last(squares));
        stack.Push(at);
        Double(other, 1);
        return Sum(squares) + other.Sum() + Product(stack) + stack.Count;

        void Double(List<double> list, int first)
        {
            for (int i = first; i < list.Count; i++)
                list[i] *= 2;
            list.Add(at);
        }
    }

    [Differentiable]
    [Allocates("an order is an array of its own")]
    public static double SortedInRecursion([Length(4), Range(-2, 2)] double[] x, [Values(3)] int n)
    {
        List<double> list = [.. x];
        double Weighted(int k)
        {
            if (k == 0)
                return list[0];
            list.Sort();
            list[k] *= list[0];
            return list[1] * list[1] + Weighted(k - 1);
        }
        return Weighted(n) + list[^1];
    }

    /// <summary>The swaps stand in a helper that a recursive function hands the list to.</summary>
    [Differentiable]
    public static double SwappedInRecursion([Length(4)] double[] x)
    {
        List<double> list = [.. x];
        double before = list[0] * list[0];
        double Rec(int low, int high)
        {
            if (low >= high)
                return list[0] * list[1];
            Exchange(list, low, high);
            return Rec(low + 1, high - 1) * list[low];
        }
        return before * Rec(0, list.Count - 1) * list[0];
    }

    private static void Exchange(List<double> list, int i, int j)
    {
        (list[i], list[j]) = (list[j], list[i]);
        list[i]++;
    }

    private static void AddSquare(List<double> list, double v)
    {
        list.Add(v * v);
        if (list.Count == 3)
            AddSquare(list, v, list.Count);
    }

    private static void AddSquare(List<double> list, double v, int times) => list.Add(v * v * times);

    private static void Move(List<double> from, List<double> to)
    {
        to.AddRange(from);
        from.RemoveAt(0);
    }

    private static void Scale(List<double> list, Func<double, double> scaled)
    {
        for (int i = 0; i < list.Count; i++)
            list[i] = scaled(list[i]);
    }

    private static double Sum(this List<double> list)
    {
        double sum = 0;
        foreach (double v in list)
            sum += v * v * sum + v;
        return sum + list.Select(v => v * v).Average();
    }

    private static double Product(Stack<double> stack)
    {
        double product = 1;
        while (stack.TryPop(out double top))
            product *= top;
        return product;
    }

    private static T Last<T>(List<T> list) => list[^1];
}
