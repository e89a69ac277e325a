namespace Differentiable.Tests.Architecture;

/// <summary>The generator's source. The folders of the project are its floors; its top is the empty name.</summary>
internal static class GeneratorSource
{
    private static readonly BoundSource s_source = new("Differentiable.Generators", static folder => folder.Split('/')[0]);

    /// <summary>The mirrors of other libraries' types are no code of the generator: it carries them along as text.</summary>
    public static IReadOnlyList<string> Floors { get; } = [.. s_source.Places.Where(floor => floor != "Mirrors")];

    public static IReadOnlyList<Mention> Mentions => s_source.Mentions;
}
