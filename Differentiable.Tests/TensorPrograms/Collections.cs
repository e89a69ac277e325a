using Differentiable.Tensors;

namespace Differentiable.Tests.TensorPrograms;

/// <summary>Lists, stacks and queues of tensors, and LINQ over arrays of them. Weights have the shape [2, 2], biases [2].</summary>
internal static partial class Collections
{
    [Differentiable]
    public static Tensor<double> States(Tensor<double> w, Tensor<double> b)
    {
        List<Tensor<double>> states = [];
        Tensor<double> state = b;
        for (int i = 0; i < 4; i++)
        {
            state = Tensor.Tanh(Tensor.MatVec(w, state) + b);
            states.Add(state);
        }
        return (Tensor.Stack<double>([.. states]) * states[^1]) + states[0];
    }

    [Differentiable]
    public static Tensor<double> Rearranged(Tensor<double> w, Tensor<double> b)
    {
        var list = new List<Tensor<double>> { b, w[0] };
        for (int i = 0; i < 5; i++)
            list.Add(list[^1] * list[list.Count - 2]);
        list[1] = Tensor.Sin(b);
        list.RemoveAt(2);
        list.Insert(0, w[1]);
        list.Reverse();
        Tensor<double> sum = Tensor.Zeros<double>();
        foreach (Tensor<double> element in list)
            sum += Tensor.Sum(element * element);
        return sum;
    }

    [Differentiable]
    public static Tensor<double> Filled(Tensor<double> w, Tensor<double> b)
    {
        var parts = new List<Tensor<double>>();
        Fill(parts, w, b);
        return Tensor.Concatenate<double>(parts.ToArray()) * Tensor.Sum(b);
    }

    /// <summary>Blocks that see all blocks before them.</summary>
    [Differentiable]
    public static Tensor<double> Dense(Tensor<double> w, Tensor<double> b)
    {
        List<Tensor<double>> done = [b];
        for (int layer = 0; layer < 3; layer++)
        {
            Tensor<double> all = Tensor.Concatenate<double>([.. done]);
            done.Add(Tensor.Tanh((all[..2] * Tensor.Sum(w[layer % 2])) + all[^2..]));
        }
        return Tensor.Sum(Tensor.Stack<double>([.. done]) * w[0]) * b;
    }

    [Differentiable]
    public static Tensor<double> Evaluated(Tensor<double> w, Tensor<double> b)
    {
        Stack<Tensor<double>> stack = new();
        stack.Push(b);
        stack.Push(w[0]);
        stack.Push(w[1] * b);
        foreach (char code in "*+")
        {
            Tensor<double> right = stack.Pop(), left = stack.Pop();
            stack.Push(code == '*' ? left * right : left + right);
        }
        return stack.Peek();
    }

    [Differentiable]
    public static Tensor<double> Waiting(Tensor<double> w, Tensor<double> b)
    {
        Queue<Tensor<double>> queue = new();
        queue.Enqueue(b);
        for (int i = 0; i < 5; i++)
        {
            Tensor<double> next = queue.Dequeue();
            queue.Enqueue(Tensor.Cos(next));
            if (queue.Count < 3)
                queue.Enqueue(Tensor.MatVec(w, next));
        }
        Tensor<double> sum = Tensor.Zeros<double>();
        while (queue.Count > 0)
            sum += Tensor.Sum(queue.Dequeue());
        return sum;
    }

    [Differentiable]
    public static Tensor<double> Selected(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[] rows = [.. Enumerable.Range(0, 2).Select(i => w[i] * b), b];
        Tensor<double> product = rows.Select((row, i) => row * (i + 1)).Aggregate(Tensor.Ones<double>(2), (x, y) => x * y);
        Tensor<double> sum = rows.Where(row => (bool)(Tensor.Sum(row) > -0.02)).Concat([b * b]).Reverse().Aggregate((x, y) => x + Tensor.Exp(y));
        return (product * sum) + Tensor.Stack<double>(rows.Zip(rows.Skip(1), (x, y) => x * y).Append(b).ToArray());
    }

    [Differentiable]
    public static Tensor<double> Ordered(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[] rows = [w[0], w[1] * b, b];
        Tensor<double> ends = rows.OrderBy(row => (double)Tensor.Sum(row)).First() * rows.MinBy(row => (double)row[0])!;
        return (from row in rows let square = row * row where square.Rank == 1 select square + b).Aggregate((x, y) => x * y) + ends;
    }

    [Differentiable]
    public static double Summed(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[] rows = [w[0], w[1] * b, b];
        return rows.Sum(row => (double)Tensor.Sum(row * row)) + rows.Select(row => Math.Sin(row[0].ToScalar())).Max();
    }

    [Differentiable]
    public static Tensor<double> Layered(Tensor<double> w, Tensor<double> b)
    {
        (Tensor<double> Kernel, Tensor<double> Bias)[] layers = [(w, b), (w * w, b * b)];
        return layers.Aggregate(b, (x, layer) => Tensor.Tanh(Tensor.MatVec(layer.Kernel, x) + layer.Bias));
    }

    private static void Fill(List<Tensor<double>> parts, Tensor<double> w, Tensor<double> b)
    {
        for (int i = 0; i < 2; i++)
            parts.Add(w[i] * b);
        parts.Add(b);
    }
}
