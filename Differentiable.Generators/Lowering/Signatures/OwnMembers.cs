using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Signatures;

/// <summary>What a method reads through <c>this</c>: inputs, or constants.</summary>
internal static class OwnMembers
{
    /// <summary>The member's value, or null when it is read as any other code's.</summary>
    public static Expr? TryRead(LoweringContext context, IMemberReferenceOperation reference)
    {
        if (reference.Instance is not IInstanceReferenceOperation { Type.IsReferenceType: true })
            return null;
        ISymbol member = reference.Member;
        // A marked member that is no input is read by helpers alone that decide something; what they give is no real number.
        bool isLost = context.Inlined.Count > 0 && context.Inlined.All(open => UnmarkedHelpers.GivesReals(open.Symbol));
        if (isLost && MarkedMembers.IsMarked(member.OriginalDefinition) && !context.MemberInputs.ContainsKey(member.OriginalDefinition))
            return context.Refuse(Descriptors.HiddenMember, reference, context.Inlined.Peek().Symbol.Name, member.Name);
        HiddenMembers.Check(context, member, reference.Syntax);
        if (context.MemberInputs.TryGetValue(member.OriginalDefinition, out Variable? input))
            return new Use(input);
        if (member is IPropertySymbol property && (!StoredProperties.IsStored(property.OriginalDefinition) || property.IsVirtual || property.IsOverride))
            return null;
        bool isFixed = member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null or { IsInitOnly: true } };
        return Read(context, member, "this." + Literals.Identifier(member.Name), MarkedMembers.TypeOf(member), isFixed);
    }

    /// <summary>A parameter of the class's primary constructor, which its methods may read.</summary>
    public static Expr? TryRead(LoweringContext context, IParameterReferenceOperation reference)
    {
        IParameterSymbol parameter = reference.Parameter;
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.IsReferenceType: true })
            return null;
        HiddenMembers.CheckCaptured(context, parameter, reference.Syntax);
        if (IsHidden(context, parameter.Name))
            return context.Refuse(Descriptors.NameCollision, reference, context.Method.Name, parameter.Name, context.Method.Name);
        return Read(context, parameter, Literals.Identifier(parameter.Name), parameter.Type, isFixed: false);
    }

    /// <summary>
    /// What no one can change while the method runs is read once, on entry: the method itself cannot write it, so only code that it calls could.
    /// </summary>
    private static Expr Read(LoweringContext context, ISymbol member, string text, ITypeSymbol type, bool isFixed)
    {
        Opaque read = new(ExternalLowering.ResultType(type), [text], [], IsPure: isFixed);
        return TypeLowering.Lower(type) is StructType || !(isFixed || !context.CallsOut)
            ? ExternalLowering.Split(context, type, read)
            : context.Share(member, member.Name.ToCamelCase(), () => read);
    }

    /// <summary>Is there a parameter of that name in a generated member?</summary>
    private static bool IsHidden(LoweringContext context, string name) =>
        name.StartsWith("dresult", StringComparison.Ordinal) || name.StartsWith("stack", StringComparison.Ordinal)
        || context.Method.Parameters.Select(parameter => parameter.Name)
            .Concat(context.MemberInputs.Values.Select(member => member.Name))
            .Any(input => name.StartsWith("d" + input, StringComparison.Ordinal));

    /// <summary>
    /// Reports code that is not looked into and may read marked members of the object that it is given, since their derivatives would be lost in
    /// it; or may change them under way.
    /// </summary>
    /// <param name="context">The method.</param>
    /// <param name="operation">The code.</param>
    /// <param name="target">The method or accessor that runs.</param>
    /// <param name="instance">The object that it runs on.</param>
    /// <param name="arguments">What else it is given.</param>
    public static void CheckHiddenReads(
        LoweringContext context, IOperation operation, IMethodSymbol target, IOperation? instance, IEnumerable<IOperation> arguments)
    {
        ISymbol[] marked = [.. MarkedMembers.Of(context.Method.ContainingType)];
        if (marked.Length == 0 || OtherObjects.IsStopped(operation))
            return;
        bool isHarmless = operation.Type is null || Purity.IsHarmless(operation.Type);
        bool isGivenThis = !isHarmless && arguments.Any(IsThis);
        ISymbol? found = isGivenThis ? marked[0]
            : instance is not null && IsThis(instance) ? MarkedMembers.ReachedFrom(context, target, onlyWrites: isHarmless).FirstOrDefault()
            : null;
        if (found is not null && (isGivenThis || !context.Helpers.TryFind(context, target)))
            context.Refuse(Descriptors.HiddenMember, operation, target.AssociatedSymbol?.Name ?? target.Name, found.Name);
    }

    private static bool IsThis(IOperation operation) =>
        operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
        || operation is IConversionOperation { Operand: var operand } && IsThis(operand);
}
