using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>The adjoints of arrays of tensors as users get them: zeros, where nothing was added.</summary>
internal static class TensorDestinations
{
    public static IEnumerable<Statement> Fill(AdjointContext context) => Signature.ActiveStorage(context.Source)
        .Where(parameter => !context.IsWithin && parameter.Type is { IsVector: true, Element: { } element } && LeavesOf(element).Any())
        .Select(parameter => Fill(context, parameter));

    private static For Fill(AdjointContext context, Parameter parameter)
    {
        Variable counter = context.Supply.New("i", IrType.Int32, VariableRole.Helper);
        Expr adjoint = new Use(context.ShadowOf(parameter.Variable)), primal = new Use(parameter.Variable);
        EquatableArray<Expr> indices = [new Use(counter)];
        IEnumerable<Statement> zeros = LeavesOf(parameter.Type.Element!)
            .Select(path => new Store(adjoint, indices, TensorAdjoints.OrZeros(new Element(adjoint, indices, path), new Element(primal, indices, path)), path));
        return new(counter, Constant.Of(0), Op.Less, new Length(primal), 1, new([.. zeros]));
    }

    private static IEnumerable<EquatableArray<string>> LeavesOf(IrType element) => element switch
    {
        TensorType => [[]],
        StructType whole => whole.Leaves().Where(leaf => leaf.Type is TensorType).Select(leaf => leaf.Path),
        _ => [],
    };
}
