using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Callees;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Lifting;

/// <summary>Calls of functions that call themselves and so cannot be inlined.</summary>
internal static class LiftedCalls
{
    /// <summary>For how many choices of functions and types one function is lifted: it may make a new choice in each call of itself, which never ends.</summary>
    private const int MostChoices = 8;

    /// <summary>The call of the function that is lifted; null where it does not call itself.</summary>
    public static Expr? TryLower(LoweringContext context, IInvocationOperation call, FunctionPlace called)
    {
        IMethodSymbol symbol = called.Symbol;
        var reach = Reach.Of(context, symbol, called.Body);
        if (!reach.IsRecursive)
            return null;
        FunctionPlace?[] functions = new FunctionPlace?[symbol.Parameters.Length];
        foreach (IArgumentOperation argument in call.Arguments)
            functions[argument.Parameter!.Ordinal] = KnownFunctions.TryFind(context, argument.Value);
        if (LiftedSignature.ReasonAgainst(context, symbol) is { } reason)
            return Refuse(context, call, symbol, reason);
        if (functions.OfType<FunctionPlace>().FirstOrDefault(reach.IsMadeInside) is not null)
            return Refuse(context, call, symbol, "gives itself a function that it makes: declare that outside of it");
        reach.Include(functions);
        return Find(context, call, called, functions, reach) is { } lifted
            ? Lower(context, call, lifted)
            : Refuse(context, call, symbol, "is given other functions or types in each call: give it the same ones");
    }

    public static Expr Refuse(LoweringContext context, IInvocationOperation call, IMethodSymbol symbol, string reason) =>
        context.Refuse(Descriptors.RecursiveLocalFunction, call, symbol.Name, reason);

    private static LiftedFunction? Find(
        LoweringContext context, IInvocationOperation call, FunctionPlace called, FunctionPlace?[] functions, Reach reach)
    {
        IMethodSymbol symbol = called.Symbol;
        IReadOnlyList<ISymbol> captured = reach.Captured();
        IMethodSymbol?[] known = [.. functions.Select(function => function?.Symbol), .. reach.Delegates];
        string meaning = string.Join("; ", call.TargetMethod.TypeArguments.Concat(call.TargetMethod.Parameters.Select(parameter => parameter.Type)).Concat(captured.Select(TypeOf))
            .Select(type => Substitution.Of(type).ToDisplayString()).Append(called.Types?.Meaning));
        List<LiftedFunction> namesakes = [.. context.Lifted.Where(lifted => SymbolEqualityComparer.Default.Equals(lifted.Symbol, symbol))];
        if (namesakes.Find(lifted => lifted.Is(symbol, known, meaning)) is { } open)
            return open;
        if (namesakes.Count == MostChoices)
            return null;
        using Substitution.Scope scope = Substitution.Return(called.Types);
        LiftedFunction made = new(symbol, known, meaning)
        {
            Name = LiftedNames.Of(context, symbol),
            Captured = captured,
            Returned = symbol.ReturnsVoid || !GivenArrays.MayBeIn(symbol.ReturnType)
                ? []
                : [.. captured.Where(variable => GivenArrays.MayBeIn(TypeOf(variable)) && reach.Declarations.Any(declaration => CalleeReturns.MayReturn(context, declaration, variable.Name)))],
            Members = LiftedSignature.MembersReadBy(context, reach),
        };
        context.Lifted.Add(made);
        FunctionLifting.Lift(context, made, called.Body, functions, reach);
        return made;
    }

    /// <summary>The type of a local variable or a parameter.</summary>
    public static ITypeSymbol TypeOf(ISymbol variable) => variable is ILocalSymbol local ? local.Type : ((IParameterSymbol)variable).Type;

    private static Expr Lower(LoweringContext context, IInvocationOperation call, LiftedFunction lifted) =>
        LiftedArguments.FindShared(context, call, lifted) is var (first, second)
            ? context.Refuse(Descriptors.SharedArguments, call, lifted.Symbol.Name, first, second)
            : DifferentiableCalls.Lower(context, call, lifted.Callee, wantsValue: true, lifted);
}
