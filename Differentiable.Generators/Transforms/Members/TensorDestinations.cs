using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>The adjoints of arrays of tensors as users get them: zeros, where nothing was added.</summary>
internal static class TensorDestinations
{
    public static IEnumerable<Statement> Fill(AdjointContext context) => Signature.ActiveStorage(context.Source)
        .Where(parameter => !context.IsWithin && Leaf.TensorsOf(parameter.Type.Leaf).Any())
        .Select(parameter => ForEach(context, new Use(context.ShadowOf(parameter.Variable)), new Use(parameter.Variable), FillElement));

    /// <summary>Checks the cotangents that users give for an array of tensors.</summary>
    public static Evaluate RequireShapes(Expr cotangents, Variable output) =>
        new(Opaque.Check([$"TensorPullbacks.RequireShapes<{RuntimeCalls.TypeText(((TensorType)output.Type.Leaf).Number)}>(", ", ", ")"], [cotangents, new Use(output)]));

    private static IEnumerable<Statement> FillElement(Expr adjoint, Expr primal, EquatableArray<Expr> indices) => Leaf.TensorsOf(primal.Type.Element!)
        .Select(leaf => new Store(adjoint, indices, TensorAdjoints.OrZeros(new Element(adjoint, indices, leaf.Path), new Element(primal, indices, leaf.Path)), leaf.Path));

    /// <summary>Goes through the elements of two arrays of one shape: row by row, where there are rows.</summary>
    public static For ForEach(AdjointContext context, Expr first, Expr second, Func<Expr, Expr, EquatableArray<Expr>, IEnumerable<Statement>> ofElement)
    {
        Variable i = context.Supply.New("i", IrType.Int32, VariableRole.Helper), j = context.Supply.New("j", IrType.Int32, VariableRole.Helper);
        bool isMatrix = second.Type is ArrayType { Rank: 2 };
        EquatableArray<Expr> row = [new Use(i)];
        IEnumerable<Statement> body = isMatrix ? [Loop(j, new Length(second, 1), ofElement(first, second, [new Use(i), new Use(j)]))]
            : second.Type.Element!.IsStorage ? [ForEach(context, new Element(first, row), new Element(second, row), ofElement)]
            : ofElement(first, second, row);
        return Loop(i, new Length(second, isMatrix ? 0 : null), body);
    }

    private static For Loop(Variable counter, Expr count, IEnumerable<Statement> body) => new(counter, Constant.Of(0), Op.Less, count, 1, new([.. body]));
}
