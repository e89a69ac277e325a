using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Adjoint.Reversal;

/// <summary>
/// A callee that puts other rows into a jagged array leaves their elements in the rows that the caller had, place by place. That is the
/// same as long as nothing else in the caller that is still there stands for a row.
/// </summary>
internal static class SharedRows
{
    public static void Refuse(AdjointContext context)
    {
        List<Statement> statements = [.. context.Body.DescendantStatements()];
        List<(Statement Name, int Index, Variable Storage)> shared =
            [.. statements.SelectMany((statement, index) => SharedBy(statement, context).Select(storage => (statement, index, storage)))];
        for (int i = 0; i < statements.Count; i++)
        {
            if (statements[i] is not Call call)
                continue;
            foreach ((Parameter parameter, Expr? argument) in call.Bindings().Where(pair => pair.Parameter.MayReplaceRows))
            {
                if (shared.Any(name => name.Storage == context.Classes.Of(argument!) && (name.Index < i || AreInOneLoop(context, name.Name, call)) && !IsOver(context, name.Name, call)))
                    throw new UnsupportedStorageException($"which rows '{StorageClasses.BaseOf(argument!).Name}' has after '{call.Callee.Name}' put others into it, while variables stand for some", call.Position);
            }
        }
    }

    /// <summary>Does the one run before the other in some round, and behind it in others?</summary>
    private static bool AreInOneLoop(AdjointContext context, Statement one, Statement other)
    {
        IEnumerable<Region> LoopsAround(Statement statement) => context.Regions.Of(statement).SelfAndAncestors().Where(region => region.Kind == RegionKind.LoopBody);
        return LoopsAround(one).Intersect(LoopsAround(other)).Any();
    }

    /// <summary>Does the name belong to a round or a branch that the call is no part of, as the variable of a <c>foreach</c> does?</summary>
    private static bool IsOver(AdjointContext context, Statement name, Call call) =>
        name is Assign { Target: var named } && context.Regions[named] is { Kind: DefinitionKind.Assigned, Region: var life } && !context.Regions.Of(call).IsInside(life);

    /// <summary>The classes in which the statement gives a row a second name.</summary>
    private static IEnumerable<Variable> SharedBy(Statement statement, AdjointContext context) => statement switch
    {
        Assign { Value: Element { Type.IsStorage: true } row } => [context.Classes.Of(row)],
        Assign { Value: CopyOf { Type.Element.IsStorage: true } copy } => [context.Classes.Of(copy.Storage)],
        Assign { Target.Type.IsStorage: true, Value: Slice or View } slice => [context.Classes.Of(slice.Target)],
        Assign { Target.Type: { IsStorage: true, Element.IsStorage: false }, Value: Use other } => [context.Classes.Of(other)],
        Store { Value.Type.IsStorage: true, Value: not NewStorage } row => [context.Classes.Of(row.Storage)],
        _ => [],
    };
}
