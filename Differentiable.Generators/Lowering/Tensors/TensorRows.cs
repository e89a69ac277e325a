using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Statements;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Tensors;

/// <summary><c>foreach</c> over a tensor: its parts along the first axis.</summary>
internal static class TensorRows
{
    /// <summary>Lowers the loop; false when it goes over something else.</summary>
    public static bool TryLower(LoweringContext context, IForEachLoopOperation loop, IOperation collection)
    {
        if (!TensorTypes.IsTensor(collection.Type) || loop.LoopControlVariable is not IVariableDeclaratorOperation)
            return false;
        IrType type = TypeLowering.Lower(collection.Type);
        Expr tensor = context.Save(context.LowerTensor(collection), "rows");
        Expr count = context.Save(new OpaqueBuilder().Operand(tensor).Text(".Shape[0]").Build(IrType.Int32, isPure: true), "count");
        ForEachLowering.CountedLoop(
            context,
            "i",
            count,
            i =>
            {
                ForEachLowering.Bind(context, loop, new TensorOperation(context, loop, "Slice").Argument("x", tensor).Argument("indices", TensorArguments.Indices(i)).Build(type));
                ForEachLowering.LowerBody(context, loop);
            },
            loop.Body);
        return true;
    }
}
