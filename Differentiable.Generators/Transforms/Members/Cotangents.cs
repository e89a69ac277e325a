using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>The parameters through which the cotangents of a function's outputs come in.</summary>
internal static class Cotangents
{
    /// <param name="context">The function.</param>
    /// <param name="asReferences">
    /// As the public members have them: one <c>dresult</c> of the return type, and <c>ref</c> for <c>ref</c> parameters. Otherwise flat, by value.
    /// </param>
    public static IEnumerable<MemberParameter> Of(AdjointContext context, bool asReferences)
    {
        Function source = context.Source;
        for (int i = 0; i < source.Result.Components.Count; i++)
        {
            IrType type = source.Result.Components[i];
            if (!type.HoldsReal)
                continue;
            Part? part = asReferences && !context.IsWithin && source.Result.Parts.Count > 0 ? source.Result.Parts[i]! with { Whole = context.Names.Result } : null;
            string documentation = part is null ? "The cotangent of the result." : "The cotangents of the result.";
            yield return Parameter(context, context.Names.ResultComponents[i], CotangentType(context.AdjointType(type)), "", documentation) with { Part = part };
        }
        foreach (Parameter parameter in source.Parameters.Where(IsRealReference))
        {
            bool isReference = asReferences && parameter.Mode == PassingMode.Ref;
            string name = parameter.DeclaredName;
            MemberParameter cotangent = Parameter(
                context, context.Names.Adjoint(parameter.Variable), context.AdjointType(parameter.Type), isReference ? "ref" : "",
                isReference
                    ? $"In: the cotangent of the final value of {name}. Out: the adjoint of the initial one."
                    : $"The cotangent of the final value of {name}.");
            yield return asReferences && !context.IsWithin && parameter.Part is { } part
                ? cotangent with { Part = part with { Whole = context.Names.Adjoint(part) }, IsDestination = WholeDestinations.Hold(context, parameter) }
                : cotangent;
        }
    }

    /// <summary>What starts the adjoints of the outputs from these parameters.</summary>
    /// <param name="context">The function.</param>
    /// <param name="cotangents">The parameters.</param>
    /// <param name="checksLengths">Must a returned array's cotangent have its length? To the halves nothing at all stands for zeros.</param>
    public static IEnumerable<Statement> Seeds(AdjointContext context, List<MemberParameter> cotangents, bool checksLengths)
    {
        Function source = context.Source;
        var remaining = new Queue<Variable>(cotangents.Select(cotangent => cotangent.Variable));
        for (int i = 0; i < source.Result.Components.Count; i++)
        {
            if (!source.Result.Components[i].HoldsReal)
                continue;
            Part? part = source.Result.Parts.Count > 0 ? source.Result.Parts[i] : null;
            string? name = part is null ? null : (part with { Whole = context.Names.Result }).Display;
            foreach (Statement seed in JoinedMembers.Seed(context, context.Results[i], new Use(remaining.Dequeue()), checksLengths && part?.InlineLength is null, name))
                yield return seed;
        }
        foreach (Variable final in RealFinals(context))
        {
            foreach (Statement seed in JoinedMembers.Seed(context, final, new Use(remaining.Dequeue()), checksLengths))
                yield return seed;
        }
    }

    /// <summary>Hands the adjoints of the initial values of <c>ref</c> parameters back where their cotangents came in.</summary>
    public static IEnumerable<Statement> HandBack(AdjointContext context, List<MemberParameter> cotangents) => context.Source.Parameters
        .Where(parameter => IsRealReference(parameter) && parameter.Mode == PassingMode.Ref)
        .Select(parameter => new Assign(
            cotangents.First(cotangent => cotangent.Modifier == "ref" && cotangent.Variable.Name == context.Names.Adjoint(parameter.Variable)).Variable,
            JoinedMembers.ReturnedAdjoint(context, parameter)));

    private static bool IsRealReference(Parameter parameter) => parameter.Mode is PassingMode.Ref or PassingMode.Out && parameter.Type.HasAdjoint;

    private static IEnumerable<Variable> RealFinals(AdjointContext context) => context.Source.Parameters
        .Zip(context.Finals, (parameter, final) => (parameter, final))
        .Where(pair => IsRealReference(pair.parameter))
        .Select(pair => pair.final);

    private static IrType CotangentType(IrType type) => type is ArrayType { Rank: 1, ElementType.IsStorage: false } vector
        ? new SpanType(vector.ElementType, true)
        : type;

    private static MemberParameter Parameter(AdjointContext context, string name, IrType type, string modifier, string documentation) =>
        new(context.Supply.New(name, type, VariableRole.Shadow), modifier, null, documentation);
}
