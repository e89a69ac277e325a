using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Adjoint.Keeping;
using Differentiable.Generators.Transforms.Adjoint.Reversal;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>The members of reverse mode: made from one reverse tree.</summary>
internal sealed class ReverseMembers
{
    /// <summary>What is put behind the method's name for <see cref="PullbackOfTangents"/>.</summary>
    public const string SuffixOfTangents = "TangentVjp";

    private readonly AdjointContext _context;
    private readonly ReverseBlock _tree;
    private readonly SavedElements _saved;
    private readonly JoinedMembers _joined;
    private readonly AllocatingMembers _allocating;

    public ReverseMembers(AdjointContext context)
    {
        SharedRows.Refuse(context);
        _context = context;
        (_tree, _saved) = ReverseBuilder.Build(context);
        _joined = new(context, _tree, _saved);
        _allocating = new(context);
    }

    public List<Member> All()
    {
        List<Member> members = [];
        if (Signature.HasGradient(_context.Source))
        {
            members.AddRange(WithAllocating(_joined.Gradient(), withValue: false));
            members.AddRange(WithAllocating(_joined.ValueAndGradient(), withValue: true));
        }
        members.Add(_joined.VectorJacobianProduct());
        members.AddRange(Halves().Both);
        return members;
    }

    public HalfPair Halves() => new HalfMembers(_context, _tree, _saved).Build();

    /// <summary>Of a directional derivative.</summary>
    public IEnumerable<Member> HessianVectorProducts() => WithAllocating(_joined.HessianVectorProduct(), withValue: false);

    /// <summary>The vector-Jacobian product, for the rows of a Jacobian. A rule of the method is likely to be called its pullback.</summary>
    public Member Pullback() => ForGeneratedCode(_joined.VectorJacobianProduct(), "JacobianRows");

    /// <summary>The vector-Jacobian product of tangents alone, for generated code.</summary>
    public Member PullbackOfTangents() => ForGeneratedCode(_joined.VectorJacobianProduct(), SuffixOfTangents);

    /// <summary>The gradient of a directional derivative, for generated code.</summary>
    public Member HessianProduct() => ForGeneratedCode(_joined.HessianVectorProduct(), "HessianProduct");

    private Member ForGeneratedCode(Member member, string suffix) => member with { Name = _context.Source.Name + suffix, IsHidden = true };

    private IEnumerable<Member> WithAllocating(Member member, bool withValue)
    {
        yield return member;
        if (Signature.ActiveStorage(_context.Source).Any(parameter => parameter.InlineMode is null))
            yield return _allocating.Of(member, withValue);
    }
}
