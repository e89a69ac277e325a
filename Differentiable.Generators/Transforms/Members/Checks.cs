using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>What a public member checks on entry: destinations have the shape of their inputs, and overlap nothing else.</summary>
internal static class Checks
{
    public static IEnumerable<Statement> Of(AdjointContext context)
    {
        List<Parameter> storage = [.. Storage(context.Source)];
        List<Parameter> active = [.. Signature.ActiveStorage(context.Source).Where(parameter => parameter.InlineMode is null)];
        foreach (Parameter tangent in storage.Where(parameter => parameter.TangentOf is not null))
            yield return SameShape(tangent.Variable, storage.First(parameter => parameter.Variable == tangent.TangentOf));
        foreach (Parameter parameter in active)
            yield return SameShape(context.ShadowOf(parameter.Variable), parameter);
        for (int i = 0; i < active.Count; i++)
        {
            Variable destination = context.ShadowOf(active[i].Variable);
            foreach (Parameter other in storage)
                yield return Disjoint(destination, other.Variable);
            foreach (Parameter earlier in active.Take(i))
                yield return Disjoint(destination, context.ShadowOf(earlier.Variable));
        }
        foreach (Statement check in OfWritten(storage))
            yield return check;
    }

    /// <summary>The parameters that are storage of real numbers, which lies where the caller says.</summary>
    public static IEnumerable<Parameter> Storage(Function source) =>
        source.Parameters.Where(parameter => parameter.Type.HoldsReal && parameter is { Type.IsStorage: true, InlineMode: null });

    /// <summary>Storage that is written overlaps none of the other.</summary>
    public static IEnumerable<Statement> OfWritten(List<Parameter> storage)
    {
        foreach (Parameter written in storage.Where(parameter => parameter.IsMutated))
        {
            foreach (Parameter other in storage.Where(other => other != written && !(other.IsMutated && storage.IndexOf(other) < storage.IndexOf(written))))
                yield return Disjoint(written.Variable, other.Variable);
        }
    }

    public static Statement SameShape(Variable destination, Parameter input) => destination.Type.IsVector
        ? Call($"Destination.RequireLength<{Leaf(destination)}>(", new Use(destination), Signature.LengthOf(input), new Use(destination))
        : SameShape(new Use(destination), input.Variable);

    /// <summary>A matrix, or arrays of arrays, has the shape of another.</summary>
    public static Statement SameShape(Expr storage, Variable like) =>
        Call($"Destination.RequireSameShape<{RuntimeCalls.TypeText(storage.Type.Leaf)}, {Leaf(like)}>(", storage, new Use(like), storage);

    private static Statement Disjoint(Variable destination, Variable other) => new Evaluate(Opaque.Check(
        [$"Destination.RequireDisjoint<{Leaf(destination)}, {Leaf(other)}>(", ", ", ", nameof(", "), nameof(", "))"],
        [new Use(destination), new Use(other), new Use(destination), new Use(other)]));

    private static Evaluate Call(string start, Expr destination, Expr like, Expr named) => new(
        Opaque.Check([start, ", ", ", nameof(", "))"], [destination, like, named]));

    private static string Leaf(Variable variable) => RuntimeCalls.TypeText(variable.Type.Leaf);
}
