using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>The members of reverse mode: made from one reverse tree.</summary>
internal sealed class ReverseMembers
{
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
        members.AddRange(Halves());
        return members;
    }

    public IEnumerable<Member> Halves() => new HalfMembers(_context, _tree, _saved).Build();

    /// <summary>Of a directional derivative.</summary>
    public IEnumerable<Member> HessianVectorProducts() => WithAllocating(HessianVectorProduct(), withValue: false);

    /// <summary>Of a directional derivative.</summary>
    public Member HessianVectorProduct() => _joined.HessianVectorProduct();

    /// <summary>What carries several cotangents at once: the product, and the reverse half; the forward half where nothing else asks for it.</summary>
    public (Member Product, List<Member> Halves) ForSeveral(bool withForward) =>
        (_joined.VectorJacobianProduct() with { IsHidden = true }, [.. Halves().Skip(withForward ? 0 : 1)]);

    private IEnumerable<Member> WithAllocating(Member member, bool withValue)
    {
        yield return member;
        if (Signature.ActiveStorage(_context.Source).Any())
            yield return _allocating.Of(member, withValue);
    }
}
