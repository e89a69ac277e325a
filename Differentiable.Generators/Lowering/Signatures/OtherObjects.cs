using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Lowering.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Signatures;

/// <summary>
/// Marked members of objects other than <c>this</c> are constants. Since who marked them wants their derivatives, the code has to say so: by
/// <c>[NonDifferentiable]</c> on the parameter, field or property that the object comes from, or by <c>StopGradient</c>.
/// </summary>
internal static class OtherObjects
{
    /// <summary>Reports the read of a marked member where nothing says that it is a constant.</summary>
    public static void CheckRead(LoweringContext context, IMemberReferenceOperation reference)
    {
        if (reference.Instance is { } instance and not IInstanceReferenceOperation && MarkedMembers.IsMarked(reference.Member.OriginalDefinition)
            && !IsConstant(context, instance) && !IsStopped(reference))
            context.Refuse(Descriptors.MemberOfOtherObject, reference, instance.Syntax.ToString(), reference.Member.Name);
    }

    /// <summary>Does the object come from something that is marked as a constant?</summary>
    public static bool IsConstant(LoweringContext context, IOperation instance) => instance switch
    {
        IParameterReferenceOperation parameter => Attributes.IsNonDifferentiable(parameter.Parameter),
        IMemberReferenceOperation member => Attributes.IsNonDifferentiable(member.Member)
            || (member.Instance is { } outer and not IInstanceReferenceOperation && IsConstant(context, outer)),
        IArrayElementReferenceOperation element => IsConstant(context, element.ArrayReference),
        IConversionOperation conversion => IsConstant(context, conversion.Operand),
        ILocalReferenceOperation local => IsConstant(context, local.Local),
        _ => false,
    };

    public static bool IsStopped(IOperation operation)
    {
        for (IOperation? outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IInvocationOperation call && CallLowering.IsStopGradient(call.TargetMethod))
                return true;
        }
        return false;
    }

    /// <summary>A local that is assigned once stands for what it was declared with.</summary>
    private static bool IsConstant(LoweringContext context, ILocalSymbol local)
    {
        if (context.Reassignments.Contains(local.Name) || local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation) is not { } declaration)
            return false;
        return context.ModelOf(declaration.SyntaxTree).GetOperation(declaration, context.Cancellation) switch
        {
            IVariableDeclaratorOperation { Initializer.Value: { } value } => IsConstant(context, value),
            IForEachLoopOperation loop => IsConstant(context, loop.Collection),
            _ => false,
        };
    }
}
