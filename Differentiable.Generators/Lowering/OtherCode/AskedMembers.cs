using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>
/// Members of interfaces that generic code asks of a type parameter, <c>T.One</c>, where a type stands for it that is not followed. It may hide the member, as <c>int</c> hides
/// <c>One</c>: then generated code goes through the runtime, which has those of numbers.
/// </summary>
internal static class AskedMembers
{
    private const string Runtime = "global::Differentiable.Runtime.NumberMembers";

    /// <summary>Those that the runtime has.</summary>
    public static readonly HashSet<string> OfNumbers =
    [
        "Abs", "AdditiveIdentity", "AllBitsSet", "Clamp", "ClampNative", "CopySign", "CreateChecked", "CreateSaturating", "CreateTruncating", "DivRem", "E", "IsCanonical",
        "IsComplexNumber", "IsEvenInteger", "IsFinite", "IsImaginaryNumber", "IsInfinity", "IsInteger", "IsNaN", "IsNegative", "IsNegativeInfinity", "IsNormal",
        "IsOddInteger", "IsPositive", "IsPositiveInfinity", "IsPow2", "IsRealNumber", "IsSubnormal", "IsZero", "LeadingZeroCount", "Log2", "Max", "MaxMagnitude",
        "MaxMagnitudeNumber", "MaxNative", "MaxNumber", "Min", "MinMagnitude", "MinMagnitudeNumber", "MinNative", "MinNumber", "MultiplicativeIdentity",
        "MultiplyAddEstimate", "NegativeOne", "One", "Pi", "PopCount", "Radix", "RotateLeft", "RotateRight", "Sign", "Tau", "TrailingZeroCount", "Zero",
    ];

    /// <summary>What stands in front of the arguments of a static member.</summary>
    /// <param name="context">Where.</param>
    /// <param name="member">The member that the code mentions.</param>
    /// <param name="asked">The type that it is asked of.</param>
    /// <param name="name">The member's name, with the dot before it and the bracket behind it.</param>
    public static string Static(LoweringContext context, ISymbol member, ITypeSymbol asked, string name)
    {
        string type = TypeLowering.FullName(asked);
        if (!IsHidden(member, asked))
            return type + name;
        if (!TypeLowering.IsNumerics(member.ContainingNamespace) || !OfNumbers.Contains(member.Name))
            context.Report(Descriptors.UnsupportedConstruct, context.Source.GetLocation(), $"{asked.Name}.{member.Name}", $"a member that '{Substitution.Of(asked).DisplayName()}' hides");
        string arguments = member is IMethodSymbol { IsGenericMethod: true } method ? ", " + string.Join(", ", method.TypeArguments.Select(TypeLowering.FullName)) : "";
        return $"{Runtime}.{member.Name}<{type}{arguments}>(" + (member is IPropertySymbol ? ")" : "");
    }

    /// <summary>What a member is called on, through the interface where the type hides it.</summary>
    public static OpaqueBuilder Receiver(OpaqueBuilder text, ISymbol member, ITypeSymbol? asked, Expr receiver) =>
        asked is not null && IsHidden(member, asked)
            ? text.Text($"(({TypeLowering.FullName(member.ContainingType)})").Operand(receiver).Text(")")
            : text.Operand(receiver);

    /// <summary>Has the type that is meant no member of this name that can be seen?</summary>
    public static bool IsHidden(ISymbol member, ITypeSymbol asked) => Substitution.OwnMember(member, asked) is var own && own is not null
        && (own.ContainingType.TypeKind == TypeKind.Interface || own.DeclaredAccessibility != Accessibility.Public || own.Name != member.Name)
        && !(member.IsStatic && Substitution.Of(asked).GetMembers(member.Name).Any(IsConstant));

    /// <summary>Is it like <c>int.MaxValue</c>, which is another member than the one that the interface asks for, and means the same?</summary>
    private static bool IsConstant(ISymbol member) => member is IFieldSymbol { IsStatic: true, DeclaredAccessibility: Accessibility.Public };
}
