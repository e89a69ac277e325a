using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>What a public member checks on entry: destinations have the shape of their inputs, and overlap nothing else.</summary>
internal static class Checks
{
    public static IEnumerable<Statement> Of(AdjointContext context)
    {
        List<Parameter> all = [.. Storage(context.Source)], storage = [.. all.Where(parameter => parameter.Type.HoldsReal)];
        List<Parameter> active = [.. Signature.ActiveStorage(context.Source).Where(parameter => parameter.InlineMode is null)];
        List<Named> destinations = [.. active.Select(parameter => DestinationOf(context, parameter))];
        foreach (Statement check in Present(storage, parameter => new Use(parameter.Variable)))
            yield return check;
        foreach (Parameter tangent in storage.Where(parameter => parameter.TangentOf is not null))
            yield return SameShape(new(tangent), storage.First(parameter => parameter.Variable == tangent.TangentOf));
        for (int i = 0; i < active.Count; i++)
            yield return SameShape(destinations[i], active[i]);
        for (int i = 0; i < active.Count; i++)
        {
            if (IsCopy(active[i]))
                continue;
            foreach (Parameter other in storage.Where(other => !IsCopy(other)))
                yield return Disjoint(destinations[i], new(other));
            foreach (int earlier in Enumerable.Range(0, i).Where(earlier => !IsCopy(active[earlier])))
                yield return Disjoint(destinations[i], destinations[earlier]);
        }
        foreach (Statement check in OfWritten(all))
            yield return check;
    }

    /// <summary>Is it numbers that were gathered from elements, in an array that nobody else has? Two arrays of such elements are told apart by the arrays in them.</summary>
    private static bool IsCopy(Parameter parameter) => parameter is { Part.IsCopied: true };

    /// <summary>The arrays in structs are there: one that nobody has filled has none.</summary>
    public static IEnumerable<Statement> Present(IEnumerable<Parameter> storage, Func<Parameter, Expr> read) => storage
        .Where(parameter => parameter is { Type: ArrayType, MayBeNull: false, Part: { InlineLength: null, IsGathered: false } })
        .Select(parameter => new Evaluate(Opaque.Check(["ArgumentNullException.ThrowIfNull(", $", \"{parameter.Part!.Display}\")"], [read(parameter)])));

    /// <summary>The parameters that are storage of numbers, which lies where the caller says.</summary>
    public static IEnumerable<Parameter> Storage(Function source) =>
        source.Parameters.Where(parameter => (parameter.Type.HoldsReal || parameter.Type.Leaf is ScalarType) && parameter is { Type.IsStorage: true, InlineMode: null });

    /// <summary>Storage that is written overlaps none of the other: of real numbers, or of integers of one type.</summary>
    public static IEnumerable<Statement> OfWritten(List<Parameter> storage)
    {
        foreach (Parameter written in storage.Where(parameter => !IsCopy(parameter) && (parameter.IsMutated || IsPutBack(parameter, storage))))
        {
            foreach (Parameter other in storage.Where(other => other != written && !IsCopy(other) && !(other.IsMutated && storage.IndexOf(other) < storage.IndexOf(written)) && MayBeOne(written.Type, other.Type)))
                yield return Disjoint(new(written), new(other));
        }
    }

    /// <summary>Are they arrays in elements that get numbers or other arrays? Where another parameter is the same array of elements, it has the same arrays in them.</summary>
    private static bool IsPutBack(Parameter parameter, List<Parameter> storage) =>
        parameter.Part is { IsGathered: true } part && storage.Any(other => other.IsPutBack && other.Part!.Whole == part.Whole);

    private static bool MayBeOne(IrType one, IrType other) => one.HoldsReal ? other.HoldsReal : one.Leaf == other.Leaf;

    public static Statement SameShape(Named destination, Parameter input)
    {
        if (destination.Variable.Type.IsVector)
            return Length(destination, Signature.LengthOf(input));
        var like = new Named(input);
        return input.IsMutated && RuntimeCalls.IsJagged(input.Type) ? SameRows(destination, like) : SameShape(destination, like);
    }

    /// <summary>A matrix, or arrays of arrays, has the shape of another.</summary>
    public static Statement SameShape(Named destination, Named like) => Check("RequireSameShape", [destination, like], new Use(like.Variable), destination);

    /// <summary>Rows are one array where those of what the method writes are.</summary>
    private static Evaluate SameRows(Named destination, Named written) => Check("RequireSameRows", [destination, written], new Use(written.Variable), destination, written);

    public static Statement Length(Named vector, Expr length) => Check("RequireLength", [vector], length, vector);

    private static Evaluate Disjoint(Named destination, Named other) => Check("RequireDisjoint", [destination, other], new Use(other.Variable), destination, other);

    private static Named DestinationOf(AdjointContext context, Parameter parameter) => new(
        context.ShadowOf(parameter.Variable), WholeDestinations.Hold(context, parameter) ? WholeDestinations.NameOf(context, parameter.Part!) : null);

    /// <param name="check">The method.</param>
    /// <param name="types">Those whose elements' types are its type arguments; the first is what is checked.</param>
    /// <param name="against">What it is compared with.</param>
    /// <param name="names">What is named in the message.</param>
    private static Evaluate Check(string check, IReadOnlyList<Named> types, Expr against, params Named[] names)
    {
        List<string> text = [$"Destination.{check}<{string.Join(", ", types.Select(type => RuntimeCalls.TypeText(type.Variable.Type.Leaf)))}>(", ", ", ""];
        List<Expr> arguments = [new Use(types[0].Variable), against];
        foreach (Named name in names)
            name.WriteTo(text, arguments);
        text[text.Count - 1] += ")";
        return new(Opaque.Check(text, arguments));
    }

    /// <summary>Storage, and what it is called in messages: a parameter by its name, an array in a struct by where it is.</summary>
    public sealed record Named(Variable Variable, string? Text)
    {
        public Named(Parameter parameter)
            : this(parameter.Variable, parameter.Part is { InlineLength: null } part ? part.Display : null)
        {
        }

        /// <summary>Writes the name as one more argument of a call.</summary>
        public void WriteTo(List<string> text, List<Expr> arguments)
        {
            if (Text is not null)
            {
                text[text.Count - 1] += $", \"{Text}\"";
                return;
            }
            text[text.Count - 1] += ", nameof(";
            arguments.Add(new Use(Variable));
            text.Add(")");
        }
    }
}
