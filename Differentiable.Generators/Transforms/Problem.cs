using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms;

/// <summary>Why a function has no members.</summary>
/// <param name="Message">What cannot be kept, in words for the user; or what went wrong.</param>
/// <param name="Advice">What to do instead; null where it is the generator that is wrong.</param>
/// <param name="Position">Where in the method it is, if that is one place.</param>
internal sealed record Problem(string Message, string? Advice, SourceSpan? Position)
{
    public bool IsDefect => Advice is null;
}
