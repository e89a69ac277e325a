using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Matrices;
using Differentiable.Generators.Transforms.Members;
using Differentiable.Generators.Transforms.Tangent;
using Differentiable.Generators.Transforms.Versioning;

namespace Differentiable.Generators.Transforms;

/// <summary>
/// The matrices of a function whose own code cannot carry several directions, and what its callers need for theirs: the members that others have, with the
/// signatures that a function without code has, made of those for one direction.
/// </summary>
internal sealed class LaneByLaneDifferentiation
{
    private readonly Request _request;
    private readonly Preparation _preparation;
    private readonly VersionedFunction _primal;
    private readonly Preparation _signature;
    private readonly VersionedFunction _empty;
    private readonly LaneMembers _lanes;

    public LaneByLaneDifferentiation(Function function, Preparation preparation, VersionedFunction primal)
    {
        _request = function.Request;
        _preparation = preparation;
        _primal = primal;
        _signature = new(Stub.Of(function));
        _empty = _signature.Named(_signature.Versioned);
        _lanes = new(function);
    }

    public IEnumerable<Member> Members()
    {
        List<Member> members = _request.Has(DerivativeKinds.Jacobian) ? OfJacobian() : [];
        if (_request.Has(DerivativeKinds.Hessian))
            members.AddRange(OfHessian());
        return members;
    }

    private List<Member> OfJacobian()
    {
        List<Member> halves = [.. _preparation.WithCopies(_primal, context => new ReverseMembers(context).Halves())];
        TangentFunction narrow = TangentBuilder.Run(_primal, _preparation.Supply, isWide: false, isReversed: false);
        Member forward = _preparation.WithCopies(narrow.Function, context => new TangentMember(context, narrow).Of(isFlat: true), Carries.Nothing);
        TangentFunction tangent = TangentBuilder.Run(_empty, _signature.Supply, isWide: true, isReversed: false);
        List<Member> reverse = _signature.WithCopies(_empty, context =>
        {
            (Member product, List<Member> wide) = new ReverseMembers(context).ForSeveral(withForward: false);
            return new List<Member> { _lanes.Product(context, product, halves[0], halves[1]), _lanes.Reverse(context, wide[0], halves[0], halves[1]) };
        }, Carries.Several);
        return
        [
            .. _preparation.WithCopies(_primal, context => new JacobianMembers(context, tangent, reverse[0]).Build().ToList()),
            _signature.WithCopies(tangent.Function, context => _lanes.Forward(context, new TangentMember(context, tangent).Of(isFlat: true), forward), Carries.Nothing),
            .. reverse,
            .. _request.Has(DerivativeKinds.Gradient) ? [] : halves,
            .. _request.Has(DerivativeKinds.Jvp) ? [] : new[] { forward with { IsHidden = true } },
        ];
    }

    private List<Member> OfHessian()
    {
        TangentFunction narrow = TangentBuilder.Run(_primal, _preparation.Supply, isWide: false, isReversed: true);
        List<Member> halves = [.. _preparation.WithCopies(narrow.Function, context => new ReverseMembers(context).Halves())];
        TangentFunction tangent = TangentBuilder.Run(_empty, _signature.Supply, isWide: true, isReversed: true);
        List<Member> members = _signature.WithCopies(tangent.Function, context =>
        {
            List<Member> wide = [.. new ReverseMembers(context).Halves()];
            return new List<Member> { _lanes.Forward(context, wide[0], halves[0]), _lanes.ReverseOfTangent(context, wide[1], halves[1]) };
        }, Carries.Several);
        if (!_request.Has(DerivativeKinds.Hvp))
            members.AddRange(halves);
        if (!Signature.HasGradient(_primal.Source))
            return members;
        Member product = _signature.WithCopies(
            tangent.DirectionalDerivative(_primal.Source.Parameters.Count),
            context => _lanes.SecondOrder(context, new ReverseMembers(context).HessianVectorProduct(), halves[0], halves[1], narrow.Function.Source),
            Carries.Several);
        return [.. _preparation.WithCopies(_primal, context => HessianMembers.Build(context, tangent, product).ToList()), product with { IsHidden = true }, .. members];
    }
}
