using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tests.Runtime;

/// <summary>Values whose type only a type argument says.</summary>
public class ValueStackScalarTests
{
    [Fact]
    public void Scalars_of_every_size_come_back()
    {
        using ValueStack stack = ValueStack.Rent();
        stack.PushScalar((Half)1.5);
        stack.PushScalar(2.5f);
        stack.PushScalar(3.5);
        stack.PushScalar(4.5m);
        stack.PushScalar(new Vector4(1, 2, 3, 4));

        Assert.Equal(new Vector4(1, 2, 3, 4), stack.PopScalar<Vector4>());
        Assert.Equal(4.5m, stack.PopScalar<decimal>());
        Assert.Equal(3.5, stack.PopScalar<double>());
        Assert.Equal(2.5f, stack.PopScalar<float>());
        Assert.Equal((Half)1.5, stack.PopScalar<Half>());
        Assert.Equal(0, stack.Count);
    }

    [Fact]
    public void Doubles_and_floats_are_those_of_the_other_overloads()
    {
        using ValueStack stack = ValueStack.Rent();
        stack.PushScalar(1.5);
        Assert.Equal(1.5, stack.Pop());
        stack.Push(2.5f);
        Assert.Equal(2.5f, stack.PopScalar<float>());
    }

    [Fact]
    public void It_grows_and_refuses_like_any_push()
    {
        using ValueStack stack = ValueStack.Rent();
        for (int i = 0; i < 1000; i++)
            stack.PushScalar((Half)(i % 100));
        for (int i = 999; i >= 0; i--)
            Assert.Equal((Half)(i % 100), stack.PopScalar<Half>());
        Assert.Throws<InvalidOperationException>(() => stack.PopScalar<Half>());
        Assert.Throws<InvalidOperationException>(() => stack.PopScalar<double>());
    }

    /// <summary>The garbage collector does not look into slots.</summary>
    [Fact]
    public void Numbers_with_references_are_refused()
    {
        using ValueStack stack = ValueStack.Rent();
        using Workspace workspace = Workspace.Rent();
        Assert.Throws<NotSupportedException>(() => stack.PushScalar(BigInteger.One));
        Assert.Throws<NotSupportedException>(() => stack.Push<BigInteger>(new BigInteger[3].AsSpan()));
        Assert.Throws<NotSupportedException>(() => workspace.Allocate<BigInteger>(3).Length);
        Assert.Equal(0, stack.Count);
    }

    [Fact]
    public void Halves_allocate_nothing()
    {
        using ValueStack stack = ValueStack.Rent();
        Assert.Equal(0, Allocations.InSteadyState(() =>
        {
            stack.PushScalar((Half)1);
            stack.PopScalar<Half>();
        }));
    }
}
