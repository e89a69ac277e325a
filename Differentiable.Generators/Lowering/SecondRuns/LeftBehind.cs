using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Places;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.SecondRuns;

/// <summary>What a static method without a result leaves in fields and objects: it matters where the method that calls it reads that, and not in a log that only grows.</summary>
internal sealed class LeftBehind
{
    private readonly LoweringContext _context;
    private readonly HashSet<ISymbol> _read = new(SymbolEqualityComparer.Default);
    private readonly bool _followsAll;

    private LeftBehind(LoweringContext context, bool followsAll)
    {
        _context = context;
        _followsAll = followsAll;
    }

    /// <summary>Does the method read what the call may have changed?</summary>
    public static bool IsRead(LoweringContext context, IInvocationOperation call)
    {
        HashSet<ISymbol> changed = new(SymbolEqualityComparer.Default);
        foreach (IOperation operation in new LeftBehind(context, followsAll: true).Reached(call))
            changed.UnionWith(ChangedBy(operation));
        IEnumerable<IOperation> others = context.Model.GetOperation(context.Declaration, context.Cancellation) is { } method ? new LeftBehind(context, followsAll: false).Reached(method) : [];
        return changed.Count > 0 && others.Any(operation => ReadBy(operation) is { } symbol && changed.Contains(symbol) && !IsGivenToSuchCall(operation));
    }

    /// <summary>The code, and that of the methods which it calls. Of the method around, what such calls run is no part: it is for them to read.</summary>
    private IEnumerable<IOperation> Reached(IOperation code)
    {
        foreach (IOperation operation in code.DescendantsAndSelf())
        {
            yield return operation;
            IMethodSymbol? called = (operation as IInvocationOperation)?.TargetMethod ?? (operation as IPropertyReferenceOperation)?.Property.GetMethod;
            if (called is null || (!_followsAll && GivesNothing(called)) || !_read.Add(called.OriginalDefinition) || InlinedCode.Of(_context, called) is not { Block: { } block })
                continue;
            foreach (IOperation inside in Reached(block))
                yield return inside;
        }
    }

    private static bool GivesNothing(IMethodSymbol method) => method is { ReturnsVoid: true, IsStatic: true };

    /// <summary>A log that is given to such calls alone is read by nobody.</summary>
    private static bool IsGivenToSuchCall(IOperation operation) => operation.Parent switch
    {
        IConversionOperation conversion => IsGivenToSuchCall(conversion),
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } => GivesNothing(method),
        _ => false,
    };

    private static IEnumerable<ISymbol> ChangedBy(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: true, Instance: { Type.IsReferenceType: true } instance } => Roots(instance),
        IArgumentOperation { Value: var given, Parent: IInvocationOperation { TargetMethod: var method } } when GivesNothing(method) && !method.DeclaringSyntaxReferences.IsEmpty && PlatformCode.IsObject(given.Type) => Roots(given),
        _ => Targets.SetBy(operation) is { } target ? Roots(target) : [],
    };

    /// <summary>The variable or the field that it is part of, and those in between.</summary>
    private static IEnumerable<ISymbol> Roots(IOperation? part)
    {
        for (; part is not null; part = InstanceOf(part))
        {
            if (ReadBy(part) is { } symbol)
                yield return symbol;
        }
    }

    private static IOperation? InstanceOf(IOperation part) => part switch
    {
        IMemberReferenceOperation member => member.Instance,
        IArrayElementReferenceOperation element => element.ArrayReference,
        IConversionOperation conversion => conversion.Operand,
        _ => null,
    };

    private static ISymbol? ReadBy(IOperation operation) => operation switch
    {
        IFieldReferenceOperation field => field.Field.OriginalDefinition,
        IPropertyReferenceOperation property => property.Property.OriginalDefinition,
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
