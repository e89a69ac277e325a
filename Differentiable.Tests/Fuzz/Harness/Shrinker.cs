namespace Differentiable.Tests.Fuzz.Harness;

/// <summary>Makes a failing program smaller as long as it fails in the same way.</summary>
internal static class Shrinker
{
    private const int MostSteps = 60;

    private const int ChunkSize = 16;

    public static FuzzFailure Shrink(FuzzFailure failure)
    {
        for (int step = 0; step < MostSteps && Step(failure) is { } smaller; step++)
            failure = smaller;
        return failure;
    }

    /// <summary>A neighbour that fails in the same way; one of the smallest.</summary>
    private static FuzzFailure? Step(FuzzFailure failure)
    {
        string name = failure.Program.Name.Split('_')[0];
        return Reductions.Of(failure.Program.Members)
            .Where(text => text.Length < failure.Program.Members.Length)
            .Distinct()
            .OrderBy(text => text.Length)
            .Select((text, i) => new FuzzProgram($"{name}_{i}", text))
            .Chunk(ChunkSize)
            .Select(programs => FuzzBatch.Check(programs).Values.Where(f => IsAlike(f, failure)).MinBy(f => f.Program.Members.Length))
            .FirstOrDefault(smaller => smaller is not null);
    }

    private static bool IsAlike(FuzzFailure one, FuzzFailure other) => one.Kind == other.Kind && Gist(one) == Gist(other);

    /// <summary>The part of the message that is not about places and numbers.</summary>
    private static string Gist(FuzzFailure failure) => failure.Kind switch
    {
        FailureKind.Refused or FailureKind.Compilation => failure.Message.Split(": ", 3).Take(2).Last(),
        FailureKind.Generator => failure.Message.Split('\n')[0],
        _ => "",
    };
}
