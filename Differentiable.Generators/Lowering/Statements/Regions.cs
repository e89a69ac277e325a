using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Expressions;

namespace Differentiable.Generators.Lowering.Statements;

/// <summary>
/// Turns jumps out of a region (<c>break</c> in a <c>switch</c>, <c>return</c> in an inlined function) into structure: what comes behind a
/// branch that leaves moves into the other branch, and where that is not possible a flag says that the region was left.
/// </summary>
internal sealed class Regions
{
    private readonly LoweringContext _context;
    private readonly int _label;
    private Variable? _left;

    private Regions(LoweringContext context, int label)
    {
        _context = context;
        _label = label;
    }

    /// <summary>Ends the block under construction, a region, and adds what it is without any <see cref="Leave"/> of its label to the block around it.</summary>
    public static void Close(LoweringContext context, int label) => context.AddRange(Close(context, context.EndBlock(), label));

    /// <summary>The region's statements without any <see cref="Leave"/> of its label.</summary>
    public static IEnumerable<Statement> Close(LoweringContext context, Block region, int label) => Close(context, region, label, []);

    /// <summary>
    /// The same for a region that has a result. Where a flag decides, C# cannot see that the result is assigned, so it starts from zero.
    /// </summary>
    public static IEnumerable<Statement> Close(LoweringContext context, Block region, int label, IEnumerable<Variable> results)
    {
        if (!region.Statements.Any(s => Leaves(s, label)))
            return region.Statements;
        Regions regions = new(context, label);
        List<Statement> statements = regions.Structure([.. region.Statements], setsFlag: false);
        return regions._left is null ? statements : [.. regions.Start(results, region.Statements[0].Note), .. statements];
    }

    private List<Statement> Structure(List<Statement> statements, bool setsFlag)
    {
        List<Statement> result = [];
        for (int i = 0; i < statements.Count; i++)
        {
            Statement statement = statements[i];
            if (!Leaves(statement, _label))
            {
                result.Add(statement);
                continue;
            }
            List<Statement> rest = statements.GetRange(i + 1, statements.Count - i - 1);
            result.AddRange(StructureLeaving(statement, rest, setsFlag));
            break;
        }
        return result;
    }

    /// <summary>A statement that may leave, with everything behind it.</summary>
    private IEnumerable<Statement> StructureLeaving(Statement statement, List<Statement> rest, bool setsFlag)
    {
        switch (statement)
        {
            case If branch when rest.Count == 0:
                return [Choose(branch, Branch(branch.Then, [], setsFlag), Branch(branch.Else, [], setsFlag))];
            case If branch when AlwaysExits(branch.Then):
                return [Choose(branch, Branch(branch.Then, [], setsFlag), Branch(branch.Else, rest, setsFlag))];
            case If branch when AlwaysExits(branch.Else):
                return [Choose(branch, Branch(branch.Then, rest, setsFlag), Branch(branch.Else, [], setsFlag))];
            case If branch:
                If flagged = branch with { Then = Branch(branch.Then, [], setsFlag: true), Else = Branch(branch.Else, [], setsFlag: true) };
                return [flagged, .. UnlessLeft(rest, setsFlag, statement.Note)];
            case Loop loop:
                return [loop with { Body = InLoop(loop.Body) }, .. UnlessLeft(rest, setsFlag, statement.Note)];
            default:
                return setsFlag ? [SetFlag(statement.Note)] : [];
        }
    }

    private Block Branch(Block block, List<Statement> rest, bool setsFlag) => new(Structure([.. block.Statements, .. rest], setsFlag));

    /// <summary>A branch that only left is gone: the condition turns round.</summary>
    private static If Choose(If branch, Block then, Block otherwise) => then.IsEmpty
        ? branch with { Condition = Fold.Not(branch.Condition), Then = otherwise, Else = Block.Empty }
        : branch with { Then = then, Else = otherwise };

    private IEnumerable<Statement> UnlessLeft(List<Statement> rest, bool setsFlag, string? note)
    {
        if (rest.Count == 0)
            return [];
        return [new If(Fold.Not(new Use(Flag)), new Block(Structure(rest, setsFlag)), Block.Empty) { Note = note }];
    }

    /// <summary>In a loop, leaving the region breaks every loop on the way out.</summary>
    private Block InLoop(Block body)
    {
        List<Statement> result = [];
        foreach (Statement statement in body.Statements)
        {
            switch (statement)
            {
                case Leave leave when leave.Label == _label:
                    result.Add(SetFlag(statement.Note));
                    result.Add(new Break { Note = statement.Note });
                    break;
                case If branch:
                    result.Add(branch with { Then = InLoop(branch.Then), Else = InLoop(branch.Else) });
                    break;
                case Loop loop when Leaves(loop, _label):
                    result.Add(loop with { Body = InLoop(loop.Body) });
                    Block exit = new([new Break { Note = statement.Note }]);
                    result.Add(new If(new Use(Flag), exit, Block.Empty) { Note = statement.Note });
                    break;
                default:
                    result.Add(statement);
                    break;
            }
        }
        return new Block(result);
    }

    private Variable Flag => _left ??= _context.NewVariable("left", IrType.Boolean, VariableRole.Temporary);

    private Assign SetFlag(string? note) => new(Flag, Constant.Of(true)) { Note = note };

    private IEnumerable<Statement> Start(IEnumerable<Variable> results, string? note) =>
    [
        new Declare(Flag) { Note = note },
        new Assign(Flag, Constant.Of(false)) { Note = note },
        .. results.Where(r => r.Type is ScalarType).Select(r => new Assign(r, StorageLowering.Zero(r.Type)) { Note = note }),
    ];

    private static bool Leaves(Statement statement, int label) => statement switch
    {
        Leave leave => leave.Label == label,
        If branch => branch.Then.Statements.Any(s => Leaves(s, label)) || branch.Else.Statements.Any(s => Leaves(s, label)),
        Loop loop => loop.Body.Statements.Any(s => Leaves(s, label)),
        _ => false,
    };

    private static bool AlwaysExits(Block block) => block.Statements.Any(s => s switch
    {
        Leave or Return or Break or Continue or Throw => true,
        If branch => AlwaysExits(branch.Then) && AlwaysExits(branch.Else),
        _ => false,
    });
}
