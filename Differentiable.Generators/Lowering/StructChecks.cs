using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering;

/// <summary>What a struct must be like where generated code takes, makes or holds it whole.</summary>
internal static class StructChecks
{
    /// <summary>Its fields are read in the generated code.</summary>
    public static void RequireOpen(LoweringContext context, StructType type, Location? location = null)
    {
        if (!type.IsOpen && !IsInside(context, type))
            context.Report(Descriptors.HiddenField, location ?? context.Source.GetLocation(), StructText.NameOf(type), HiddenIn(type)!);
    }

    /// <summary>It is made of its fields in the generated code.</summary>
    public static void RequireMade(LoweringContext context, StructType type, Location? location = null)
    {
        RequireOpen(context, type, location);
        bool isInside = IsInside(context, type);
        if (!type.CanBeMade && (isInside ? type.Fields.Any(field => field.Write == FieldWrite.None) : type.IsOpen))
            context.Report(Descriptors.CannotBeMade, location ?? context.Source.GetLocation(), StructText.NameOf(type));
    }

    /// <summary>Private fields are visible in the struct's own members, generated ones among them.</summary>
    private static bool IsInside(LoweringContext context, StructType type)
    {
        for (INamedTypeSymbol? around = context.Method.ContainingType; around is not null; around = around.ContainingType)
        {
            if (TypeLowering.FullName(around) == type.Name)
                return true;
        }
        return false;
    }

    private static string? HiddenIn(StructType type) => type.Fields
        .Select(field => field.IsHidden ? field.Name : field.Type is StructType inner ? HiddenIn(inner) : null)
        .FirstOrDefault(name => name is not null);
}
