using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Statements;

/// <summary>
/// <c>try … finally</c> and <c>using</c>: what they run at the end is put in front of each way out. Exceptions that other code throws leave
/// the generated members without it.
/// </summary>
internal static class TryLowering
{
    public static void Lower(LoweringContext context, ITryOperation operation)
    {
        if (operation.Finally is not { } cleanup || !operation.Catches.IsEmpty)
        {
            context.Report(Descriptors.TryCatch, (operation.Catches.FirstOrDefault() ?? (IOperation)operation).Syntax.GetFirstToken().GetLocation());
            return;
        }
        Push(context, cleanup);
        context.LowerStatement(operation.Body);
        Pop(context);
    }

    public static void Lower(LoweringContext context, IUsingOperation operation)
    {
        if (operation.IsAsynchronous)
        {
            context.Refuse(Descriptors.AsyncMethod, operation.Resources);
            return;
        }
        int count = context.Cleanups.Count;
        if (operation.Resources is IVariableDeclarationGroupOperation group)
            Declare(context, group);
        else
            PushDisposal(context, operation.Resources.Type!, Hold(context, context.LowerWhole(operation.Resources)));
        context.LowerStatement(operation.Body);
        Pop(context, count);
    }

    /// <summary>A <c>using</c> declaration ends with the block that it stands in, which calls <see cref="Pop(LoweringContext, int)"/>.</summary>
    public static void Lower(LoweringContext context, IUsingDeclarationOperation operation)
    {
        if (operation.IsAsynchronous)
            context.Refuse(Descriptors.AsyncMethod, operation);
        else
            Declare(context, operation.DeclarationGroup);
    }

    /// <summary>Runs the cleanups that were added since, and forgets them.</summary>
    public static void Pop(LoweringContext context, int count)
    {
        while (context.Cleanups.Count > count)
            Pop(context);
    }

    /// <summary>Runs those inside the loop or switch that <c>break</c> leaves.</summary>
    public static void RunForBreak(LoweringContext context) =>
        Run(context, cleanup => cleanup.Breakables >= context.Breakables.Count);

    /// <summary>Runs those inside the loop whose next round <c>continue</c> starts.</summary>
    public static void RunForContinue(LoweringContext context)
    {
        int switches = context.Breakables.TakeWhile(around => !around.IsLoop).Count();
        Run(context, cleanup => cleanup.Breakables >= context.Breakables.Count - switches);
    }

    /// <summary>Runs those inside the inlined function, or the method, that <c>return</c> leaves.</summary>
    public static void RunForReturn(LoweringContext context) => Run(context, cleanup => cleanup.Inlined >= context.Inlined.Count);

    /// <summary>Runs those that a jump leaves to where there are fewer.</summary>
    public static void RunDownTo(LoweringContext context, int count) => Run(context, _ => context.Cleanups.Count > count);

    public static void RunAll(LoweringContext context) => Run(context, _ => true);

    /// <summary>Refuses elements that lie in an object which may be released before the reverse sweep reads them.</summary>
    public static void CheckStorage(LoweringContext context, Opaque value)
    {
        if (value.Type.IsStorage && context.Cleanups.Count > 0 && value.Variables().Any(variable => variable.Type is OpaqueType))
            context.Report(Descriptors.LockOrStorage, context.Source.GetLocation(), string.Concat(value.Text));
    }

    private static void Declare(LoweringContext context, IVariableDeclarationGroupOperation group)
    {
        foreach (IVariableDeclarationOperation declaration in group.Declarations)
        {
            foreach (IVariableDeclaratorOperation declarator in declaration.Declarators)
            {
                DeclarationLowering.Lower(context, declarator, declarator.GetVariableInitializer()?.Value);
                if (context.Places.TryGetValue(declarator.Symbol, out Place? place))
                    PushDisposal(context, declarator.Symbol.Type, place);
            }
        }
    }

    private static void Push(LoweringContext context, object code) =>
        context.Cleanups.Push(new Cleanup(code, context.Breakables.Count, context.Inlined.Count));

    private static void Pop(LoweringContext context) => Run(context, context.Cleanups.Pop());

    /// <summary>While one runs, only those around it are left.</summary>
    private static void Run(LoweringContext context, Func<Cleanup, bool> isLeft)
    {
        List<Cleanup> taken = [];
        while (context.Cleanups.Count > 0 && isLeft(context.Cleanups.Peek()))
        {
            taken.Add(context.Cleanups.Pop());
            Run(context, taken[taken.Count - 1]);
        }
        for (int i = taken.Count - 1; i >= 0; i--)
            context.Cleanups.Push(taken[i]);
    }

    private static void Run(LoweringContext context, Cleanup cleanup)
    {
        if (cleanup.Code is IOperation block)
            context.LowerStatement(block);
        else if (cleanup.Code is Action disposal)
            disposal();
        else
            context.Add(new Evaluate((Opaque)cleanup.Code));
    }

    /// <summary>The variable that <c>using</c> has for a value without a name.</summary>
    private static Place Hold(LoweringContext context, Expr resource)
    {
        if (resource is not StructValue { Struct: var type })
            return InlineLowering.AsPlace(context, context.SaveWhole(resource, "resource"), "resource");
        Place held = context.Declare("resource", type);
        context.Initialize(held, resource);
        return held;
    }

    private static void PushDisposal(LoweringContext context, ITypeSymbol type, Place resource)
    {
        if (resource is StructPlace)
            PushDisposalOfFields(context, type, resource);
        else if (resource is VariablePlace { Variable: var variable })
            Push(context, DisposalOf(type, variable));
    }

    /// <summary>A struct that is followed field by field has the code of its method in the place of the call.</summary>
    private static void PushDisposalOfFields(LoweringContext context, ITypeSymbol type, Place resource)
    {
        IMethodSymbol? dispose = type.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.IsEmpty && method.Name is "Dispose" or "System.IDisposable.Dispose");
        if (dispose is not null && InlinedCode.Of(context, dispose) is { } code)
            Push(context, (Action)(() => InlineLowering.Run(context, code, resource, Array.Empty<Place>())));
        else
            context.Report(Descriptors.LockOrStorage, context.Source.GetLocation(), type.DisplayName());
    }

    private static Opaque DisposalOf(ITypeSymbol type, Variable resource)
    {
        bool isPublic = Ancestry(type).Any(t => t.GetMembers("Dispose").Any(m => m is IMethodSymbol { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public }));
        OpaqueBuilder text = isPublic
            ? new OpaqueBuilder().Operand(new Use(resource))
            : new OpaqueBuilder().Text("((global::System.IDisposable)").Hole(new Use(resource)).Text(")");
        return text.Text(type.IsValueType ? ".Dispose()" : "?.Dispose()").Build(new OpaqueType("void"), isPure: false);
    }

    private static IEnumerable<ITypeSymbol> Ancestry(ITypeSymbol type)
    {
        for (ITypeSymbol? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
            yield return ancestor;
    }
}
