namespace GradientTapeTour;

/// <summary>A mistake that runs in Python, and does not compile in C#.</summary>
/// <param name="Before">What stands before it.</param>
/// <param name="Statement">The mistake.</param>
/// <param name="Id">The compiler's number for it.</param>
/// <param name="Message">What the compiler says.</param>
internal sealed record CompileError(string Before, string Statement, string Id, string Message);
