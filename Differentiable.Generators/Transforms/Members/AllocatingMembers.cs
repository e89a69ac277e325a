using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>The overloads that allocate the arrays which the others are given.</summary>
internal sealed class AllocatingMembers(AdjointContext context)
{
    private readonly Function _source = context.Source;

    public Member Of(Member member, bool withValue)
    {
        List<Parameter> active = [.. _source.Parameters.Where(parameter => parameter.IsActive && parameter.IsInput)];
        var arrays = active.Where(parameter => parameter.Type.IsStorage)
            .ToDictionary(parameter => parameter, parameter => context.Supply.New("d" + parameter.Name, AllocatedType(parameter.Type), VariableRole.Helper));
        var scalars = active.Where(parameter => !parameter.Type.IsStorage)
            .ToDictionary(parameter => parameter, parameter => context.Supply.New("d" + parameter.Name, parameter.Type, VariableRole.Helper));
        Variable value = context.Supply.New("value", _source.Result.Components[0], VariableRole.Helper);

        List<Statement> body = [.. arrays.Select(pair => new Assign(pair.Value, Allocate(pair.Key, pair.Value.Type)))];
        List<Variable?> received = [.. scalars.Values];
        if (withValue)
            received.Insert(0, value);
        body.Add(CallHalves.Receive(received, Invoke(member, arrays.Values)));
        List<Variable> returned = [.. active.Select(parameter => parameter.Type.IsStorage ? arrays[parameter] : scalars[parameter])];
        if (withValue)
            returned.Insert(0, value);
        body.Add(new Return(returned.Select(variable => (Expr)new Use(variable)).ToEquatableArray()));

        List<(IrType Type, string Name)> components = [.. active.Select(parameter => (parameter.Type.IsStorage ? AllocatedType(parameter.Type) : parameter.Type, parameter.Name))];
        if (withValue)
            components.Insert(0, (value.Type, Signature.ValueName(_source)));
        return new(
            member.Name, member.Accessibility, Signature.Inputs(_source, areLast: true).ToEquatableArray(), Signature.Shape(components),
            member.Summary + " Allocates the arrays that it returns.",
            withValue ? "The value, then the derivatives in the order of the parameters." : "The derivatives in the order of the parameters.",
            IsHidden: false, new(body));
    }

    private static IrType AllocatedType(IrType type) => type is SpanType span ? new ArrayType(span.ElementType, 1) : type;

    private static Expr Allocate(Parameter parameter, IrType type)
    {
        return type is ArrayType { Rank: 1, ElementType.IsStorage: false }
            ? new NewStorage(type, [Signature.LengthOf(parameter)], [], OnStack: false)
            : new Opaque(type, ["Shadow.Like(", ")"], [new Use(parameter.Variable)], IsPure: true);
    }

    private Opaque Invoke(Member member, IEnumerable<Variable> destinations)
    {
        List<Expr> arguments = [.. _source.Declared.Where(parameter => parameter.IsInput).Select(parameter => parameter.Variable).Concat(destinations).Select(variable => new Use(variable))];
        List<string> text = [member.Name + "("];
        text.AddRange(Enumerable.Repeat(", ", arguments.Count - 1));
        text.Add(")");
        return new(new OpaqueType("var"), text, arguments, IsPure: false);
    }
}
