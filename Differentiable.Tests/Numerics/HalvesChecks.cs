using Differentiable.Runtime;
using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Contract;
using Differentiable.Tests.Testing.Engines;

namespace Differentiable.Tests.Numerics;

/// <summary>The forward and the reverse half together are the whole.</summary>
internal static class HalvesChecks
{
    /// <summary>Can the halves be called by themselves: does one result go out, and nothing else?</summary>
    public static bool Apply(CorpusFunction function) =>
        function.ReturnType != typeof(void)
        && !RealTypes.IsStruct(function.ReturnType)
        && !function.Parameters.Any(p => RealTypes.IsStruct(p.Type) || RealTypes.IsByLeaf(RealTypes.Leaf(p.Type)))
        && !function.Parameters.Any(p => p.IsScalarReference)
        && Enumerable.Range(0, function.SampleCount).All(sample => LeavesItsInputs(function, function.Sample(sample)));

    public static void AgreeWithTheWhole(CorpusFunction function, int sample)
    {
        Prepared whole = new(function, sample, new VjpEngine());
        MemberCall reverse = new(GeneratedMember.FindByNames(function, MemberShape.Reverse(function)));
        foreach (MemberSlot slot in whole.Call.Member.Shape.Parameters)
            reverse[slot.Name] = Reals.Copy(whole.Call[slot.Name]);

        using ValueStack stack = ValueStack.Rent();
        MemberCall forward = Forward(function, whole.Arguments, stack);
        Assert.Equal(Bits.Of(whole.Primal.Result), Bits.Of(forward.Result(null)));

        reverse[reverse.Name(SlotKind.Stack)] = stack;
        double[] expected = whole.Call.Run().Adjoints(function), actual = reverse.Run().Adjoints(function);
        Agreement.Close(expected, actual, function.Precision.Rounding(), $"{function} #{sample} in halves");
        Assert.Equal(0, stack.Count);
    }

    private static MemberCall Forward(CorpusFunction function, object?[] arguments, ValueStack stack)
    {
        MemberCall forward = new MemberCall(GeneratedMember.FindByNames(function, MemberShape.Forward(function))).WithInputs(function, arguments);
        forward[forward.Name(SlotKind.Stack)] = stack;
        return forward.Run();
    }

    private static bool LeavesItsInputs(CorpusFunction function, object?[] arguments) =>
        arguments.SelectMany(Bits.Of).SequenceEqual(function.Run(arguments).Arguments.SelectMany(Bits.Of));
}
