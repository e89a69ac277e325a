using System.Reflection;
using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Contract;
using Differentiable.Tests.Testing.Engines;

namespace Differentiable.Tests.Numerics;

/// <summary>In the steady state a call into destinations allocates nothing.</summary>
internal static class AllocationChecks
{
    private const int WarmUps = 20;
    private const int Measurements = 10;

    public static void AllocatesNothing(CorpusFunction function, int sample, ReverseEngine engine)
    {
        MemberCall call = new Prepared(function, sample, engine).Call;
        object?[] initial = Reals.Copy(call.Arguments);
        Action run = Invoker.Bind(call.Member.Method, call.Arguments);
        for (int i = 0; i < WarmUps; i++)
            Measure(run, initial, call.Arguments);
        long least = Enumerable.Range(0, Measurements).Min(_ => Measure(run, initial, call.Arguments));
        Assert.True(least == 0, $"{function} #{sample} by {engine} allocates {least} bytes on each call");
    }

    private static long Measure(Action run, object?[] initial, object?[] arguments)
    {
        for (int i = 0; i < arguments.Length; i++)
            Restore(initial[i], arguments[i]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Restore(object? initial, object? argument)
    {
        if (initial is not null && RealTypes.HoldsArrays(initial.GetType()))
        {
            foreach (FieldInfo field in RealTypes.Fields(initial.GetType()))
                Restore(field.GetValue(initial), field.GetValue(argument));
        }
        if (initial is not Array from || argument is not Array to)
            return;
        if (from.GetType().GetElementType()!.IsArray)
        {
            for (int i = 0; i < from.Length; i++)
                Restore(from.GetValue(i), to.GetValue(i));
        }
        else
        {
            Array.Copy(from, to, from.Length);
        }
    }
}
