namespace Differentiable.Tests.Testing.Contract;

/// <summary>A parameter or result component of a generated member, and the parameter of the function that it belongs to.</summary>
internal sealed record MemberSlot(string Name, Type Type, CorpusParameter? Source = null, SlotKind Kind = SlotKind.Input);

/// <summary>What a slot is for.</summary>
internal enum SlotKind
{
    Input,
    Result,
    ResultCotangent,
    Adjoint,
    Tangent,
    Stack,
}
