using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Adjoint.Calls;
using Differentiable.Generators.Transforms.Runtime;
using Differentiable.Generators.Transforms.Wholes;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>The overloads that allocate the arrays which the others are given.</summary>
internal sealed class AllocatingMembers(AdjointContext context)
{
    private readonly Function _source = context.Source;

    public Member Of(Member member, bool withValue)
    {
        (List<MemberParameter> inputs, IReadOnlyList<Assign> reads) = Gathering.Parameters(Signature.Inputs(_source, areLast: true), context.Supply);
        Dictionary<Variable, Expr> leaves = reads.ToDictionary(read => read.Target, read => read.Value);
        List<Parameter> active = [.. _source.Parameters.Where(parameter => parameter.IsActive && parameter.IsInput)];
        (IrType Type, string Name)? value = withValue ? (_source.Result.Components[0], Signature.ValueName(_source)) : null;
        ReturnShape shape = Gathering.Shape(Signature.Gradients(active.Select(parameter => parameter with { Variable = Allocated(parameter.Variable), Part = parameter.Part?.AsResult() }), value));
        List<Variable> returned = [.. shape.Components.Select((type, i) => context.Supply.New(IsValue(i) ? "value" : "d" + shape.Names[i], type, VariableRole.Helper))];
        List<Made> made = [.. Makes(active, leaves, returned.Skip(withValue ? 1 : 0))];
        return new(
            member.Name, member.Accessibility, inputs, shape,
            member.Summary + " Allocates the arrays that it returns.",
            withValue ? "The value, then the derivatives in the order of the parameters." : "The derivatives in the order of the parameters.",
            IsHidden: false,
            new(
            [
                .. Checks.Present(active.Where(parameter => parameter.Type.IsStorage), parameter => leaves[parameter.Variable]),
                .. made.Select(one => new Assign(one.Variable, one.Value)),
                CallHalves.Receive([.. returned.Except(made.Select(one => one.Variable))], Invoke(member, inputs, made)),
                new Return(returned.Select(variable => (Expr)new Use(variable)).ToEquatableArray()),
            ]))
        {
            Remarks = member.Remarks,
        };

        bool IsValue(int component) => withValue && component == 0;
    }

    /// <summary>What is made for the call: an array for an array, and a struct with such arrays for a struct with arrays.</summary>
    private static IEnumerable<Made> Makes(List<Parameter> active, Dictionary<Variable, Expr> leaves, IEnumerable<Variable> returned)
    {
        IEnumerable<List<Parameter>> components = active.GroupBy(parameter => parameter.DeclaredName).Select(group => group.ToList());
        foreach ((List<Parameter> parameters, Variable variable) in components.Zip(returned, (parameters, variable) => (parameters, variable)))
        {
            if (parameters[0].Part is { HasDestination: true } part)
                yield return new(variable, MakeWhole(part, parameters, leaves) with { Type = variable.Type }, IsReference: part.Type.Each is null);
            else if (parameters[0] is { Type.IsStorage: true, InlineMode: null })
                yield return new(variable, Allocate(parameters[0], variable.Type, new Use(parameters[0].Variable)), IsReference: false);
        }
    }

    private static Opaque MakeWhole(Part part, List<Parameter> parameters, Dictionary<Variable, Expr> leaves)
    {
        Dictionary<EquatableArray<string>, Parameter> arrays = parameters.Where(parameter => parameter is { Type.IsStorage: true, InlineMode: null })
            .ToDictionary(parameter => parameter.Part!.Path);
        Expr whole = ((Opaque)leaves[arrays.Values.First().Variable]).Arguments[0];
        return part.Type.Each is not null ? MakeArray(part.Type, whole) : StructText.Make(part.Type, path => StructType.At(part.Type, path) is StructType inner
            ? MakeArray(inner, StructText.Read(whole, new(path, StructText.TypeOf(inner))))
            : arrays.TryGetValue(path, out Parameter? array) ? Allocate(array, array.Type, leaves[array.Variable]) : null);
    }

    /// <summary>An array of structs whose arrays are as long as those of another.</summary>
    private static Opaque MakeArray(StructType type, Expr like) =>
        StructText.ForEach(like, type, (element, leaf) => leaf is { Type: ArrayType { HoldsReal: true } array, IsInline: false } ? Allocate(array, StructText.Read(element, leaf)) : null);

    private static Variable Allocated(Variable variable) => variable with { Type = AllocatedType(variable.Type) };

    private static IrType AllocatedType(IrType type) => type is SpanType span ? new ArrayType(span.ElementType, 1) : type;

    private static Expr Allocate(Parameter parameter, IrType type, Expr input) => type is ArrayType { Rank: 1, ElementType.IsStorage: false }
        ? new NewStorage(type, [Signature.LengthOf(parameter, input)], [], OnStack: false)
        : RuntimeCalls.Like(type, input, parameter.IsMutated);

    /// <summary>An array for the one in an element, which may be missing.</summary>
    private static Expr Allocate(ArrayType type, Expr input) => type is { Rank: 1, ElementType.IsStorage: false }
        ? new Opaque(type, ["global::Differentiable.Runtime.Leaves.Like(", ")"], [input], IsPure: true)
        : RuntimeCalls.Like(type, input, isWritten: false);

    private Opaque Invoke(Member member, IEnumerable<MemberParameter> inputs, List<Made> made)
    {
        List<Expr> arguments = [.. inputs.Where(parameter => parameter.IsPassed).Select(parameter => parameter.Variable).Concat(made.Select(one => one.Variable)).Select(variable => new Use(variable))];
        List<string> text = [.. Enumerable.Repeat(", ", arguments.Count), ")"];
        text[0] = "";
        for (int i = 0; i < made.Count; i++)
            text[arguments.Count - made.Count + i] += made[i].IsReference ? "ref " : "";
        text[0] = $"{member.Name}{_source.TypeArguments}({text[0]}";
        return new(new OpaqueType("var"), text, arguments, IsPure: false);
    }

    /// <summary>A destination that is made for the call.</summary>
    /// <param name="Variable">The variable that it is in.</param>
    /// <param name="Value">What makes it.</param>
    /// <param name="IsReference">Is it a struct, which is passed by reference?</param>
    private sealed record Made(Variable Variable, Expr Value, bool IsReference);
}
