using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Calls;

/// <summary>Which member runs is known where the code mentions it, unless a derived class, or an implementer, may have another.</summary>
internal static class Dispatch
{
    /// <summary>Could a call run another member than this one?</summary>
    public static bool MayBeAnother(ISymbol member) => member is { IsVirtual: true } or { IsAbstract: true } or { IsOverride: true, IsSealed: false } && !member.ContainingType.IsSealed;
}
