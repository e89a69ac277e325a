using Differentiable.Generators.Lowering.Places;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Statements;

/// <summary>
/// The sections of a <c>switch</c> share one scope in C#: a local that one declares and another uses must be declared in front of both.
/// </summary>
internal static class SwitchLocals
{
    public static void Predeclare(LoweringContext context, ISwitchOperation choice)
    {
        foreach (ILocalSymbol local in choice.Locals)
        {
            if (local.IsConst || local.RefKind != RefKind.None || choice.Cases.Count(section => Mentions(section, local.Name)) < 2)
                continue;
            context.DeclareLocal(local);
            context.Predeclared.Add(local);
        }
    }

    private static bool Mentions(ISwitchCaseOperation section, string name) =>
        section.Syntax.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);
}
