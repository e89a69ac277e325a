using System.Globalization;
using Differentiable.Tests.Fuzz.Harness;

namespace Differentiable.Tests.Fuzz;

/// <summary>
/// Random programs: their generated gradients agree with forward mode. The seeds are fixed; for a hunt, set DIFFERENTIABLE_FUZZ to a range of
/// them, such as <c>1000..5000</c>.
/// </summary>
public class FuzzTests
{
    private const string Variable = "DIFFERENTIABLE_FUZZ";

    private const int BatchSize = 100;

    /// <summary>To make a program small takes longer than to find it.</summary>
    private const int MostShrunk = 5;

    private static readonly string[] s_documented = ["the array variable", "the array that a round", "the rows that a loop"];

    public static TheoryData<int, int> Batches
    {
        get
        {
            string[] range = (Environment.GetEnvironmentVariable(Variable) ?? "0..200").Split("..");
            int first = int.Parse(range[0], CultureInfo.InvariantCulture), end = int.Parse(range[1], CultureInfo.InvariantCulture);
            TheoryData<int, int> data = [];
            for (int seed = first; seed < end; seed += BatchSize)
                data.Add(seed, Math.Min(BatchSize, end - seed));
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public void Gradients_agree_with_forward_mode(int firstSeed, int count) => Check(firstSeed, count, FuzzProgram.OfSeed);

    [Theory]
    [MemberData(nameof(Batches))]
    [InlineData(284, 1)]
    public void Gradients_with_checkpoints_agree_with_forward_mode(int firstSeed, int count) => Check(firstSeed, count, FuzzProgram.WithCheckpoints);

    [Theory]
    [MemberData(nameof(Batches))]
    public void Gradients_through_helpers_agree_with_forward_mode(int firstSeed, int count) => Check(firstSeed, count, FuzzProgram.WithHelpers);

    private static void Check(int firstSeed, int count, Func<int, FuzzProgram> program)
    {
        FuzzFailure[] failures = [.. FuzzBatch.Check(Enumerable.Range(firstSeed, count).Select(program)).Values.Where(f => !IsDocumented(f))];
        Assert.True(failures.Length == 0, string.Join("\n\n", failures.Take(MostShrunk).Select(Shrinker.Shrink)));
    }

    /// <summary>
    /// What the grammar writes now and then and the guide refuses (DIFF0029): arrays that change places in other ways than by a swap, or that a round of a
    /// loop with checkpoints makes for the next.
    /// </summary>
    private static bool IsDocumented(FuzzFailure failure) =>
        failure.Kind == FailureKind.Refused && s_documented.Any(start => failure.Message.StartsWith(start, StringComparison.Ordinal));
}
