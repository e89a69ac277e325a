namespace Differentiable.Tests.Documentation;

/// <summary>The programs in the guide run, and print what it says.</summary>
public class GuideTests
{
    public static TheoryData<string> Names => [.. GuideExample.All.Select(example => example.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_program_in_the_guide_prints_what_the_page_says(string name)
    {
        GuideExample example = GuideExample.All.Single(e => e.Name == name);
        Assert.Equal(example.Output, example.Run());
    }
}
