using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Adjoint.Keeping;

/// <summary>
/// Where forward and reverse sweep meet. The reverse of a round runs right behind the round in fused loops and those with snapshots; of any other loop,
/// all rounds run forward before the first is reversed. In the halves of a function, the same holds for the function as a whole.
/// </summary>
/// <param name="context">The function.</param>
/// <param name="joined">The loops whose rounds are reversed on the spot.</param>
/// <param name="areHalves">Are forward and reverse sweep two members?</param>
internal sealed class Placement(AdjointContext context, HashSet<Statement> joined, bool areHalves)
{
    public bool AreHalves { get; } = areHalves;

    public bool IsJoined(Statement loop) => joined.Contains(loop);

    /// <summary>Does the variable still hold its value when the reverse sweep comes to it?</summary>
    public bool Holds(Variable variable)
    {
        Definition definition = context.Regions[variable];
        return definition.Kind == DefinitionKind.Parameter || Separated(definition.Region) is null;
    }

    /// <summary>Do values around the loop with this body still hold when the reverse sweep comes to it?</summary>
    public bool HoldsAround(Region loopBody) => Separated(loopBody.Parent!) is null;

    /// <summary>The innermost region around (or the region itself) whose reverse runs apart from it; null where values hold.</summary>
    public Region? Separated(Region region)
    {
        Region frame = region.SelfAndAncestors().First(ancestor => ancestor.Kind != RegionKind.Branch);
        bool holds = frame.Kind == RegionKind.LoopBody ? IsJoined(frame.Owner!) : !AreHalves;
        return holds ? null : frame;
    }

    /// <summary>The loops around a region, outermost first, that have run to their end when the region is reversed; null when a function half is too.</summary>
    public List<Statement>? Nest(Region region)
    {
        var nest = new List<Statement>();
        foreach (Region ancestor in region.SelfAndAncestors())
        {
            if (ancestor.Kind == RegionKind.Function && AreHalves)
                return null;
            if (ancestor.Kind != RegionKind.LoopBody)
                continue;
            if (IsJoined(ancestor.Owner!))
                break;
            nest.Insert(0, ancestor.Owner!);
        }
        return nest;
    }
}
