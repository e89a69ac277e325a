using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Declarations;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Callees;

/// <summary>Another differentiable method as its caller sees it.</summary>
internal static class CalleeLowering
{
    public static Callee Lower(LoweringContext context, IMethodSymbol method)
    {
        IMethodSymbol meant = Substitution.Of(method);
        if (context.Callees.TryGetValue(meant, out Callee? known))
            return known;
        Callee callee = new(TypeLowering.FullName(method.ContainingType), method.Name, Parameters(context, method).ToEquatableArray(), SignatureLowering.LowerResult(method))
        {
            TypeArguments = ExternalLowering.TypeArguments(method),
            IsOnStruct = StructParameters.IsOnStruct(method),
            HasGradient = Requests.Of(method).Has(DerivativeKinds.Gradient),
            CarriesSeveral = !Requests.Of(context.Method).HasMatrices || CalleeDirections.MayBeSeveral(context, method),
        };
        context.Callees.Add(meant, callee);
        return callee;
    }

    /// <summary>Reports elements that the method writes although its callers, which see no more than its text, would take it to read them only.</summary>
    public static void CheckSeen(LoweringContext context, Parameter[] parameters)
    {
        if (context.HasFailed || context.Method.IsAbstract)
            return;
        ILookup<string, Parameter> seen = Parameters(context, context.Method).ToLookup(parameter => parameter.Name);
        foreach (Parameter parameter in parameters.Where(parameter => parameter.IsMutated && seen.Contains(parameter.Name) && !seen[parameter.Name].Any(known => known.IsMutated)))
            context.Report(Descriptors.GeneratorDefect, context.Method.Locations[0], context.Method.Name, $"it writes elements of '{parameter.DeclaredName}' by a name that callers do not follow");
    }

    private static IEnumerable<Parameter> Parameters(LoweringContext context, IMethodSymbol method)
    {
        IEnumerable<Parameter> self = !method.IsStatic && TypeLowering.Lower(method.ContainingType) is StructType type
            ? StructParameters.SelfOfCallee(context, method, type).Select(leaf => StructArrays.WrittenBySelf(context, method, leaf))
            : [];
        return self.Concat(method.Parameters.SelectMany(symbol => Parameters(context, symbol))).Concat(MemberInputs.OfCallee(context, method));
    }

    private static IEnumerable<Parameter> Parameters(LoweringContext context, IParameterSymbol symbol)
    {
        IrType type = TypeLowering.Lower(symbol.Type);
        if (type is StructType whole)
            return StructParameters.OfCallee(symbol, whole).Select(leaf => StructArrays.Written(context, symbol, leaf));
        bool isMutated = (type.IsWritable || LeafArrays.HoldRows(type)) && CalleeWrites.MayWrite(context, symbol.OriginalDefinition);
        bool isActive = SignatureLowering.IsActive(symbol, TypeLowering.Lower(symbol.OriginalDefinition.Type));
        return
        [
            new(new(symbol.Ordinal, symbol.Name, type), SignatureLowering.Mode(symbol), isActive, isMutated, SignatureLowering.DefaultOf(symbol))
            {
                MayReplaceRows = isMutated && (type.Element is ArrayType || LeafArrays.Are(type)) && CalleeWrites.MayReplaceRows(context, symbol.OriginalDefinition),
            },
        ];
    }
}
