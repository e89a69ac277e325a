using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Patterns;
using Differentiable.Generators.Lowering.Structs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Places;

/// <summary>
/// References to one place or another: <c>ref c ? ref a[i] : ref b[j]</c>. Elements of one storage are an element whose index depends on the condition; else reads
/// become conditional expressions, and writes branches.
/// </summary>
internal static class ConditionalPlaces
{
    public static Place Lower(LoweringContext context, IConditionalOperation choice)
    {
        Expr condition = context.Lower(choice.Condition);
        // What an indexer is given is often known where its code stands in the place of a call.
        if (condition is Apply { Op: Op.Equal, Arguments: [var left, var right] })
            condition = Fold.Compare(Op.Equal, left, right);
        if (condition is Constant { Value: bool known })
            return context.LowerPlace(known ? choice.WhenTrue : choice.WhenFalse!);
        (Block then, Place whenTrue) = LowerBranch(context, choice.WhenTrue);
        (Block otherwise, Place whenFalse) = LowerBranch(context, choice.WhenFalse!);
        Use saved = context.Stabilize(condition) as Use ?? context.Save(condition);
        if (then.IsEmpty && otherwise.IsEmpty && Merged(saved, whenTrue, whenFalse, choice.Syntax) is { } one)
            return one;
        then = Evaluation(context, then, whenTrue, choice.WhenTrue);
        otherwise = Evaluation(context, otherwise, whenFalse, choice.WhenFalse!);
        if (!then.IsEmpty || !otherwise.IsEmpty)
            context.Add(new If(saved, then, otherwise));
        return new ConditionalPlace(saved, whenTrue, whenFalse);
    }

    public static Expr Read(LoweringContext context, ConditionalPlace choice) => StructValues.Split(choice) is StructPlace whole
        ? context.Read(whole)
        : new Conditional(choice.Condition, context.Read(choice.WhenTrue), context.Read(choice.WhenFalse));

    public static void Write(LoweringContext context, ConditionalPlace choice, Expr value)
    {
        Expr saved = context.SaveUnlessSimple(value);
        context.Add(new If(choice.Condition, Into(choice.WhenTrue), Into(choice.WhenFalse)));

        Block Into(Place place)
        {
            context.BeginBlock();
            context.Write(place, saved);
            return context.EndBlock();
        }
    }

    private static (Block, Place) LowerBranch(LoweringContext context, IOperation branch)
    {
        context.BeginBlock();
        Place place = context.LowerPlace(branch);
        return (context.EndBranch(), place);
    }

    private static ElementPlace? Merged(Use condition, Place whenTrue, Place whenFalse, SyntaxNode syntax)
    {
        if (whenTrue is not ElementPlace one || whenFalse is not ElementPlace other || one.Storage != other.Storage || one.Path != other.Path)
            return null;
        IEnumerable<Expr> indices = one.Indices.Zip(other.Indices, (i, j) => i == j ? i : new Conditional(condition, Index(i), Index(j)));
        return new ElementPlace([one.Storage, .. indices], syntax, one.Path);
    }

    private static Expr Index(Expr index) => ConversionLowering.Adapt(index, IrType.Int32);

    /// <summary>
    /// What evaluates a place, to run only where that is the one. What the place needs of it is declared in front, and starts from zero, since C# does not see that it is
    /// assigned wherever it is read.
    /// </summary>
    private static Block Evaluation(LoweringContext context, Block lowered, Place place, IOperation operation)
    {
        CaptureStorage(context, lowered, place);
        context.BeginBlock();
        context.AddRange(lowered.Statements);
        context.Capture(place);
        Block block = context.EndBlock();
        HashSet<Variable> needed = [.. Needed(place)];
        Declare[] declarations = [.. block.Statements.OfType<Declare>().Where(declare => needed.Contains(declare.Variable))];
        if (HoldsStorage(place) || declarations.Any(declare => declare.Variable.Type is not ScalarType))
            context.Refuse(Descriptors.UnsupportedConstruct, operation, operation.Syntax.ToString(), "a reference, depending on a condition, to other than a number, a struct of numbers, or an element of an array or a span with a name");
        foreach (Declare declare in declarations)
        {
            context.Add(declare);
            if (declare.Variable.Type is ScalarType)
                context.Add(new Assign(declare.Variable, StorageLowering.Zero(declare.Variable.Type)));
        }
        return new Block(block.Statements.Where(statement => !declarations.Contains(statement)).ToEquatableArray());
    }

    /// <summary>Which array a variable stands for can be asked whether or not the place is the one.</summary>
    private static void CaptureStorage(LoweringContext context, Block lowered, Place place)
    {
        if (place is ElementPlace { Storage: Use { Variable: var array } } element && context.IsReassigned(array) && !lowered.Statements.Any(statement => statement is Declare declare && declare.Variable == array))
            element.Parts[0] = context.Save(element.Storage, "storage");
    }

    /// <summary>The variables that reading or writing the place reads.</summary>
    private static IEnumerable<Variable> Needed(Place place) => place is ConditionalPlace choice
        ? [choice.Condition.Variable, .. Needed(choice.WhenTrue), .. Needed(choice.WhenFalse)]
        : [.. PlaceLowering.VariablesOf(place), .. PlaceLowering.Parts(place).SelectMany(parts => parts).OfType<Use>().Select(part => part.Variable)];

    /// <summary>Does it refer to a whole array, or to a struct that holds one?</summary>
    private static bool HoldsStorage(Place place) => place is ElementPlace element
        ? Leaf.Of(element.Type).Any(leaf => leaf.Type.IsStorage)
        : PlaceLowering.VariablesOf(place).Any(variable => variable.Type.IsStorage);
}
