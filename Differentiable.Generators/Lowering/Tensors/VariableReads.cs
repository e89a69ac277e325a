using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Tensors;

/// <summary>
/// Variables, which stand for the tensor that they hold. The reverse sweep reads them again, so that nothing may assign them under way: what does is refused, and what other code may
/// assign without being given it is read once, where the method reads it.
/// </summary>
internal static class VariableReads
{
    private const string Read = "global::Differentiable.Tensors.Tensor.Identity(";

    /// <summary>The tensor that is meant where this one is an operand.</summary>
    public static Expr LowerTensor(this LoweringContext context, IOperation operand)
    {
        Expr value = context.Lower(operand);
        return MayBeAssigned(context, operand)
            ? context.Save(new Opaque(value.Type, [Read, ")"], [value], IsPure: false), ((IMemberReferenceOperation)operand).Member.Name.ToCamelCase())
            : value;
    }

    /// <summary>Is it <c>Assign</c> of a variable, or one of its kin?</summary>
    public static bool IsAssignment(IMethodSymbol method) =>
        TensorTypes.HoldsVariables(method.ContainingType) && method.Name.StartsWith("Assign", StringComparison.Ordinal);

    /// <summary>The call that assigns a variable, which is refused.</summary>
    public static Expr RefuseAssignment(LoweringContext context, IInvocationOperation call) => context.Refuse(
        Descriptors.AssignsVariable, call, call.Instance!.Syntax.ToString(), "is assigned", "return the value, and assign it where the method is called");

    /// <summary>Refuses to give variables to code that is not looked into and may assign them.</summary>
    public static void CheckGiven(LoweringContext context, IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.MethodKind != MethodKind.DelegateInvoke && !CallsOut.RunsCodeOfUser(method))
            return;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            IOperation given = argument.Value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : argument.Value;
            if (given.Type is { } type && TensorTypes.HoldsVariables(type))
                context.Refuse(Descriptors.AssignsVariable, argument, given.Syntax.ToString(), $"goes into '{method.Name}', which may assign it", $"give it '{given.Syntax}.Read()'");
        }
    }

    /// <summary>Is it a variable that belongs to an object or a class, and does the method call code that may know it?</summary>
    private static bool MayBeAssigned(LoweringContext context, IOperation operand) => operand is IMemberReferenceOperation { Member: var member }
        && operand.Type is { } type && TensorTypes.HoldsVariables(type)
        && !context.MemberInputs.ContainsKey(member.OriginalDefinition)
        && context.CallsOut;
}
