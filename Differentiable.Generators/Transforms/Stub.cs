using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Generators.Transforms;

/// <summary>A function with the signature of another and nothing in it: for the signatures of the members that would be generated for it.</summary>
internal static class Stub
{
    public static Function Of(Function function)
    {
        List<Statement> code = [.. function.Parameters
            .Where(parameter => parameter.Mode == PassingMode.Out)
            .Select(parameter => new Assign(parameter.Variable, Nothing(parameter.Type)))];
        var supply = VariableSupply.For(function);
        List<Expr> results = [.. function.Result.Components.Select(type => Result(type, supply, code))];
        code.Add(new Return(results));
        return function with { Body = new(code), Lifted = [] };
    }

    private static Expr Result(IrType type, VariableSupply supply, List<Statement> code)
    {
        if (!type.IsStorage)
            return Nothing(type);
        Variable empty = supply.New("result", type, VariableRole.Temporary);
        code.Add(new Declare(empty));
        code.Add(new Assign(empty, new NewStorage(type, [Constant.Of(0)], [], OnStack: false)));
        return new Use(empty);
    }

    private static Expr Nothing(IrType type) => type.IsReal ? Algebra.Zero(type) : Opaque.DefaultLiteral(type);
}
