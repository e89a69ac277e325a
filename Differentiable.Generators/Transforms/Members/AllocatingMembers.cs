using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>The overloads that allocate the arrays which the others are given.</summary>
internal sealed class AllocatingMembers(AdjointContext context)
{
    private readonly Function _source = context.Source;

    public Member Of(Member member, bool withValue)
    {
        List<MemberParameter> inputs = Gathering.Parameters(Signature.Inputs(_source, areLast: true), context.Supply);
        List<Parameter> active = [.. _source.Parameters.Where(parameter => parameter.IsActive && parameter.IsInput)];
        (IrType Type, string Name)? value = withValue ? (_source.Result.Components[0], Signature.ValueName(_source)) : null;
        ReturnShape shape = Gathering.Shape(Signature.Gradients(active.Select(parameter => parameter with { Variable = Allocated(parameter.Variable) }), value));
        List<Variable> returned = [.. shape.Components.Select((type, i) => context.Supply.New(IsValue(i) ? "value" : "d" + shape.Names[i], type, VariableRole.Helper))];
        List<Parameter> storage = [.. active.Where(parameter => parameter is { Type.IsStorage: true, InlineMode: null })];
        List<Variable> arrays = [.. returned.Where(variable => variable.Type.IsStorage)];
        return new(
            member.Name, member.Accessibility, inputs, shape,
            member.Summary + " Allocates the arrays that it returns.",
            withValue ? "The value, then the derivatives in the order of the parameters." : "The derivatives in the order of the parameters.",
            IsHidden: false,
            new(
            [
                .. storage.Zip(arrays, (parameter, array) => new Assign(array, Allocate(parameter, array.Type))),
                CallHalves.Receive([.. returned.Where(variable => !variable.Type.IsStorage)], Invoke(member, inputs, arrays)),
                new Return(returned.Select(variable => (Expr)new Use(variable)).ToEquatableArray()),
            ]))
        {
            Remarks = member.Remarks,
        };

        bool IsValue(int component) => withValue && component == 0;
    }

    private static Variable Allocated(Variable variable) => variable with { Type = AllocatedType(variable.Type) };

    private static IrType AllocatedType(IrType type) => type is SpanType span ? new ArrayType(span.ElementType, 1) : type;

    private static Expr Allocate(Parameter parameter, IrType type)
    {
        return type is ArrayType { Rank: 1, ElementType.IsStorage: false }
            ? new NewStorage(type, [Signature.LengthOf(parameter)], [], OnStack: false)
            : new Opaque(type, ["Shadow.Like(", ")"], [new Use(parameter.Variable)], IsPure: true);
    }

    private Opaque Invoke(Member member, IEnumerable<MemberParameter> inputs, IEnumerable<Variable> destinations)
    {
        List<Expr> arguments = [.. inputs.Where(parameter => parameter.IsPassed).Select(parameter => parameter.Variable).Concat(destinations).Select(variable => new Use(variable))];
        List<string> text = [$"{member.Name}{_source.TypeArguments}("];
        text.AddRange(Enumerable.Repeat(", ", arguments.Count - 1));
        text.Add(")");
        return new(new OpaqueType("var"), text, arguments, IsPure: false);
    }
}
