using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Members;
using Differentiable.Generators.Transforms.Tangent;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>The Hessian of a function with one result: one or several columns a sweep, as products with unit vectors.</summary>
internal static class HessianMembers
{
    /// <param name="context">The function.</param>
    /// <param name="tangent">Its tangent, along as many directions as a sweep takes.</param>
    /// <param name="product">Its Hessian-vector product, with as many vectors.</param>
    public static IEnumerable<Member> Build(AdjointContext context, TangentFunction tangent, Member product)
    {
        Function function = context.Source;
        var shape = new MatrixShape(function);
        var member = new MatrixMember(context, "hessian", product.Remarks);
        var inputs = new WorkingInputs(context, function);
        Stack stack = Stack.Of(shape.Inputs);
        Variable column = context.Supply.New("column", IrType.Int32, VariableRole.Helper);
        Sweep sweep = ProductSweep.Of(context, tangent, product, shape, inputs, column, stack.Offsets, products => products.SelectMany((part, i) =>
            member.Directions.WriteColumns(part, member.Matrix, stack.Offsets[i], new Use(column))));
        const string Summary = "The Hessian of {F}: the second derivative with respect to each two of its inputs, the parameters one behind the other.";
        yield return member.Of("Hessian", Summary,
        [
            member.RequireShape(stack.Total, stack.Total),
            .. inputs.Before(),
            .. sweep.Before,
            .. member.Blocks(column, stack.Total, sweep.Round),
            .. inputs.AtTheEnd(),
        ]);
        yield return member.Allocating("Hessian", Summary, _ => [], stack.Total, stack.Total);
    }
}
