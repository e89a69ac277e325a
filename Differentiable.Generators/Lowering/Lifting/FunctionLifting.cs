using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Statements;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Differentiable.Generators.Lowering.Lifting;

/// <summary>Lowers the code of a function that calls itself, apart from that of the method around it.</summary>
internal static class FunctionLifting
{
    public static void Lift(LoweringContext context, LiftedFunction lifted, IBlockOperation body, FunctionPlace?[] functions, Reach reach)
    {
        KeyValuePair<ISymbol, Place>[] places = [.. context.Places];
        KeyValuePair<ISymbol, Variable>[] members = [.. context.MemberInputs];
        LiftedSignature.Declare(context, lifted, functions, reach);
        lifted.Callee = new(TypeOf(context), lifted.Name, lifted.Parameters, LiftedSignature.ResultOf(lifted.Symbol))
        {
            TypeArguments = TypeParameterLowering.Lower(context.Method) is { Count: > 0 } own ? $"<{string.Join(", ", own.Select(parameter => parameter.Name))}>" : "",
        };
        LowerCode(context, lifted, body);
        foreach (KeyValuePair<ISymbol, Place> place in places)
            context.Places[place.Key] = place.Value;
        foreach (KeyValuePair<ISymbol, Variable> member in members)
            context.MemberInputs[member.Key] = member.Value;
        RefuseWrites(context, lifted);
    }

    /// <summary>What runs again must give the same values again; where one call of the function does, all of it is looked at so.</summary>
    private static void LowerCode(LoweringContext context, LiftedFunction lifted, IBlockOperation body)
    {
        int depth = context.RunAgainDepth;
        context.RunAgainDepth += context.HasMarkers ? 1 : 0;
        string? around = context.NotForSecondRun;
        context.NotForSecondRun = null;
        context.Inlined.Push(new(lifted.Symbol, null, context.NewLabel()) { IsLifted = true });
        lifted.Code = context.LowerApart(() => context.LowerStatement(body));
        context.Inlined.Pop();
        lifted.NotForSecondRun = context.NotForSecondRun;
        context.NotForSecondRun ??= around;
        context.RunAgainDepth = depth;
    }

    /// <summary>The members of objects call each other without naming the type.</summary>
    private static string TypeOf(LoweringContext context) =>
        context.Method is { IsStatic: false, ContainingType.IsReferenceType: true } ? "" : TypeLowering.FullName(context.Method.ContainingType);

    /// <summary>What the function captures it is given by value: what it assigns would not be seen around it.</summary>
    private static void RefuseWrites(LoweringContext context, LiftedFunction lifted)
    {
        HashSet<Variable> captured = [.. lifted.Parameters.Skip(lifted.FirstCaptured).Select(parameter => parameter.Variable)];
        foreach (Statement statement in lifted.Code.DescendantStatements())
        {
            if (statement is Declare || statement.Defines().FirstOrDefault(captured.Contains) is not { } written)
                continue;
            context.Report(Descriptors.RecursiveLocalFunction, LocationOf(lifted, statement), lifted.Symbol.Name, $"changes '{written.Name}', which is declared outside of it: pass that by 'ref', or return the new value");
            return;
        }
    }

    private static Location LocationOf(LiftedFunction lifted, Statement statement)
    {
        SyntaxReference declaration = lifted.Symbol.DeclaringSyntaxReferences[0];
        return statement.Position is { } position && declaration.Span.Contains(new TextSpan(position.Start, position.Length))
            ? declaration.SyntaxTree.GetLocation(new(position.Start, position.Length))
            : lifted.Symbol.Locations[0];
    }
}
