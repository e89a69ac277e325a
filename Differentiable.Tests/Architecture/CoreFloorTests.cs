namespace Differentiable.Tests.Architecture;

/// <summary>In the library, too, dependencies only go down.</summary>
public class CoreFloorTests
{
    private static readonly BoundSource s_source = new("Differentiable.Core", static folder => folder);

    /// <summary>What each floor may use. Folders within a floor belong to it.</summary>
    private static readonly Dictionary<string, string[]> s_below = new()
    {
        ["Attributes"] = [],
        ["Tensors"] = [],
        ["Tensors/Storage"] = ["Tensors"],
        ["Recording"] = ["Tensors", "Tensors/Storage"],
        ["Tensors/Operations"] = ["Attributes", "Tensors", "Tensors/Storage", "Recording"],
        ["Tensors/Variables"] = ["Tensors", "Tensors/Storage", "Recording", "Tensors/Operations"],
        ["Tape"] = ["Tensors", "Tensors/Storage", "Recording", "Tensors/Operations", "Tensors/Variables"],
        ["Layers/Files"] = ["Tensors", "Tensors/Storage", "Tensors/Operations"],
        ["Layers"] = ["Layers/Files", "Tensors", "Tensors/Storage", "Tensors/Operations", "Tensors/Variables", "Tape"],
        ["Optimizers"] = ["Layers/Files", "Tensors", "Tensors/Storage", "Tensors/Operations", "Tensors/Variables"],
        ["Runtime"] = ["Attributes", "Tensors", "Tensors/Storage", "Recording", "Tensors/Operations"],
        ["Functions"] = ["Attributes", "Runtime"],
    };

    public static TheoryData<string> Folders => [.. s_source.Places];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_floor_uses_only_what_is_below_it(string folder)
    {
        string floor = FloorOf(folder);
        Assert.Empty(s_source.Mentions
            .Where(m => m.From == folder && FloorOf(m.To) != floor && !s_below[floor].Contains(FloorOf(m.To)))
            .Select(m => $"{m.File} uses {m.Name} of {m.To}"));
    }

    [Fact]
    public void There_are_no_circles_of_folders() => Assert.Empty(s_source.CirclesOf(s_source.Places));

    [Fact]
    public void The_source_is_bound() => Assert.Contains(s_source.Mentions, m => m is { From: "Tape", To: "Recording" });

    private static string FloorOf(string folder)
    {
        while (!s_below.ContainsKey(folder))
            folder = folder.LastIndexOf('/') is >= 0 and var end ? folder[..end] : throw new InvalidOperationException($"{folder} is a new floor: say what it may use");
        return folder;
    }
}
