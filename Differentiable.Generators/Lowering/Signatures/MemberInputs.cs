using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Signatures;

/// <summary>The marked members of a method's object as parameters: of the method itself, and of those that it calls.</summary>
internal static class MemberInputs
{
    /// <summary>Those that the method reads, as inputs of it behind its parameters.</summary>
    public static IEnumerable<Parameter> OfMethod(LoweringContext context, IReadOnlyCollection<Parameter> declared)
    {
        HashSet<string> taken = [.. declared.Select(parameter => parameter.Name)];
        foreach (ISymbol member in MarkedMembers.ReadBy(context, context.Method))
        {
            // What is wrong with the member is reported where it is declared.
            if (!MarkedMembers.IsSupported(member))
                context.FailAsToldElsewhere(null);
            string name = FreeName.Like(member.Name.ToCamelCase(), taken.Contains);
            taken.Add(name);
            Variable variable = context.NewVariable(name, TypeLowering.Lower(MarkedMembers.TypeOf(member)));
            context.MemberInputs[member.OriginalDefinition] = variable;
            yield return AsParameter(member, variable) with { Source = "this." + Literals.Identifier(member.Name) };
        }
    }

    /// <summary>Those of a callee, then its object.</summary>
    public static IReadOnlyList<Parameter> OfCallee(LoweringContext context, IMethodSymbol method)
    {
        if (!IsOnObject(method))
            return [];
        int id = method.Parameters.Length;
        List<Parameter> parameters = [.. MarkedMembers.ReadBy(context, method).Select(member => AsParameter(
            member, new Variable(id++, member.Name.ToCamelCase(), TypeLowering.Lower(MarkedMembers.TypeOf(member)))))];
        return [.. parameters, ReceiverOf(method)];
    }

    /// <summary>One that a callee of another assembly says it reads, and of which nothing is known here; null where there is none.</summary>
    public static string? HiddenFrom(LoweringContext context, IMethodSymbol method) => IsOnObject(method) && context.TextOf(method) is null
        ? GeneratedAttribute.MembersOf(method)?.Except(MarkedMembers.ReadBy(context, method).Select(member => member.Name)).FirstOrDefault()
        : null;

    private static bool IsOnObject(IMethodSymbol method) => !method.IsStatic && !method.ContainingType.IsValueType;

    /// <summary>The object that a method is called on.</summary>
    public static Parameter ReceiverOf(IMethodSymbol method)
    {
        Variable receiver = new(-1, "this", new OpaqueType(TypeLowering.FullName(method.ContainingType)));
        return new(receiver, PassingMode.Value, IsActive: false, IsMutated: false, Default: null) { Origin = ParameterOrigin.Receiver };
    }

    /// <summary>Gives the callee its object, and the members of it that are inputs.</summary>
    public static void Give(LoweringContext context, IInvocationOperation call, Callee callee, Expr receiver, Expr?[] arguments)
    {
        var members = new Queue<ISymbol>(callee.Rule is null ? MarkedMembers.ReadBy(context, call.TargetMethod) : []);
        for (int i = 0; i < arguments.Length; i++)
        {
            Parameter parameter = callee.Parameters[i];
            if (parameter.Origin == ParameterOrigin.Receiver)
                arguments[i] = receiver.Type == parameter.Type ? receiver : new OpaqueBuilder().Hole(receiver).Build(parameter.Type, isPure: true);
            else if (parameter.Origin == ParameterOrigin.Member)
                arguments[i] = call.Instance is IInstanceReferenceOperation ? OfThis(context, call, members.Dequeue()) : OfOther(context, call, members.Dequeue(), receiver);
        }
    }

    private static Expr OfThis(LoweringContext context, IInvocationOperation call, ISymbol member)
    {
        if (!context.MemberInputs.TryGetValue(member.OriginalDefinition, out Variable? own))
            return context.FailAsToldElsewhere(MarkedMembers.TypeOf(member));
        RequireAccess(context, call, member);
        return new Use(own);
    }

    /// <summary>Members of another object are constants, which has to be said.</summary>
    private static Expr OfOther(LoweringContext context, IInvocationOperation call, ISymbol member, Expr receiver)
    {
        ITypeSymbol type = MarkedMembers.TypeOf(member);
        if (!OtherObjects.IsConstant(context, call.Instance!) && !OtherObjects.IsStopped(call))
            return context.Refuse(Descriptors.MemberOfOtherObject, call, call.Instance!.Syntax.ToString(), member.Name);
        IrType lowered = TypeLowering.Lower(type);
        if (!lowered.IsStorage)
            return StorageLowering.Zero(lowered);
        RequireAccess(context, call, member);
        return context.Save(new OpaqueBuilder().Operand(receiver).Text("." + Literals.Identifier(member.Name)).Build(lowered, isPure: false), "storage");
    }

    /// <summary>An adjoint for an array must be as long as the array, so the array must be in sight.</summary>
    private static void RequireAccess(LoweringContext context, IInvocationOperation call, ISymbol member)
    {
        ITypeSymbol? through = call.Instance is IInstanceReferenceOperation ? context.Method.ContainingType : call.Instance?.Type;
        bool isSeen = context.Model.Compilation.IsSymbolAccessibleWithin(member, context.Method.ContainingType, through);
        if (!isSeen && TypeLowering.Lower(MarkedMembers.TypeOf(member)).IsStorage)
            context.Refuse(Descriptors.InaccessibleMember, call, call.TargetMethod.Name, member.Name, context.Method.ContainingType.Name);
    }

    private static Parameter AsParameter(ISymbol member, Variable variable)
    {
        ITypeSymbol type = MarkedMembers.TypeOf(member);
        return new Parameter(variable, PassingMode.Value, IsActive: true, IsMutated: false, Default: null)
        {
            Origin = ParameterOrigin.Member,
            MayBeNull = variable.Type is ArrayType && type.NullableAnnotation == NullableAnnotation.Annotated,
            AnnotatedType = TypeLowering.AnnotatedName(type),
        };
    }
}
