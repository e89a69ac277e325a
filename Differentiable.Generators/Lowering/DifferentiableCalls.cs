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
        IMethodSymbol method = ExtensionBlocks.StaticForm(call.TargetMethod) ?? call.TargetMethod;
        string name = $"{ExtensionBlocks.TypeOf(method).Name}.{method.Name}";
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
        (IOperation Value, int Ordinal)[] given = Given(call);
        Expr[] receiver = call.Instance is null || given.Length > call.Arguments.Length ? [] : [context.Lower(call.Instance)];
        int start = context.Mark;
        Expr[] held = new Expr[given.Length];
        for (int i = 0; i < held.Length; i++)
        {
            (IOperation value, int ordinal) = given[i];
            Parameter parameter = callee.Parameters[ordinal];
            int mark = context.Mark;
            held[i] = CallLowering.Nothing;
            if (parameter.Mode is PassingMode.Ref or PassingMode.Out)
                references[ordinal] = context.LowerPlace(value);
            else
                held[i] = LowerValue(context, value, parameter.Type);
            context.Protect(held, i, mark);
            foreach ((_, int earlier) in given.Take(i))
                context.Protect(references[earlier] ?? DiscardPlace.Instance, mark);
        }
        context.Protect(receiver, receiver.Length, start);
        Expr?[] arguments = ByParameter(context, given, callee, held, references);
        if (receiver.Length > 0)
            MemberInputs.Arguments(context, call, receiver[0]).ToArray().CopyTo(arguments, call.TargetMethod.Parameters.Length);
        return arguments;
    }

    /// <summary>What is given for which parameter; what an extension member is called on is given for the first.</summary>
    private static (IOperation Value, int Ordinal)[] Given(IInvocationOperation call)
    {
        int receivers = call.Instance is null ? 0 : ExtensionBlocks.ReceiverCount(call.TargetMethod);
        IEnumerable<(IOperation, int)> arguments = call.Arguments.Select(argument => (argument.Value, argument.Parameter!.Ordinal + receivers));
        return receivers == 0 ? [.. arguments] : [(call.Instance!, 0), .. arguments];
    }

    /// <summary>What a reference refers to is read last, when all arguments are evaluated.</summary>
    private static Expr?[] ByParameter(
        LoweringContext context, (IOperation Value, int Ordinal)[] given, Callee callee, Expr[] held, Place?[] references)
    {
        Expr?[] arguments = new Expr?[callee.Parameters.Count];
        for (int i = 0; i < held.Length; i++)
        {
            int ordinal = given[i].Ordinal;
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
