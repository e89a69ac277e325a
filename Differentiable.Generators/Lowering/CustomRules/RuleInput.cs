using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>What a method computes from: one of its parameters, or the struct that it is called on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Symbol">Its type.</param>
/// <param name="RefKind">How it is passed.</param>
/// <param name="Ordinal">Which parameter it is, or <see cref="Self"/>.</param>
/// <param name="IsActive">Is there a derivative with respect to it?</param>
internal sealed record RuleInput(string Name, ITypeSymbol Symbol, RefKind RefKind, int Ordinal, bool IsActive)
{
    /// <summary>In the place of an ordinal, for the struct that the method is called on.</summary>
    public const int Self = -2;

    public IrType Type { get; } = TypeLowering.Lower(Symbol);

    /// <summary>May it be written through it, as far as its type says?</summary>
    public bool IsWritable => Type.IsWritable;

    /// <summary>Is it called on an object, or a struct without real numbers, which has no derivative?</summary>
    public static bool IsOnObject(IMethodSymbol method) => !method.IsStatic && !StructParameters.IsOnStruct(method);

    /// <summary>All that the method computes from, in the order in which its generated members take it.</summary>
    /// <param name="method">The method, without open type parameters.</param>
    /// <param name="isConstant">Is there no derivative with respect to what is called so?</param>
    /// <param name="changesSelf">Does it change the struct that it is called on?</param>
    public static IEnumerable<RuleInput> Of(IMethodSymbol method, Func<string, bool> isConstant, bool changesSelf = false)
    {
        if (StructParameters.IsOnStruct(method))
        {
            string self = StructParameters.NameOfSelf(method);
            yield return new(self, method.ContainingType, changesSelf ? RefKind.Ref : RefKind.None, Self, TypeLowering.Lower(method.ContainingType).HoldsReal && !isConstant(self));
        }
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            bool isActive = SignatureLowering.IsActive(parameter, TypeLowering.Lower(parameter.Type)) && !isConstant(parameter.Name);
            yield return new(parameter.Name, parameter.Type, parameter.RefKind, parameter.Ordinal, isActive);
        }
    }
}
