using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Adjoint.Reversal;

/// <summary>
/// The reverse of one statement, before anything is decided about storage: it reads primal variables as if their values of that moment
/// were still there. What it reads is what must be kept.
/// </summary>
internal abstract class ReverseNode
{
    /// <summary>The expressions that it reads itself.</summary>
    public abstract IEnumerable<Expr> Reads { get; }

    /// <summary>The blocks inside it.</summary>
    public virtual IEnumerable<ReverseBlock> Blocks => [];

    protected static IEnumerable<Expr> ReadBy(IEnumerable<Statement> code) =>
        code.SelectMany(statement => statement.DescendantsAndSelf()).SelectMany(statement => statement is Call call ? [ReadBy(call)] : statement.Expressions());

    /// <summary>A rule reads the elements of what it is given.</summary>
    private static Expr ReadBy(Call call)
    {
        EquatableArray<Expr> arguments = call.Expressions();
        return new Opaque(new OpaqueType("void"), [.. Enumerable.Repeat("", arguments.Count + 1)], arguments, IsPure: false);
    }
}

/// <summary>The reverse of a region: its nodes stand in the order in which they run, so the last statement's first.</summary>
internal sealed class ReverseBlock(Region region, List<ReverseNode> nodes)
{
    public Region Region { get; } = region;

    public List<ReverseNode> Nodes { get; } = nodes;

    public IEnumerable<ReverseNode> Descendants() =>
        Nodes.SelectMany(node => node.Blocks.SelectMany(block => block.Descendants()).Prepend(node));
}

/// <summary>Adjoint statements.</summary>
internal sealed class ReverseCode(Statement primal, List<Statement> code) : ReverseNode
{
    public Statement Primal { get; } = primal;

    public List<Statement> Code { get; } = code;

    public override IEnumerable<Expr> Reads => ReadBy(Code);
}

/// <summary>The reverse of a store: take the element's adjoint, restore the old element if something earlier needs it, pass the adjoint on.</summary>
internal sealed class ReverseStore(Store primal, List<Statement> take, List<Statement> pass) : ReverseNode
{
    public Store Primal { get; } = primal;

    public List<Statement> Take { get; } = take;

    public List<Statement> Pass { get; } = pass;

    public override IEnumerable<Expr> Reads => ReadBy(Take.Concat(Pass));
}

/// <summary>The reverse of a call: the callee's reverse half, then the adjoints of the arguments.</summary>
internal sealed class ReverseCall(Call primal, List<Statement> code) : ReverseNode
{
    public Call Primal { get; } = primal;

    public List<Statement> Code { get; } = code;

    public override IEnumerable<Expr> Reads => ReadBy(Code);
}

/// <summary>The reverse of a branch takes the same branch.</summary>
internal sealed class ReverseBranch(If primal, ReverseBlock then, ReverseBlock otherwise) : ReverseNode
{
    public If Primal { get; } = primal;

    public ReverseBlock Then { get; } = then;

    public ReverseBlock Else { get; } = otherwise;

    public override IEnumerable<Expr> Reads => [Primal.Condition];

    public override IEnumerable<ReverseBlock> Blocks => [Then, Else];
}

/// <summary>The reverse of a loop makes as many rounds, backwards.</summary>
internal sealed class ReverseLoop(Statement primal, ReverseBlock body) : ReverseNode
{
    public Statement Primal { get; } = primal;

    public ReverseBlock Body { get; } = body;

    public override IEnumerable<Expr> Reads => Primal is For loop ? [loop.Start, loop.Bound] : [];

    public override IEnumerable<ReverseBlock> Blocks => [Body];
}
