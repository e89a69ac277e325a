using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Sequences, lists, stacks and queues in one method each.</summary>
public static partial class Collections
{
    [Differentiable, Allocates("orders, and rows")]
    public static double Sequences([Elements(0.7, 0.45, 1.3, 0.2, 0.95)] double[] x)
    {
        var weighed = (from p in x.Select((v, i) => (v, i)) where p.v > 0 let w = p.v * p.v orderby -w select w * Math.Exp(-p.i)).ToArray();
        var product = x.Zip(weighed, (a, b) => a * b).Aggregate(1.0, (a, b) => a * (1 + b));
        double[][] rows = x.Chunk(2).ToArray();
        double parts = rows.Sum(r => r.Average() * r.Max()) + rows.SelectMany(r => r.Reverse().Select(v => v * v)).Skip(1).First();
        double ordered = x.OrderByDescending(v => Math.Abs(v - 0.6)).ThenBy(v => v).Take(2).Aggregate((a, b) => a * a * b);
        return product + parts + ordered + x.MinBy(v => v * v - v) * x.TakeWhile(v => v < 0.9).Sum() + Enumerable.Range(0, x.Length).Sum(i => x[i] * x[^(i + 1)]);
    }

    [Differentiable, Allocates("a sort by a function")]
    public static double Containers([Elements(0.7, 0.45, 1.3, 0.2, 0.95)] double[] x)
    {
        var list = new List<(double Key, double Weight)>();
        var stack = new Stack<double>();
        var queue = new Queue<(double X, double Y)>();
        foreach (var v in x)
        {
            list.Add((v * v, v));
            list.Insert(0, (v + 1, v * 2));
            stack.Push(v * stack.Count);
            queue.Enqueue((v, v * v));
            if (queue.Count > 2)
                stack.Push(queue.Dequeue().Y);
        }
        list.Sort((a, b) => b.Key.CompareTo(a.Key));
        list.RemoveAll(e => e.Key < 0.2);
        double sum = 0;
        while (stack.TryPop(out double y) && stack.Count > 0)
            sum = sum * 0.7 + y * stack.Peek();
        for (int i = 0; i < list.Count; i++)
        {
            var e = list[i];
            e.Weight *= e.Key + i;
            list[i] = e;
        }
        list.Reverse();
        var last = list[^1];
        list.RemoveAt(list.Count - 1);
        list.AddRange([last, (sum, sum * sum)]);
        return list.Select(e => e.Key * e.Weight).Sum() + queue.Peek().X * queue.Dequeue().Y + sum;
    }
}
