using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Analysis;

/// <summary>What a region of a function is.</summary>
internal enum RegionKind
{
    Function,
    LoopBody,
    Branch,
}

/// <summary>A block that runs as a whole: the body of the function or of a loop, or a branch.</summary>
internal sealed class Region(RegionKind kind, Region? parent, Statement? owner, Block block)
{
    public RegionKind Kind { get; } = kind;

    public Region? Parent { get; } = parent;

    /// <summary>The loop or branch that it belongs to.</summary>
    public Statement? Owner { get; } = owner;

    public Block Block { get; } = block;

    public IEnumerable<Region> SelfAndAncestors()
    {
        for (Region? region = this; region is not null; region = region.Parent)
            yield return region;
    }

    public bool IsInside(Region outer) => SelfAndAncestors().Contains(outer);
}

/// <summary>What a variable is in a function with versions.</summary>
internal enum DefinitionKind
{
    Parameter,
    Assigned,
    Counter,

    /// <summary>Assigned at the end of both branches of an <see cref="If"/>.</summary>
    Merge,

    /// <summary>Assigned before a loop and at the end of its body.</summary>
    Carried,
}

/// <summary>Where and how a variable gets its value.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Region">Where the value lives: the region of the assignment; around the <see cref="If"/> of a merge; the loop body for carried ones and counters.</param>
/// <param name="Order">Its place in the text of the function.</param>
/// <param name="Statement">The statement that assigns it: for carried ones the copy at the end of the loop body.</param>
internal sealed record Definition(DefinitionKind Kind, Region Region, int Order, Statement? Statement);

/// <summary>The regions of a function, and where each variable is defined in it.</summary>
internal sealed class Regions
{
    private readonly Dictionary<Variable, Definition> _definitions = [];
    private readonly Dictionary<Statement, Region> _regionOf = new(ReferenceComparer.Instance);
    private readonly Dictionary<Statement, int> _order = new(ReferenceComparer.Instance);
    private readonly Dictionary<Block, Region> _regionOfBlock = new(ReferenceComparer.Instance);

    public Regions(Function source, Block body)
    {
        Root = new(RegionKind.Function, null, null, body);
        foreach (Parameter parameter in source.Parameters)
            _definitions[parameter.Variable] = new(DefinitionKind.Parameter, Root, -1, null);
        Enter(Root);
    }

    public Region Root { get; }

    public IEnumerable<Variable> Variables => _definitions.Keys;

    public Region Of(Statement statement) => _regionOf[statement];

    public Region Of(Block block) => _regionOfBlock[block];

    public int OrderOf(Statement statement) => _order[statement];

    public Definition this[Variable variable] => _definitions[variable];

    public bool Knows(Variable variable) => _definitions.ContainsKey(variable);

    /// <summary>What the variable is assigned, if it is assigned once.</summary>
    public Expr? ValueOf(Variable variable) => this[variable] is { Kind: DefinitionKind.Assigned, Statement: Assign assign } ? assign.Value : null;

    /// <summary>Is it the value behind a loop? That loop's variable does not hold it any more in the reverse sweep.</summary>
    public bool IsFinalOfInnerLoop(Variable used, Variable user) =>
        Knows(used)
        && this[used] is { Kind: DefinitionKind.Carried or DefinitionKind.Counter } definition
        && !this[user].Region.IsInside(definition.Region);

    private void Enter(Region region)
    {
        _regionOfBlock[region.Block] = region;
        foreach (Statement statement in region.Block.Statements)
        {
            _regionOf[statement] = region;
            _order[statement] = _order.Count;
            if (statement is For loop)
                EnterLoop(loop, region, loop.Body);
            else if (statement is While repeat)
                EnterLoop(repeat, region, repeat.Body);
            else if (statement is If branch)
                EnterBranches(branch, region);
            foreach (Variable variable in statement.Defines())
            {
                if (statement is not For)
                    Define(variable, statement, region);
            }
        }
    }

    private void EnterLoop(Statement loop, Region region, Block body)
    {
        var inner = new Region(RegionKind.LoopBody, region, loop, body);
        if (loop is For counted)
            _definitions[counted.Counter] = new(DefinitionKind.Counter, inner, _order[loop], loop);
        Enter(inner);
    }

    private void EnterBranches(If branch, Region region)
    {
        Enter(new(RegionKind.Branch, region, branch, branch.Then));
        Enter(new(RegionKind.Branch, region, branch, branch.Else));
    }

    private void Define(Variable variable, Statement statement, Region region)
    {
        if (!_definitions.TryGetValue(variable, out Definition? first))
        {
            _definitions[variable] = new(DefinitionKind.Assigned, region, _order[statement], statement);
            return;
        }
        if (region.Kind == RegionKind.LoopBody && region.Parent == first.Region)
        {
            _definitions[variable] = new(DefinitionKind.Carried, region, _order[region.Owner!], statement);
        }
        else
        {
            DefineMerge(variable, first.Region, region);
        }
    }

    /// <summary>A merge lives in the innermost region around all branches that assign it.</summary>
    private void DefineMerge(Variable variable, Region first, Region second)
    {
        Region common = first.SelfAndAncestors().First(second.IsInside);
        Statement branch = second.SelfAndAncestors().First(region => region.Parent == common).Owner!;
        _definitions[variable] = new(DefinitionKind.Merge, common, _order[branch], branch);
    }
}
