using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Runtime;

/// <summary>A value that the reverse sweep needs cannot be kept.</summary>
/// <param name="what">Which value, in words for the user.</param>
/// <param name="position">Where the user's code asks for it, if that is one place.</param>
/// <param name="advice">What to do instead.</param>
internal sealed class UnsupportedStorageException(string what, SourceSpan? position = null, string advice = UnsupportedStorageException.AboutVariables) : Exception
{
    private const string AboutVariables = "assign variables of arrays and spans once, or look rows up again where they are needed";

    /// <summary>Which value, as messages name it.</summary>
    public string What => what;

    public string Advice => advice;

    /// <summary>Where the user's code asks for it, if that is one place.</summary>
    public SourceSpan? Position => position;

    /// <summary>A variable of a type that is neither a number nor kept in another way.</summary>
    public static UnsupportedStorageException OfNoNumber(string variable, IrType type) => new(
        $"what '{variable}' was, a '{(type as OpaqueType)?.Name.Replace("global::", "")}'", advice: "keep what is needed of it in a number, or assign it once, before the loop or the branch");
}
