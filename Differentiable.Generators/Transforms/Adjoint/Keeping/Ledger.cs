using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Adjoint.Keeping;

/// <summary>
/// What a member keeps from the forward to the reverse sweep, noted as places for it are given out. The text of its documentation is made of that.
/// </summary>
internal sealed class Ledger(AdjointContext context, Placement placement)
{
    private const int SlotSize = 8, ReferenceSize = 24;

    private readonly List<Entry> _entries = [];

    public IReadOnlyList<Entry> Entries => _entries;

    /// <summary>A number on the value stack, each time the region runs.</summary>
    public void AddPushed(Region region, IrType type) => Add(region, SlotOf(type));

    /// <summary>A number in a buffer.</summary>
    public void AddBuffered(Region region, IrType type) => Add(region, SizeOf(type));

    /// <summary>Which storage a variable stood for.</summary>
    public void AddReference(Region region) => Add(region, ReferenceSize);

    /// <summary>All elements of some storage.</summary>
    public void AddElements(Region region, Expr storage) => _entries.Add(At(region, SizeOf(storage.Type.Leaf)) with { ElementsOf = storage });

    /// <summary>What the workspace holds until the member ends, because it may be meant again.</summary>
    public void AddTaken(Region region, IrType element, Expr length) => _entries.Add(At(region, SizeOf(element)) with { Length = length });

    /// <summary>What the halves of a callee leave.</summary>
    public void AddCall(Call call) => _entries.Add(At(context.Regions.Of(call), 0) with { Callee = call.Callee.Name });

    /// <summary>The snapshots of a loop.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="scalars">The scalars in one, but for its round.</param>
    /// <param name="references">The number of references in one.</param>
    /// <param name="elements">The storage whose elements are in one.</param>
    public void AddSnapshots(Statement loop, IEnumerable<Variable> scalars, int references, IEnumerable<Variable> elements)
    {
        Region region = context.Regions.Of(loop);
        _entries.Add(At(region, SlotSize + scalars.Sum(scalar => SlotOf(scalar.Type)) + references * ReferenceSize) with { Snapshots = loop });
        _entries.AddRange(elements.Select(storage => At(region, SizeOf(storage.Type.Leaf)) with { ElementsOf = new Use(storage), Snapshots = loop }));
    }

    private void Add(Region region, int bytes) => _entries.Add(At(region, bytes));

    /// <summary>
    /// The loops around whose rounds all add up go out to the nearest that is reversed round by round, since what a round of that keeps goes with it.
    /// </summary>
    private Entry At(Region region, int bytes)
    {
        List<Region> around = [.. region.SelfAndAncestors().TakeWhile(ancestor => ancestor.Kind != RegionKind.LoopBody || !placement.IsJoined(ancestor.Owner!))];
        return new([.. around.Where(ancestor => ancestor.Kind == RegionKind.LoopBody).Select(ancestor => ancestor.Owner!)], bytes)
        {
            IsInBranch = region.SelfAndAncestors().Any(ancestor => ancestor.Kind == RegionKind.Branch),
            Round = region.SelfAndAncestors().FirstOrDefault(ancestor => ancestor.Kind == RegionKind.LoopBody && placement.IsJoined(ancestor.Owner!))?.Owner,
        };
    }

    /// <summary>What a number takes on the value stack.</summary>
    private static int SlotOf(IrType type) => type.IsWide || type is OpaqueType ? SizeOf(type) : SlotSize;

    private static int SizeOf(IrType type) => type is ScalarType scalar ? SizeOf(scalar.Kind) * (scalar.IsWide ? Several.Count : 1) : type is OpaqueType { Slots: > 0 and var slots } ? slots * SlotSize : SlotSize;

    private static int SizeOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean or ScalarKind.SByte or ScalarKind.Byte => 1,
        ScalarKind.Int16 or ScalarKind.UInt16 => 2,
        ScalarKind.Int32 or ScalarKind.UInt32 or ScalarKind.Single => 4,
        _ => SlotSize,
    };

    /// <summary>Something that is kept each time that it comes to pass.</summary>
    /// <param name="Rounds">The loops around it whose rounds add up, innermost first.</param>
    /// <param name="Bytes">Its size, or that of one element.</param>
    internal sealed record Entry(IReadOnlyList<Statement> Rounds, int Bytes)
    {
        /// <summary>Is it kept in some cases only?</summary>
        public bool IsInBranch { get; init; }

        /// <summary>The loop in a round of which it is kept, for as long as that lasts.</summary>
        public Statement? Round { get; init; }

        /// <summary>The storage whose elements are kept.</summary>
        public Expr? ElementsOf { get; init; }

        /// <summary>The number of elements.</summary>
        public Expr? Length { get; init; }

        /// <summary>The loop whose snapshots it is in.</summary>
        public Statement? Snapshots { get; init; }

        /// <summary>The method that keeps it.</summary>
        public string? Callee { get; init; }
    }
}
