using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Lifting;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Sequences;
using Differentiable.Generators.Lowering.Statements;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Inlining;

/// <summary>Local functions: each call becomes the function's body, with its parameters bound to the arguments. One that calls itself is lifted.</summary>
internal static class LocalFunctionLowering
{
    public static void Declare(LoweringContext context, ILocalFunctionOperation function) =>
        context.LocalFunctions[function.Symbol] = function;

    public static Expr Lower(LoweringContext context, IInvocationOperation call) =>
        BodyOf(context, call) is { } body ? Lower(context, call, call.TargetMethod.OriginalDefinition, body) : context.Fail(call.Type);

    /// <summary>The call of a method of the user's; null where its code is not known.</summary>
    public static Expr? TryLower(LoweringContext context, IInvocationOperation call)
    {
        if (InlinedCode.Of(context, call.TargetMethod) is not { Block: { } block } code)
            return null;
        context.Reassignments.Include(code.Declaration);
        return Lower(context, call, code.Method, block);
    }

    /// <summary>The call of a function whose body is known.</summary>
    public static Expr Lower(LoweringContext context, IInvocationOperation call, IMethodSymbol symbol, IBlockOperation body) =>
        Lower(context, call, new FunctionPlace(symbol, body, Substitution.For(context.Model.Compilation, call.TargetMethod)));

    /// <summary>The call of what a delegate stands for.</summary>
    public static Expr Lower(LoweringContext context, IInvocationOperation call, FunctionPlace function) =>
        LiftedCalls.TryLower(context, call, function) ?? LowerInPlace(context, call, function);

    /// <summary>The call of a function that does not call itself.</summary>
    public static Expr LowerInPlace(LoweringContext context, IInvocationOperation call, FunctionPlace function) =>
        Inline(context, call, function.Symbol, function.Types, functions => LowerBody(context, function.Symbol, function.Body, functions)) ?? context.Fail(call.Type);

    /// <summary>The call of a method whose code is written down in this mirror.</summary>
    public static Expr LowerMirror(LoweringContext context, IInvocationOperation call, IMethodSymbol mirror)
    {
        InlinedCode code = InlinedCode.OfMirror(context, call.TargetMethod, mirror);
        context.Reassignments.Include(code.Declaration);
        return LowerInPlace(context, call, new FunctionPlace(code.Method, code.Block!, code.Types));
    }

    /// <summary>The place that the call returns a reference to.</summary>
    public static Place Refer(LoweringContext context, IInvocationOperation call) =>
        BodyOf(context, call) is { } body ? Refer(context, call, call.TargetMethod.OriginalDefinition, body) : DiscardPlace.Instance;

    public static Place Refer(LoweringContext context, IInvocationOperation call, IMethodSymbol symbol, IBlockOperation body) =>
        Inline(context, call, symbol, Substitution.For(context.Model.Compilation, call.TargetMethod), functions => ReturnedReferences.PlaceOf(context, call, new(symbol, null, context.NewLabel()) { Functions = functions }, body)) ?? DiscardPlace.Instance;

    /// <summary>What a function gives for values of its parameters, in the place of a call that is given it.</summary>
    public static Expr Apply(LoweringContext context, IInvocationOperation call, FunctionPlace function, Expr[] arguments)
    {
        IMethodSymbol symbol = function.Symbol;
        return Inline(context, call, symbol, function.Types, [], Bind, functions => LowerBody(context, symbol, function.Body, functions)) ?? context.Fail(symbol.ReturnType);

        void Bind()
        {
            for (int i = 0; i < arguments.Length; i++)
                context.Places[symbol.Parameters[i]] = BindValue(context, arguments[i], symbol.Parameters[i], TypeLowering.Lower(symbol.Parameters[i].Type));
        }
    }

    private static IBlockOperation? BodyOf(LoweringContext context, IInvocationOperation call) =>
        context.LocalFunctions.TryGetValue(call.TargetMethod.OriginalDefinition, out ILocalFunctionOperation? function) ? function.Body : null;

    /// <summary>What comes of the function's body, with its parameters bound to the arguments.</summary>
    private static T? Inline<T>(LoweringContext context, IInvocationOperation call, IMethodSymbol symbol, Substitution? types, Func<IReadOnlyList<IMethodSymbol>, T> lowerBody)
        where T : class
    {
        return Inline(context, call, symbol, types, KnownFunctions.GivenTo(context, call.Arguments), () => BindArguments(context, call, symbol), lowerBody);
    }

    private static T? Inline<T>(
        LoweringContext context, IInvocationOperation call, IMethodSymbol symbol, Substitution? types, IMethodSymbol[] functions, Action bind, Func<IReadOnlyList<IMethodSymbol>, T> lowerBody)
        where T : class
    {
        if (OpenCode.HasRecursion(context, symbol, types, functions))
        {
            LiftedCalls.Refuse(context, call, symbol, LiftedSignature.ReasonAgainst(context, symbol) ?? "is given a function or a type that calls it: make it a method");
            return null;
        }
        return OpenCode.WithOwnVariables(context, symbol, () =>
        {
            bind();
            using Substitution.Scope scope = Substitution.Return(types);
            return lowerBody(functions);
        });
    }

    private static void BindArguments(LoweringContext context, IInvocationOperation call, IMethodSymbol symbol)
    {
        Place[] places = new Place[call.Arguments.Length];
        for (int i = 0; i < places.Length; i++)
        {
            IArgumentOperation argument = call.Arguments[i];
            int mark = context.Mark;
            places[i] = KnownFunctions.TryFind(context, argument.Value) is { } function ? function
                : argument.Parameter!.RefKind == RefKind.Out ? ReferenceArguments.Received(context, argument.Value, argument.Parameter)
                : ListArguments.TryBind(context, argument) is { } list ? list
                : IsReference(context, argument) ? context.Capture(context.LowerPlace(argument.Value))
                : BindValue(context, argument, symbol.Parameters[argument.Parameter.Ordinal]);
            if (i > 0)
                KeepEarlier(context, call, places, i, mark);
        }
        for (int i = 0; i < places.Length; i++)
            context.Places[symbol.Parameters[call.Arguments[i].Parameter!.Ordinal]] = places[i];
    }

    /// <summary>Does the parameter stand for the variable itself, whose changes it sees?</summary>
    private static bool IsReference(LoweringContext context, IArgumentOperation argument) => argument.Parameter!.RefKind switch
    {
        RefKind.None => false,
        RefKind.Ref or RefKind.Out => true,
        _ => !Attributes.IsNonDifferentiable(argument.Parameter) && StructMembers.HasPlace(context, argument.Value) && SymbolEqualityComparer.Default.Equals(argument.Value.Type, argument.Parameter.Type),
    };

    /// <summary>An argument that was bound without a copy gets one when a later argument changes it.</summary>
    private static void KeepEarlier(LoweringContext context, IInvocationOperation call, Place[] places, int count, int mark)
    {
        for (int i = 0; i < count; i++)
        {
            if (places[i] is not VariablePlace variable || IsReference(context, call.Arguments[i]))
                continue;
            Expr[] value = [new Use(variable.Variable)];
            context.Protect(value, 1, mark);
            places[i] = new VariablePlace(((Use)value[0]).Variable);
        }
    }

    /// <summary>A mirror runs the steps of a sequence at once; code of the user's may change what they are made of before it reads the sequence.</summary>
    private static VariablePlace BindSequence(LoweringContext context, IArgumentOperation argument, IParameterSymbol parameter)
    {
        bool isOpen = !context.IsMirror(parameter) && Queries.StepOf(argument.Value) is not null;
        Expr array = isOpen ? Refused(context, argument) : Queries.LowerSource(context, argument);
        return new(array is Use use && !context.IsReassigned(use.Variable) ? use.Variable : context.Save(array, parameter.VariableName()).Variable);
    }

    /// <summary>An array in the place of a sequence that is not run at once.</summary>
    private static Expr Refused(LoweringContext context, IArgumentOperation argument)
    {
        IInvocationOperation step = Queries.StepOf(argument.Value)!;
        QueryProblem.Open(step).Refuse(context, step);
        return context.Fail(context.Model.Compilation.CreateArrayTypeSymbol(((INamedTypeSymbol)argument.Parameter!.Type).TypeArguments[0]));
    }

    /// <summary>A value parameter is a variable of its own unless neither it nor the variable that is passed ever changes.</summary>
    private static Place BindValue(LoweringContext context, IArgumentOperation argument, IParameterSymbol parameter)
    {
        if (Queries.IsSource(argument))
            return BindSequence(context, argument, parameter);
        return BindValue(context, context.LowerWhole(argument.Value), parameter, TypeLowering.Lower(argument.Parameter!.Type));
    }

    private static Place BindValue(LoweringContext context, Expr argument, IParameterSymbol parameter, IrType type)
    {
        Expr value = ConstantParameters.Bind(context, parameter, argument);
        if (value is Use use && !context.IsReassigned(use.Variable) && !context.IsReassigned(parameter.Name, use.Variable.Type))
            return new VariablePlace(use.Variable);
        if (context.IsMirror(parameter) && value is Opaque { IsPure: true, Type: OpaqueType })
            return new ValuePlace(value);
        Place place = context.Declare(parameter.VariableName(), type);
        context.Initialize(place, value);
        return place;
    }

    public static Expr LowerBody(LoweringContext context, IMethodSymbol symbol, IBlockOperation body, IReadOnlyList<IMethodSymbol> functions)
    {
        if (body.Operations is [IReturnOperation { ReturnedValue: { } only }])
            return LowerExpressionBody(context, new(symbol, null, context.NewLabel()) { Functions = functions }, only);
        int label = context.NewLabel();
        Place? result = symbol.ReturnsVoid
            ? null
            : context.Declare(symbol.Name.ToCamelCase(), TypeLowering.Lower(symbol.ReturnType), VariableRole.Temporary);
        context.Inlined.Push(new InlinedFunction(symbol, result, label) { Functions = functions });
        context.BeginBlock();
        context.LowerStatement(body);
        Block block = context.EndBlock();
        context.Inlined.Pop();
        context.AddRange(Regions.Close(context, block, label, PlaceLowering.VariablesOf(result)));
        return result is null ? CallLowering.Nothing : context.Read(result);
    }

    private static Expr LowerExpressionBody(LoweringContext context, InlinedFunction function, IOperation value)
    {
        bool isStep = Queries.IsSequence(function.Symbol.ReturnType) && context.Inlined.Count > 0 && context.IsMirror(context.Inlined.Peek().Symbol);
        context.Inlined.Push(function);
        Expr result = isStep ? Queries.LowerSource(context, value) : context.LowerWhole(value);
        context.Inlined.Pop();
        return result;
    }
}
