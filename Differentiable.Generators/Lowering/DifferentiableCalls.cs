using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering;

/// <summary>Calls of other differentiable methods.</summary>
internal static class DifferentiableCalls
{
    public static Expr Lower(LoweringContext context, IInvocationOperation call, bool wantsValue)
    {
        IMethodSymbol method = call.TargetMethod;
        string name = $"{method.ContainingType.Name}.{method.Name}";
        if (ReasonAgainst(context, method) is { } reason)
            return context.Refuse(Descriptors.ExternalCall, call, name, reason);
        if (SignatureLowering.LowerCallee(context, method) is not { } callee)
            return context.Refuse(Descriptors.ExternalCall, call, name, ", which reads members that cannot be seen from here");
        if (callee.Parameters.Any(p => p.Type is TupleType))
            return context.Refuse(Descriptors.ExternalCall, call, name, ", which takes a tuple");
        (IReadOnlyList<IParameterSymbol> given, bool always) = CalleeReturns.Find(context, method.OriginalDefinition);
        Place?[] references = new Place?[callee.Parameters.Count];
        Expr?[] arguments = LowerArguments(context, call, callee, references);
        List<Variable?> results = [];
        foreach (IrType component in callee.Result.Components)
            results.Add(wantsValue && !always ? context.NewTemporary(component, callee.Name.ToCamelCase()) : null);
        EquatableArray<Expr> values = results.Select(r => r is null ? CallLowering.Nothing : (Expr)new Use(r)).ToEquatableArray();
        AddCall(context, call, callee, arguments, references, results);
        if (always)
            return arguments[given[0].Ordinal]!;
        if (results is [{ } result])
            context.Borrowed.AddRange(given.Select(parameter => new Borrowed(result, arguments[parameter.Ordinal]!, name, parameter.Name, call.Syntax)));
        return callee.Result.IsVoid ? CallLowering.Nothing : callee.Result.IsTuple ? TupleElements.Value(values) : values[0];
    }

    private static string? ReasonAgainst(LoweringContext context, IMethodSymbol method) => method switch
    {
        { IsGenericMethod: true } => ", which has type parameters",
        { IsStatic: false, ContainingType.TypeKind: not TypeKind.Class } => ", which is an instance method of other than a class",
        _ when context.DeclarationOf(method) is null && GeneratedAttribute.MembersOf(method.OriginalDefinition) is null =>
            ", for which its assembly has no derivatives: build that with the generator",
        _ => null,
    };

    /// <summary>The arguments by parameter, evaluated in the order in which they are written.</summary>
    private static Expr?[] LowerArguments(LoweringContext context, IInvocationOperation call, Callee callee, Place?[] references)
    {
        Expr[] receiver = call.Instance is null ? [] : [context.Lower(call.Instance)];
        int start = context.Mark;
        Expr[] held = new Expr[call.Arguments.Length];
        for (int i = 0; i < held.Length; i++)
        {
            IArgumentOperation argument = call.Arguments[i];
            Parameter parameter = callee.Parameters[argument.Parameter!.Ordinal];
            int mark = context.Mark;
            held[i] = CallLowering.Nothing;
            if (parameter.Mode is PassingMode.Ref or PassingMode.Out)
                references[argument.Parameter.Ordinal] = context.LowerPlace(argument.Value);
            else
                held[i] = LowerValue(context, argument.Value, parameter.Type);
            context.Protect(held, i, mark);
            foreach (IArgumentOperation earlier in call.Arguments.Take(i))
                context.Protect(references[earlier.Parameter!.Ordinal] ?? DiscardPlace.Instance, mark);
        }
        context.Protect(receiver, receiver.Length, start);
        Expr?[] arguments = ByParameter(context, call, callee, held, references);
        if (receiver.Length > 0)
            MemberInputs.Arguments(context, call, receiver[0]).ToArray().CopyTo(arguments, call.TargetMethod.Parameters.Length);
        return arguments;
    }

    /// <summary>What a reference refers to is read last, when all arguments are evaluated.</summary>
    private static Expr?[] ByParameter(LoweringContext context, IInvocationOperation call, Callee callee, Expr[] held, Place?[] references)
    {
        Expr?[] arguments = new Expr?[callee.Parameters.Count];
        for (int i = 0; i < held.Length; i++)
        {
            int ordinal = call.Arguments[i].Parameter!.Ordinal;
            arguments[ordinal] = callee.Parameters[ordinal].Mode switch
            {
                PassingMode.Out => null,
                PassingMode.Ref => context.Read(references[ordinal]!),
                _ => held[i],
            };
        }
        return arguments;
    }

    private static Expr LowerValue(LoweringContext context, IOperation argument, IrType type)
    {
        if (!type.IsStorage)
            return context.Lower(argument);
        Expr storage = context.LowerStorage(argument);
        return storage.Type == type ? storage : context.Save(ConversionLowering.Adapt(storage, type), "view");
    }

    private static void AddCall(
        LoweringContext context, IInvocationOperation call, Callee callee, Expr?[] arguments, Place?[] references, List<Variable?> results)
    {
        List<(Place Place, Variable Result)> writes = [];
        for (int i = 0; i < callee.Parameters.Count; i++)
        {
            if (references[i] is { } place)
                results.Add(ResultOf(context, callee.Parameters[i], place, writes));
            if (callee.Parameters[i].IsMutated && arguments[i] is { } storage)
                context.ElementWrites.Add((storage, call.Syntax));
        }
        context.Add(new Call(callee, arguments, results));
        foreach ((Place place, Variable result) in writes)
            context.Write(place, new Use(result));
    }

    /// <summary>What receives a reference's final value: the variable that it refers to, or a temporary on the way to an element.</summary>
    private static Variable? ResultOf(LoweringContext context, Parameter parameter, Place place, List<(Place, Variable)> writes)
    {
        switch (place)
        {
            case DiscardPlace:
                return null;
            case VariablePlace variable when variable.Variable.Type == parameter.Type:
                return variable.Variable;
            default:
                Variable result = context.NewTemporary(parameter.Type, parameter.Name);
                writes.Add((place, result));
                return result;
        }
    }
}
