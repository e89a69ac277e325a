using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Matrices;
using Differentiable.Generators.Transforms.Members;
using Differentiable.Generators.Transforms.Operations;
using Differentiable.Generators.Transforms.Runtime;
using Differentiable.Generators.Transforms.Tangent;
using Differentiable.Generators.Transforms.Versioning;

namespace Differentiable.Generators.Transforms;

/// <summary>From a lowered function to the members that are emitted for it: what its attribute asks for.</summary>
internal sealed class Differentiation
{
    private readonly Request _request;
    private readonly Preparation _preparation;

    private Differentiation(Function function)
    {
        _request = function.Request;
        _preparation = new(function);
    }

    /// <summary>The members, or why there are none: what of the function cannot be kept for the reverse sweep.</summary>
    public static (MemberFile? File, Problem? Problem) TryDifferentiate(Function function)
    {
        (MemberFile? file, Problem? problem) = Try(function);
        KnownProblems.Remember(function, problem);
        return (file, problem);
    }

    /// <summary>The members of a function that has no derivatives: with their signatures, and nothing in them. None where even those cannot be had.</summary>
    public static MemberFile? Refuse(Function function) => Try(Stub.Of(function) with { IsRefused = true }).File is { } file
        ? file with { Members = file.Members.Select(member => member with { Remarks = "" }).ToEquatableArray() }
        : null;

    private static (MemberFile? File, Problem? Problem) Try(Function function)
    {
        try
        {
            return (CalledMembers.Keep(Differentiate(function)), null);
        }
        catch (UnsupportedStorageException problem)
        {
            return (null, new(problem.What, problem.Advice, problem.Position));
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            // One method that the generator gets wrong must not cost the others their derivatives.
            return (null, new(defect.Message, Advice: null, null));
        }
    }

    private static MemberFile Differentiate(Function function)
    {
        Differentiation differentiation = new(function);
        IEnumerable<Member> itself = function.LocalName is null ? [] : [differentiation.Primal()];
        return new(function, itself.Concat(differentiation.Members()).ToEquatableArray()) { Lifted = function.Lifted.Select(Differentiate).ToEquatableArray() };
    }

    private Member Primal() => _preparation.WithCopies(_preparation.Versioned, PrimalMember.Of, Carries.Nothing);

    private List<Member> Members()
    {
        List<Member> members = [];
        VersionedFunction function = _preparation.Versioned;
        if (IsOfGradient)
            members.AddRange(_preparation.WithCopies(function, context => new ReverseMembers(context).All()));
        for (int order = 1; order <= _request.Order && _request.IsOfTangents; order++)
        {
            VersionedFunction primal = _preparation.Named(function);
            TangentFunction tangent = Tangent(primal, isWide: false, isReversed: true);
            members.AddRange(OfTangent(primal, tangent));
            if (order == 1)
                members.AddRange([.. OfMatrices(primal), .. OfOperation(tangent)]);
            function = tangent.Function;
        }
        if (_request.IsOperation)
            members.Add(OperationMembers.Of(_preparation.Versioned.Source));
        return members;
    }

    /// <summary>What an operation on tensors needs for its second derivatives beside the product with the Hessian.</summary>
    private List<Member> OfOperation(TangentFunction tangent) => _request.Has(DerivativeKinds.Operation) && !OperationForm.IsOfOneNumber(_preparation.Versioned.Source)
        ? _preparation.WithCopies(tangent.TangentsAlone(_preparation.Versioned.Source.Parameters.Count), context => new List<Member> { new ReverseMembers(context).PullbackOfTangents() })
        : [];

    /// <summary>What forward mode, and reverse mode over it, give.</summary>
    private IEnumerable<Member> OfTangent(VersionedFunction primal, TangentFunction tangent)
    {
        List<Member> members = [];
        if (_request.Has(DerivativeKinds.Jvp))
            members.AddRange(Jvp(primal));
        if (_request.Has(DerivativeKinds.Hvp) && HasHessian)
            members.AddRange(_preparation.WithCopies(tangent.DirectionalDerivative(_preparation.Versioned.Source.Parameters.Count), context => new ReverseMembers(context).HessianVectorProducts()));
        if (_request.Has(DerivativeKinds.Hvp))
            members.AddRange(_preparation.WithCopies(tangent.Function, context => new ReverseMembers(context).Halves().Both));
        return members;
    }

    private bool HasHessian => Signature.HasGradient(_preparation.Versioned.Source);

    private List<Member> OfMatrices(VersionedFunction primal)
    {
        List<Member> members = _request.Has(DerivativeKinds.Jacobian) ? OfJacobian(primal) : [];
        if (_request.Has(DerivativeKinds.Hessian))
            members.AddRange(OfHessian(primal));
        return members;
    }

    private TangentFunction Tangent(VersionedFunction primal, bool isWide, bool isReversed) =>
        TangentBuilder.Run(primal, _preparation.Supply, isWide, isReversed);

    private List<Member> Jvp(VersionedFunction primal)
    {
        TangentFunction tangent = Tangent(primal, isWide: false, isReversed: false);
        return _preparation.WithCopies(tangent.Function, context => new TangentMember(context, tangent).Build().ToList(), Carries.Nothing);
    }

    private List<Member> OfJacobian(VersionedFunction primal)
    {
        (RowMembers? rows, HalfPair? halves) = Rows(primal);
        TangentFunction tangent = Tangent(primal, isWide: CarriesSeveral, isReversed: false);
        Member column = _preparation.WithCopies(tangent.Function, context => new TangentMember(context, tangent).Of(isFlat: true), Carries.Nothing);
        List<Member> members = [.. _preparation.WithCopies(primal, context => new JacobianMembers(context, tangent, column, rows).Build().ToList())];
        if (CarriesSeveral || !_request.Has(DerivativeKinds.Jvp))
            members.Add(column);
        return [.. members, .. OfRows(rows, halves)];
    }

    /// <summary>Reverse mode for several cotangents comes with the Jacobian. For one it is there if it is asked for, and else made for the Jacobian alone, where that can be done.</summary>
    private (RowMembers? Rows, HalfPair? Halves) Rows(VersionedFunction primal)
    {
        if (!CarriesSeveral && !IsOfGradient && !ReverseCalls.HaveReverse(primal.Source, primal.Body))
            return (null, null);
        try
        {
            return _preparation.WithCopies(primal, context => RowMembers.Build(context, new(context.Source, Directions.Of(context)), wantsHalves: CarriesSeveral), CarriedWithin);
        }
        catch (UnsupportedStorageException) when (!CarriesSeveral && !IsOfGradient)
        {
            return (null, null);
        }
    }

    /// <summary>What rows are made by; of it, what is not there already. Nothing else calls what is made for the Jacobian alone.</summary>
    private IEnumerable<Member> OfRows(RowMembers? rows, HalfPair? halves)
    {
        IEnumerable<Member> pullback = rows is { Forward: null } ? [rows.Back] : [];
        if (CarriesSeveral)
            return pullback.Concat(halves!.Both.Skip(IsOfGradient ? 1 : 0));
        if (IsOfGradient)
            return pullback;
        return new[] { rows?.Forward, rows?.Back }.OfType<Member>().Select(member => member with { Accessibility = "private" });
    }

    private List<Member> OfHessian(VersionedFunction primal)
    {
        TangentFunction tangent = Tangent(primal, isWide: CarriesSeveral, isReversed: true);
        List<Member> members = [];
        if (CarriesSeveral || !_request.Has(DerivativeKinds.Hvp))
            members.AddRange(_preparation.WithCopies(tangent.Function, context => new ReverseMembers(context).Halves().Both, Carried));
        if (!HasHessian)
            return members;
        VersionedFunction derivative = tangent.DirectionalDerivative(_preparation.Versioned.Source.Parameters.Count);
        Member product = _preparation.WithCopies(derivative, context => new ReverseMembers(context).HessianProduct(), CarriedWithin);
        return [.. _preparation.WithCopies(primal, context => HessianMembers.Build(context, tangent, product).ToList()), product, .. members];
    }

    private bool CarriesSeveral => _preparation.Versioned.Source.CarriesSeveral;

    private Carries Carried => CarriesSeveral ? Carries.Several : Carries.One;

    private Carries CarriedWithin => CarriesSeveral ? Carries.Several : Carries.OneWithin;

    private bool IsOfGradient => _request.Has(DerivativeKinds.Gradient);
}
