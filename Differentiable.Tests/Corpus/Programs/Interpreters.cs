using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Machines with data structures: a stack and a memory, a ring that enumerates itself, a search in a graph, a clipped polygon, an automaton.</summary>
public static partial class Interpreters
{
    public enum Op { Push, Variable, Add, Multiply, Subtract, Divide, Sine, Duplicate, Swap, JumpIfNegative, Store, Load }

    public readonly record struct Instruction(Op Op, double Argument = 0, int Index = 0);

    private static readonly Instruction[] s_code =
    [
        new(Op.Variable), new(Op.Duplicate), new(Op.Multiply), new(Op.Store),
        new(Op.Load), new(Op.Variable, 0, 1), new(Op.Add), new(Op.Duplicate), new(Op.Store), new(Op.Push, 3), new(Op.Subtract), new(Op.JumpIfNegative, 0, 4),
        new(Op.Load), new(Op.Sine), new(Op.Variable, 0, 2), new(Op.Swap), new(Op.Divide), new(Op.Load),
    ];

    /// <summary>A program with a loop, whose memory is on the stack of the machine that runs it.</summary>
    [Differentiable, Allocates("a stack")]
    public static double Execute([Elements(0.8, 0.5, 1.7)] double[] variables, [Range(1.1, 1.2)] double unit)
    {
        var stack = new Stack<double>();
        Span<double> memory = stackalloc double[4];
        int at = 0, fuel = 200;
        while (at < s_code.Length && fuel-- > 0)
        {
            var (op, argument, index) = s_code[at++];
            switch (op)
            {
                case Op.Push:
                    stack.Push(argument * unit);
                    break;
                case Op.Variable:
                    stack.Push(variables[index]);
                    break;
                case Op.Add:
                    stack.Push(stack.Pop() + stack.Pop());
                    break;
                case Op.Subtract:
                    double subtrahend = stack.Pop();
                    stack.Push(stack.Pop() - subtrahend);
                    break;
                case Op.Multiply:
                    stack.Push(stack.Pop() * stack.Pop());
                    break;
                case Op.Divide:
                    var divisor = stack.Pop();
                    if (divisor == 0)
                        return double.NaN;
                    stack.Push(stack.Pop() / divisor);
                    break;
                case Op.Sine:
                    stack.Push(Math.Sin(stack.Pop()));
                    break;
                case Op.Duplicate:
                    stack.Push(stack.Peek());
                    break;
                case Op.Swap:
                    var (top, below) = (stack.Pop(), stack.Pop());
                    stack.Push(top);
                    stack.Push(below);
                    break;
                case Op.JumpIfNegative:
                    if (stack.Pop() < 0)
                        at = index;
                    break;
                case Op.Store:
                    memory[index] = stack.Pop();
                    break;
                case Op.Load:
                    stack.Push(memory[index]);
                    break;
                default:
                    throw new NotSupportedException($"{op}");
            }
        }
        double s = 0;
        while (stack.TryPop(out double v))
            s = s * 2 + v;
        return s;
    }

    /// <summary>The last values, whose enumerator has a copy of them.</summary>
    public struct Ring<T>(int capacity) where T : struct
    {
        private readonly T[] _items = new T[capacity];
        private int _head;

        public int Count { get; private set; }

        public readonly T this[int i] => _items[(_head + i) % _items.Length];

        public void Add(T item)
        {
            _items[(_head + Count) % _items.Length] = item;
            if (Count < _items.Length)
                Count++;
            else
                _head = (_head + 1) % _items.Length;
        }

        public readonly Enumerator GetEnumerator() => new(this);

        public struct Enumerator(Ring<T> ring)
        {
            private int _at = -1;

            public readonly T Current => ring[_at];

            public bool MoveNext() => ++_at < ring.Count;
        }
    }

    [Differentiable, Allocates("a ring")]
    public static double MovingAverage([Length(6, 2)] double[] x, [Range(0.6, 0.9)] double decay, [Values(3, 4)] int n)
    {
        var ring = new Ring<double>(n);
        double sum = 0;
        foreach (double v in x)
        {
            ring.Add(v * v);
            double mean = 0, weight = 1;
            foreach (double r in ring)
            {
                mean += weight * r;
                weight *= decay;
            }
            sum += mean / ring.Count;
        }
        return sum;
    }

    private static readonly int[][] s_graph = [[1, 2], [3], [1, 3], [4, 0], [5], [0]];

    /// <summary>Distances that get shorter while a queue is worked off.</summary>
    [Differentiable, Allocates("a queue")]
    public static double Shortest([Length(6)] double[] cost, [Range(0.1, 0.2)] double damping)
    {
        var queue = new Queue<(int Node, double Distance)>();
        var best = new double[s_graph.Length];
        Array.Fill(best, double.PositiveInfinity);
        best[0] = 0;
        queue.Enqueue((0, 0));
        while (queue.Count > 0)
        {
            var (node, distance) = queue.Dequeue();
            if (distance > best[node])
                continue;
            foreach (int next in s_graph[node])
            {
                double there = distance + cost[next] * Math.Exp(-damping * distance);
                if (there >= best[next])
                    continue;
                best[next] = there;
                queue.Enqueue((next, there));
            }
        }
        return best[^1] + 0.5 * best.Where(double.IsFinite).Sum();
    }

    /// <summary>The area of what is left of a polygon on one side of a line.</summary>
    [Differentiable, Allocates("lists")]
    public static double Clipped([Elements(0, 2, 2.1, 0.1)] double[] xs, [Elements(0, 0.1, 1.9, 2)] double[] ys,
        double a, double b, [Range(1, 1.2)] double c)
    {
        List<double> px = [.. xs], py = [.. ys];
        var ox = new List<double>();
        var oy = new List<double>();
        for (int i = 0; i < px.Count; i++)
        {
            int j = i + 1 == px.Count ? 0 : i + 1;
            double here = a * px[i] + b * py[i] - c, there = a * px[j] + b * py[j] - c;
            if (here >= 0)
            {
                ox.Add(px[i]);
                oy.Add(py[i]);
            }
            if (here * there < 0)
            {
                double t = here / (here - there);
                ox.Add(px[i] + t * (px[j] - px[i]));
                oy.Add(py[i] + t * (py[j] - py[i]));
            }
        }
        if (ox.Count == 0)
            return 0;
        double area = 0, lastX = ox[^1], lastY = oy[^1];
        for (int i = 0; i < ox.Count; (lastX, lastY) = (ox[i], oy[i]), i++)
            area += lastX * oy[i] - ox[i] * lastY;
        return area / 2;
    }

    /// <summary>States and gains by patterns of both.</summary>
    [Differentiable]
    public static double Automaton([Elements(0.3, 1.2, -0.7, 0.4, 1.9, -0.2)] ReadOnlySpan<double> x,
        [Range(0.45, 0.6)] double low, [Range(0.9, 1.1)] double high)
    {
        double sum = 0;
        int state = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double v = x[i];
            (state, double gain) = (state, v) switch
            {
                (0, var z) when z > high => (1, z - high),
                (1, < 0) => (2, -v),
                (1, var z) when z < low => (0, z * low),
                ( >= 2, _) => (state - 1, v * sum),
                var (s, _) => (s, 0.1),
            };
            if (gain < -5)
                goto end;
            sum += gain * (state + 1);
            if (state == 7)
                goto end;
        }
        sum *= 2;
    end:
        return sum;
    }
}
