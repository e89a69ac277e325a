using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Members;
using Differentiable.Generators.Transforms.Tangent;
using Differentiable.Generators.Transforms.Versioning;

namespace Differentiable.Generators.Transforms;

/// <summary>From a lowered function to the members that are emitted for it: what its attribute asks for.</summary>
internal sealed class Differentiation
{
    private readonly Function _function;
    private readonly Request _request;
    private readonly Preparation _preparation;

    private Differentiation(Function function)
    {
        _function = function;
        _request = function.Request;
        _preparation = new(function);
    }

    /// <summary>The members, or why there are none: what of the function cannot be kept for the reverse sweep.</summary>
    public static (MemberFile? File, Problem? Problem) TryDifferentiate(Function function)
    {
        try
        {
            return (new(function, new Differentiation(function).Members().ToEquatableArray()), null);
        }
        catch (UnsupportedStorageException problem)
        {
            return (null, new(problem.Message, IsDefect: false));
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            // One method that the generator gets wrong must not cost the others their derivatives.
            return (null, new(defect.Message.Split('\n')[0], IsDefect: true));
        }
    }

    private List<Member> Members()
    {
        List<Member> members = [];
        VersionedFunction function = _preparation.Versioned;
        if (_request.Has(DerivativeKinds.Gradient))
            members.AddRange(_preparation.WithCopies(function, context => new ReverseMembers(context).All()));
        if (_request.Has(DerivativeKinds.Jvp | DerivativeKinds.Hvp))
            members.AddRange(OfTangents(function));
        return members;
    }

    /// <summary>Forward mode, applied as often as asked for, and reverse mode over it.</summary>
    private IEnumerable<Member> OfTangents(VersionedFunction function)
    {
        for (int order = 1; order <= _request.Order; order++)
        {
            VersionedFunction primal = _preparation.Named(function);
            VersionedFunction tangent = TangentBuilder.Run(primal, _preparation.Supply);
            if (_request.Has(DerivativeKinds.Jvp))
                yield return Jvp(primal.Source, tangent);
            if (_request.Has(DerivativeKinds.Hvp))
            {
                foreach (Member member in OfSecondOrder(primal.Source, tangent))
                    yield return member;
            }
            function = tangent;
        }
    }

    private Member Jvp(Function primal, VersionedFunction tangent) => _preparation.WithCopies(
        DirectCalls.Run(tangent, _preparation.Supply),
        context => new TangentMember(context, TangentSignature.Of(primal.Parameters, primal.Result, (name, type) => new(0, name, type))).Build(),
        isReversed: false);

    private IEnumerable<Member> OfSecondOrder(Function primal, VersionedFunction tangent)
    {
        IEnumerable<Member> halves = _preparation.WithCopies(tangent, context => new ReverseMembers(context).Halves());
        return Signature.HasGradient(_function)
            ? [.. _preparation.WithCopies(DirectionalDerivative.Of(primal, tangent), context => new ReverseMembers(context).HessianVectorProducts()), .. halves]
            : halves;
    }
}
