using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Collections;

/// <summary>Lists, stacks and queues that a method makes for itself.</summary>
public static partial class Lists
{
    [Differentiable]
    public static double Filled([Length(5), Range(0.5, 2)] double[] x, [Range(1, 2)] double at)
    {
        var list = new List<double>();
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0.6)
                list.Add(x[i] * at);
        }
        list.Add(at);
        list[0] *= at;
        list.Insert(list.Count / 2, at * list[^1]);
        if (list.Count > 3)
            list.RemoveAt(2);
        double sum = 0;
        foreach (double v in list)
            sum += v * v * sum + v;
        for (int i = 0; i < list.Count; i++)
            sum += list[i] * list[i];
        return sum + list[0] + list.Count;
    }

    [Differentiable]
    public static double Made([Length(3)] double[] x, double at)
    {
        List<double> a = [1, at, .. x], b = new() { at * at, x[0] }, c = x.ToList();
        var d = new List<double>(x);
        var e = new List<double>(10) { 3, at };
        c[0] *= 5;
        d[0] *= 7;
        c.AddRange(a);
        d.AddRange(x.Select(v => v * v));
        e.AddRange(d);
        c.Reverse();
        double[] all = [.. a, .. b, .. c, .. d, .. e];
        return all.Select((v, i) => v * v * (i + 1)).Sum() + c.ToArray()[2] + c.Count * at;
    }

    /// <summary>What is added is written down, a span, or put in between.</summary>
    [Differentiable]
    public static double Ranges([Length(3)] double[] x, double at)
    {
        List<double> a = [at];
        a.AddRange([at * at, .. x, 2]);
        a.InsertRange(1, [x[0] * at, at]);
        a.AddRange(x.AsSpan(1));
        var b = new List<double>([at, x[1]]);
        var stack = new Stack<double>([at, x[2]]);
        double[] copy = new double[12];
        a.CopyTo(copy, 1);
        b.CopyTo(copy);
        return a.Concat([at, 1]).Select((v, i) => v * v * (i + 1)).Sum() + stack.Pop() * copy[1] * copy[4] + x.Zip([1.0, 2.0], (v, w) => v * v * w).Sum();
    }

    [Differentiable, Allocates("an array to look in")]
    public static double Found([Length(4), Range(0.5, 2)] double[] x, double at)
    {
        List<double> list = [.. x, at + 3];
        double sum = list.Find(v => v > 2.5) * list.FindLast(v => v > 0) + list.Find(v => v > 100);
        return sum * (list.Contains(x[1]) ? x[0] : 1) + list.IndexOf(x[2]) * at + list.IndexOf(-1);
    }

    [Differentiable]
    public static double Searched([Length(4), Range(-2, 2)] double[] x, double at)
    {
        var list = new List<double>(x.Select(v => v * at)) { 3 };
        int removed = list.RemoveAll(v => v > 1);
        list.Add(at);
        list.RemoveRange(0, list.Count / 2);
        double sum = 0;
        list.ForEach(v => sum += v * v);
        int first = list.FindIndex(v => v < 1);
        return sum * (list.Exists(v => v > 0) ? at : 1) + removed * list.Sum() + (first < 0 ? 1 : list[first]) + list.Max();
    }

    [Differentiable]
    [Allocates("an order is an array of its own")]
    public static double Sorted([Length(5), Range(-2, 2)] double[] x)
    {
        var list = new List<double>(x);
        list.Sort();
        return list.Select((v, i) => v * v * i).Sum();
    }

    [Differentiable]
    public static double ReversePolish([Length(3), Range(0.5, 1.5)] double[] x)
    {
        ReadOnlySpan<int> code = [0, 1, -1, 2, -2, 0, -3, -1];
        var stack = new Stack<double>();
        foreach (int c in code)
        {
            if (c >= 0)
            {
                stack.Push(x[c]);
                continue;
            }
            double top = stack.Pop();
            stack.Push(c switch { -1 => top * stack.Pop(), -2 => stack.Pop() - top * top, _ => Math.Sin(top) });
        }
        return stack.TryPop(out double value) && !stack.TryPeek(out _) ? value * x[0] + stack.Count : 0;
    }

    [Differentiable]
    public static double BreadthFirst([Range(0.2, 0.8)] double x, [Values(3)] int depth)
    {
        var queue = new Queue<(double Value, int Depth)>();
        queue.Enqueue((x, 0));
        double sum = 0;
        while (queue.TryDequeue(out (double Value, int Depth) node))
        {
            sum += Math.Exp(-node.Value) * node.Value;
            if (node.Depth == depth)
                continue;
            queue.Enqueue((node.Value * x, node.Depth + 1));
            if (node.Depth % 2 == 0)
                queue.Enqueue((Math.Cos(node.Value), node.Depth + 1));
        }
        return sum + queue.Count;
    }

    public readonly record struct Point(double X, double Y)
    {
        public double Norm => (X * X) + (Y * Y);
    }

    [Differentiable]
    public static double OfStructs([Range(0.2, 1.2)] double x, [Values(4)] int n)
    {
        var points = new List<Point> { new(x, 1) };
        for (int i = 0; i < n; i++)
            points.Add(new(points[^1].Y * x, points[i].X + 1));
        points[2] = points[2] with { X = x * x };
        double sum = points.Sum(point => point.Norm);
        foreach ((double a, double b) in points)
            sum += a * b;
        return sum + points.MaxBy(point => point.X).Y;
    }

    [Differentiable]
    [Allocates("rows are arrays of their own")]
    public static double OfRows([Range(0.2, 1.2)] double x, [Values(4)] int n)
    {
        var rows = new List<double[]>();
        for (int i = 0; i < n; i++)
        {
            double[] row = new double[i + 1];
            for (int j = 0; j <= i; j++)
                row[j] = Math.Pow(x, j) * (i == 0 ? 1 : rows[i - 1][0] + j);
            rows.Add(row);
        }
        rows[1][0] *= x;
        double sum = 0;
        foreach (double[] row in rows)
            sum += row.Sum() * row[^1];
        return sum;
    }

    [Differentiable]
    public static double InFunctionsAndRounds([Length(4), Range(0.5, 1.5)] double[] x)
    {
        var last = new List<double>();
        void Push(double v)
        {
            last.Add(v * v);
            if (last.Count > 3)
                last.RemoveAt(0);
        }
        foreach (double v in x)
        {
            Push(v);
            var round = new List<double> { v };
            round.AddRange(last);
            last[0] += round[^1] * round[0];
        }
        Array.ForEach(x, v => last.Add(v));
        return last.Aggregate(1.0, (a, b) => a * b);
    }

    [Differentiable]
    public static double Cleared([Range(0.2, 0.8)] double x)
    {
        double sum = 0;
        for (int k = 0; k < 3; k++)
        {
            var seen = new List<double>();
            while (seen.Count < k + 2)
            {
                seen.Add(x * (seen.Count + 1 + sum));
                if (seen.Count == 4)
                    break;
            }
            sum += seen.Average() * seen[0];
            seen.Clear();
            sum += seen.Count;
        }
        return sum;
    }

    [Differentiable]
    [TypeArguments(typeof(double))]
    public static T Powers<T>(T x, [Values(3)] int n)
        where T : IFloatingPointIeee754<T>
    {
        var powers = new List<T>();
        for (int i = 0; i < n; i++)
            powers.Add(T.Exp(x * T.CreateChecked(i)));
        T sum = T.Zero;
        foreach (T power in powers)
            sum += power * power;
        return sum;
    }

    /// <summary>Structs in a list; a caller carries one direction at a time, as this does.</summary>
    [Differentiable]
    public static double OfStructs([Length(4)] double[] x)
    {
        List<(double A, double B)> list = [(x[0], x[1])];
        foreach (double v in x)
            list.Add((v * list[^1].B, list[^1].B));
        return list.Sum(q => q.A * q.B);
    }

    [Differentiable]
    public static double CallsOfStructs([Length(4)] double[] x) => OfStructs(x) * x[2];

    [Differentiable]
    [Allocates("a list that is not followed is an object")]
    public static double JoinedWithConstants([Length(3)] double[] x, [Values(2)] int n)
    {
        List<double> fixedOnes = [3, n], list = [.. x];
        fixedOnes.Capacity = 9;
        list.AddRange(fixedOnes);
        var all = new List<double>(fixedOnes);
        all.AddRange(list);
        return all.Select((v, i) => v * v * (i + 1)).Sum();
    }
}
