using Differentiable.Tests.Testing.Sampling;
using static System.Math;
using Real = double;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>An interpreter of instructions on a stack of numbers.</summary>
public static partial class StackMachine
{
    private const int Push = 0, Add = 1, Mul = 2, SinOp = 3, Dup = 4, Swap = 5;

    [Differentiable]
    public static double Evaluate([Length(5)] ReadOnlySpan<double> constants)
    {
        ReadOnlySpan<int> program = [Push, 0, Push, 1, Mul, SinOp, Push, 2, Swap, Add, Dup, Mul, Push, 3, Mul, Push, 4, SinOp, Add];
        Span<Real> stack = stackalloc Real[8];
        int sp = 0;
        for (int pc = 0; pc < program.Length;)
        {
            switch (program[pc++])
            {
                case Push:
                    stack[sp++] = constants[program[pc++]];
                    break;
                case Dup:
                    stack[sp] = stack[sp - 1];
                    ++sp;
                    break;
                case Swap:
                    (stack[sp - 1], stack[sp - 2]) = (stack[sp - 2], stack[sp - 1]);
                    break;
                case Add:
                    --sp;
                    stack[sp - 1] += stack[sp];
                    break;
                case Mul:
                    stack[--sp - 1] *= stack[sp];
                    break;
                case SinOp when sp > 0:
                    stack[sp - 1] = Sin(stack[sp - 1]);
                    break;
                default:
                    throw new InvalidOperationException($"bad instruction at {pc - 1}");
            }
        }
        return stack[0];
    }
}
