using System.Globalization;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Declarations;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Lifting;

/// <summary>What lifted functions are called: <c>Total_Sum</c> for the local function <c>Sum</c> of the method <c>Total</c>.</summary>
internal static class LiftedNames
{
    public static string Of(LoweringContext context, IMethodSymbol symbol)
    {
        IMethodSymbol method = context.Method.PartialDefinitionPart ?? context.Method;
        INamedTypeSymbol type = method.ContainingType;
        int position = type.GetMembers(method.Name).OfType<IMethodSymbol>().TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, method)).Count();
        string number = position == 0 ? "" : (position + 1).ToString(CultureInfo.InvariantCulture) + "_";
        string[] members = [.. type.GetMembers().Where(member => !GeneratedMembers.Contain(member, type.ContainingAssembly)).Select(member => member.Name), type.Name];
        string[] lifted = [.. context.Lifted.Select(other => other.Name)];
        return FreeName.Like($"{method.Name}_{number}{symbol.Name}", name => lifted.Contains(name) || members.Any(member => member.StartsWith(name, StringComparison.Ordinal)));
    }
}
