namespace Differentiable.Generators.Diagnostics;

/// <summary>What went wrong in the generator, as a part of a sentence.</summary>
internal static class DefectText
{
    public static string Of(string message) => message.Split('\n')[0].TrimEnd('.', '\r', ' ');
}
