using System.Reflection;
using System.Runtime.CompilerServices;
using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Contract;
using Differentiable.Tests.Testing.Engines;

namespace Differentiable.Tests.Numerics;

/// <summary>Generated members have the signatures that the contract gives them, names included.</summary>
internal static class SignatureChecks
{
    public static void FollowsTheContract(CorpusFunction function, ReverseEngine engine)
    {
        GeneratedMember member = GeneratedMember.Find(function, engine.Shape(function));
        Assert.Equal(member.Shape.ReturnType, member.Method.ReturnType);
        Assert.Equal(member.Shape.Parameters.Select(p => p.Name), member.Method.GetParameters().Select(p => p.Name));
        if (member.Shape.Results.Count > 1)
            Assert.Equal(member.Shape.Results.Select(r => r.Name), TupleNames(member));
        Assert.Equal(Access(function.Method), Access(member.Method));
    }

    private static IEnumerable<string?> TupleNames(GeneratedMember member) =>
        member.Method.ReturnParameter.GetCustomAttribute<TupleElementNamesAttribute>()!.TransformNames.Take(member.Shape.Results.Count);

    private static MethodAttributes Access(MethodInfo method) => method.Attributes & MethodAttributes.MemberAccessMask;
}
