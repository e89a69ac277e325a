namespace Differentiable.Tests.Architecture;

/// <summary>The generator's source. The folders of the project are its floors, and their folders rooms; the top is the empty name.</summary>
internal static class GeneratorSource
{
    private static readonly BoundSource s_source = new("Differentiable.Generators", static folder => string.Join('/', folder.Split('/').Take(2)));

    private static readonly Lazy<IReadOnlyList<Mention>> s_mentions = new(() => [.. s_source.Mentions
        .Select(m => m with { From = FloorOf(m.From), To = FloorOf(m.To) })
        .Where(m => m.From != m.To)
        .Distinct()]);

    /// <summary>The mirrors of other libraries' types are no code of the generator: it carries them along as text.</summary>
    public static IReadOnlyList<string> Floors { get; } = [.. s_source.Places.Select(FloorOf).Distinct().Where(floor => floor != "Mirrors")];

    /// <summary>What is mentioned on one floor and declared on another one.</summary>
    public static IReadOnlyList<Mention> Mentions => s_mentions.Value;

    public static IReadOnlyList<Mention> CirclesWithin(string floor) => s_source.CirclesOf(s_source.Places.Where(place => FloorOf(place) == floor));

    private static string FloorOf(string place) => place.Split('/')[0];
}
