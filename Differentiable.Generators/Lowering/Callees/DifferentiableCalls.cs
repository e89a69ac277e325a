using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.CustomRules;
using Differentiable.Generators.Lowering.Declarations;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Lifting;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.SecondRuns;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Callees;

/// <summary>Calls of other differentiable methods.</summary>
internal static class DifferentiableCalls
{
    public static Expr Lower(LoweringContext context, IInvocationOperation call, bool wantsValue)
    {
        IMethodSymbol method = ExtensionBlocks.StaticForm(call.TargetMethod) ?? call.TargetMethod;
        string name = NameOf(method);
        if (ReasonAgainst(context, method) is { } reason)
            return context.Refuse(Descriptors.ExternalCall, call, name, reason);
        if (!context.Callees.ContainsKey(Substitution.Of(method)) && !MethodLowering.HasMembers(context, method))
            return context.FailAsToldElsewhere(call.Type);
        if (!GenericCalls.AreReal(method))
            return ExternalLowering.Lower(context, call);
        HiddenMembers.Check(context, method, call.Syntax);
        if (MemberInputs.HiddenFrom(context, method) is { } hidden)
            return context.Refuse(Descriptors.InaccessibleInput, call, name, hidden, context.Method.ContainingType.Name);
        Callee callee = CalleeLowering.Lower(context, method);
        if (SharedArguments.TryLower(context, call, method, callee) is { } inPlace)
            return inPlace;
        RequireDerivatives(context, call, callee, name);
        RunAgainCheck.Differentiable(context, call);
        if (call.ConstrainedToType is { } implementer)
            callee = callee with { Type = TypeLowering.FullName(implementer) };
        return Lower(context, call, callee, wantsValue);
    }

    /// <summary>The call of a method, or of a function that was lifted, as this callee.</summary>
    public static Expr Lower(LoweringContext context, IInvocationOperation call, Callee callee, bool wantsValue, LiftedFunction? lifted = null)
    {
        IMethodSymbol method = ExtensionBlocks.StaticForm(call.TargetMethod) ?? call.TargetMethod;
        (IReadOnlyList<GivenArrays> given, bool always) = CalleeReturns.Find(context, lifted?.Symbol ?? method.OriginalDefinition);
        Place?[] references = new Place?[method.Parameters.Length];
        bool isOnObject = callee.Parameters.Any(parameter => parameter.Origin == ParameterOrigin.Receiver);
        Place? self = !method.IsStatic && !isOnObject && lifted is null ? Self(context, callee, call.Instance!) : null;
        Expr[] target = isOnObject ? [context.Lower(call.Instance!)] : [];
        int mark = context.Mark;
        Expr?[] arguments = LowerArguments(context, [.. Given(call, method).Where(pair => lifted?.IsFunction(pair.Parameter) != true)], callee, references, self);
        lifted?.Give(context, arguments);
        context.Protect(target, target.Length, mark);
        if (isOnObject)
            MemberInputs.Give(context, call, callee, target[0], arguments);
        List<Variable?> results = [];
        foreach (IrType component in callee.Result.Components)
            results.Add(wantsValue && !(always && component.IsStorage) ? context.NewTemporary(component, (lifted?.Symbol ?? method).Name.ToCamelCase()) : null);
        Expr[] values = [.. results.Select(r => r is null ? CallLowering.Nothing : (Expr)new Use(r))];
        if (callee.Parameters is not [{ WholeMode: PassingMode.Ref }, ..])
            self = null;
        AddCall(context, call, method, callee, arguments, self, references, results);
        if (always)
            values = [.. values.Zip(StructParameters.LeavesOf(method, given[0].Ordinal), (value, leaf) => arguments[leaf] is { Type.IsStorage: true } array ? array : value)];
        foreach (Variable returned in results.Take(callee.Result.Components.Count).OfType<Variable>().Where(result => result.Type.IsStorage))
        {
            context.Borrowed.AddRange(given.SelectMany(one => one.In(method, arguments).Select(array => new Borrowed(returned, array, lifted?.Symbol.Name ?? NameOf(method), one.Name, call.Syntax))));
            context.Borrowed.AddRange(lifted?.BorrowedBy(context, returned, call.Syntax) ?? []);
        }
        return callee.Result.IsVoid ? CallLowering.Nothing : Result(TypeLowering.Lower(method.ReturnType), values.ToEquatableArray());
    }

    /// <summary>An operator on these values as this callee, or a property or an indexer of the first.</summary>
    public static Expr Lower(LoweringContext context, IOperation operation, IMethodSymbol method, Callee callee, Expr[] operands)
    {
        IEnumerable<ITypeSymbol> own = method.Parameters.Select(parameter => parameter.Type);
        IEnumerable<ITypeSymbol> given = method.IsStatic ? own : own.Prepend(method.ContainingType);
        List<Expr?> arguments = [.. operands.Zip(given, (operand, type) => ConversionLowering.Adapt(operand, TypeLowering.Lower(type))).SelectMany(StructValues.Leaves)];
        string name = method.AssociatedSymbol is IPropertySymbol { IsIndexer: true } ? "item" : RuleSubjects.NameOf(method).ToCamelCase();
        List<Variable?> results = [.. callee.Result.Components.Select(component => context.NewTemporary(component, name))];
        EquatableArray<Expr> values = results.Select(result => (Expr)new Use(result!)).ToEquatableArray();
        AddCall(context, operation, method, callee, [.. arguments], null, [], results);
        return Result(TypeLowering.Lower(method.ReturnType), values);
    }

    /// <summary>The derivatives of a method are made of the same derivatives of those that it calls.</summary>
    private static void RequireDerivatives(LoweringContext context, IInvocationOperation call, Callee callee, string name)
    {
        Request wanted = Requests.Of(context.Method), given = Requests.Of(call.TargetMethod);
        DerivativeKinds missing = wanted.WithoutOperation & ~given.Kinds, missingForOne = wanted.ForOneDirection & ~given.Kinds;
        if (missing != 0)
            ReportLacking(context, call, name, missing);
        else if (wanted.Order > given.Order)
            context.Report(Descriptors.CalleeLacksDerivative, call.Syntax.GetLocation(), context.Method.Name, name, $"Order = {wanted.Order}");
        else if (missingForOne != 0 && callee.CarriesSeveral)
            context.LackingForOneDirection.Add(() => ReportLacking(context, call, name, missingForOne, " (its matrices are made one direction at a time)"));
    }

    private static void ReportLacking(LoweringContext context, IInvocationOperation call, string name, DerivativeKinds missing, string why = "")
    {
        IEnumerable<string> kinds = missing.ToString().Split([", "], StringSplitOptions.None).Select(kind => $"Derivatives.{kind}");
        context.Report(Descriptors.CalleeLacksDerivative, call.Syntax.GetLocation(), context.Method.Name, name, string.Join(" | ", kinds) + why);
    }

    private static string? ReasonAgainst(LoweringContext context, IMethodSymbol method) => method switch
    {
        { IsStatic: false } when !MethodChecks.CanBeCalledOn(method.ContainingType) => ", which is an instance method of other than a class or a struct of numbers",
        _ when context.TextOf(method) is null && GeneratedAttribute.MembersOf(method.OriginalDefinition) is null =>
            ", for which its assembly has no derivatives: build that with the generator",
        _ => null,
    };

    /// <summary>The arguments by parameter, evaluated in the order in which they are written.</summary>
    private static Expr?[] LowerArguments(
        LoweringContext context, (IOperation Value, IParameterSymbol Parameter)[] given, Callee callee, Place?[] references, Place? self)
    {
        Expr[] held = new Expr[given.Length];
        for (int i = 0; i < held.Length; i++)
        {
            (IOperation value, IParameterSymbol parameter) = given[i];
            int mark = context.Mark;
            held[i] = CallLowering.Nothing;
            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
                references[parameter.Ordinal] = InlineArrays.NotDiscarded(context, context.LowerPlace(value), parameter);
            else
                held[i] = LowerValue(context, value, TypeLowering.Lower(parameter.Type));
            context.Protect(held, i, mark);
            context.Protect(self ?? DiscardPlace.Instance, mark);
            foreach ((_, IParameterSymbol earlier) in given.Take(i))
                context.Protect(references[earlier.Ordinal] ?? DiscardPlace.Instance, mark);
        }
        return ByParameter(context, callee, given, held, references, self);
    }

    /// <summary>What is given for which parameter; what an extension member is called on is given for the first.</summary>
    public static (IOperation Value, IParameterSymbol Parameter)[] Given(IInvocationOperation call, IMethodSymbol method)
    {
        int receivers = call.Instance is null ? 0 : ExtensionBlocks.ReceiverCount(call.TargetMethod);
        IEnumerable<(IOperation, IParameterSymbol)> arguments = call.Arguments.Select(argument => (argument.Value, method.Parameters[argument.Parameter!.Ordinal + receivers]));
        return receivers == 0 ? [.. arguments] : [(call.Instance!, method.Parameters[0]), .. arguments];
    }

    /// <summary>The struct that the method is called on: where it lies if the method changes it, else its value, which later arguments do not change.</summary>
    private static Place Self(LoweringContext context, Callee callee, IOperation instance)
    {
        bool isChanged = callee.Parameters[0].WholeMode == PassingMode.Ref;
        if (isChanged && StructMembers.IsVariable(context, instance))
            return context.Capture(context.LowerPlace(instance));
        if (isChanged)
            StructMembers.RefuseWrite(context, instance);
        return InlineLowering.AsPlace(context, context.SaveWhole(context.LowerWhole(instance), StructParameters.Self), StructParameters.Self);
    }

    /// <summary>What a reference refers to is read last, when all arguments are evaluated.</summary>
    private static Expr?[] ByParameter(
        LoweringContext context, Callee callee, (IOperation Value, IParameterSymbol Parameter)[] given, Expr[] held, Place?[] references, Place? self)
    {
        Expr?[] arguments = new Expr?[callee.Parameters.Count];
        if (self is not null)
            StructValues.Leaves(context.Read(self)).ToArray().CopyTo(arguments, 0);
        for (int i = 0; i < held.Length; i++)
        {
            IParameterSymbol parameter = given[i].Parameter;
            if (parameter.RefKind == RefKind.Out && TypeLowering.Lower(parameter.Type) is not StructType { HoldsInline: true })
                continue;
            Expr value = parameter.RefKind is RefKind.Ref or RefKind.Out ? context.Read(references[parameter.Ordinal]!) : held[i];
            foreach ((int leaf, Expr part) in StructParameters.LeavesOf((IMethodSymbol)parameter.ContainingSymbol, parameter.Ordinal).Zip(StructValues.Leaves(value), (leaf, part) => (leaf, part)))
                arguments[leaf] = callee.Parameters[leaf].Mode == PassingMode.Out ? null : part;
        }
        InlineArrays.Pass(context, callee, arguments);
        return arguments;
    }

    private static Expr LowerValue(LoweringContext context, IOperation argument, IrType type)
    {
        if (!type.IsStorage)
            return context.Lower(argument);
        // A row of a jagged array is looked up where it is needed; a span over it would be a name for it.
        bool isRow = type is SpanType && argument is IConversionOperation { IsImplicit: true, Operand: IArrayElementReferenceOperation row } && ElementLowering.TryRange(row) is null;
        Expr storage = context.LowerStorage(isRow ? ((IConversionOperation)argument).Operand : argument);
        return storage.Type == type || isRow ? storage : context.Save(ConversionLowering.Adapt(storage, type), "view");
    }

    private static void AddCall(
        LoweringContext context, IOperation call, IMethodSymbol method, Callee callee, Expr?[] arguments, Place? self, Place?[] references, List<Variable?> results)
    {
        List<(Place Place, Variable Result)> writes = [];
        if (self is not null)
            results.AddRange(LeavesOf(self).Select((part, leaf) => (part, leaf)).Where(pair => callee.Parameters[pair.leaf].IsOutput)
                .Select(pair => ResultOf(context, callee.Parameters[pair.leaf], pair.part, writes)));
        for (int i = 0; i < references.Length; i++)
        {
            if (references[i] is not { } place)
                continue;
            IReadOnlyList<int> leaves = [.. StructParameters.LeavesOf(method, i)];
            foreach ((int leaf, Place part) in leaves.Zip(place is DiscardPlace ? Enumerable.Repeat(place, leaves.Count) : LeavesOf(place), (leaf, part) => (leaf, part)))
            {
                if (callee.Parameters[leaf].IsOutput)
                    results.Add(ResultOf(context, callee.Parameters[leaf], part, writes));
            }
        }
        for (int i = 0; i < callee.Parameters.Count; i++)
        {
            if (callee.Parameters[i].IsMutated && arguments[i] is { } storage)
                context.ElementWrites.Add(new(storage, call.Syntax, IsByCallee: true));
        }
        context.Add(new Call(callee, arguments, results));
        foreach ((Place place, Variable result) in writes)
            context.Write(place, new Use(result));
    }

    /// <summary>The result from its leaves.</summary>
    private static Expr Result(IrType type, EquatableArray<Expr> leaves)
    {
        int next = 0;
        return StructValues.FromLeaves(type, _ => leaves[next++]);
    }

    private static string NameOf(IMethodSymbol method) => $"{ExtensionBlocks.TypeOf(method).Name}.{method.Name}";

    private static IEnumerable<Place> LeavesOf(Place place) => StructValues.Split(place) is StructPlace whole ? whole.Elements.SelectMany(LeavesOf) : [place];

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
