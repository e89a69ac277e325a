using System.Reflection;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Runtime;

namespace Differentiable.Tests.Lowering;

/// <summary>The members of numbers that generated code asks the runtime for.</summary>
public class AskedMemberTests
{
    [Fact]
    public void They_are_those_that_the_runtime_has()
    {
        IEnumerable<string> members = typeof(NumberMembers).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name).Distinct();
        Assert.Equal(members.Order(), AskedMembers.OfNumbers.Order());
    }
}
