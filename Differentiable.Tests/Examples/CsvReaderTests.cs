using Examples;
using Quickstart;

namespace Differentiable.Tests.Examples;

public class CsvReaderTests
{
    [Fact]
    public void Header_NamesTheColumns()
    {
        DataSet data = Parse("\"eruptions\",waiting", "3.6,79", "1.8,54");

        Assert.Equal("eruptions", data.X.Name);
        Assert.Equal("waiting", data.Y.Name);
        Assert.Equal([3.6, 1.8], data.X.Values);
        Assert.Equal([79, 54], data.Y.Values);
    }

    [Fact]
    public void WithoutHeader_TheFirstLineIsData()
    {
        DataSet data = Parse("1,2", "3,4");

        Assert.Equal("x", data.X.Name);
        Assert.Equal([1, 3], data.X.Values);
    }

    [Fact]
    public void BlankLines_AreSkippedButCounted()
    {
        Assert.Equal(2, Parse("a,b", "", "1,2", "3,4", "").Count);
        Assert.Contains("row 2 (line 4)", Complaint("a,b", "1,2", "", "3"));
    }

    [Theory]
    [InlineData("1,2,3", "2 columns were expected, but there are 3: '1,2,3'")]
    [InlineData("1;2", "2 columns were expected, but there are 1: '1;2'")]
    [InlineData("1,two", "'two' is not a number")]
    [InlineData("1,", "'' is not a number")]
    [InlineData("NaN,2", "'NaN' is not a finite number")]
    [InlineData("1,-1e999", "'-1e999' is not a finite number")]
    public void MalformedRow_IsNamedByItsNumber(string row, string complaint) =>
        Assert.Equal($"test.csv, row 2 (line 3): {complaint}", Complaint("a,b", "1,2", row));

    [Fact]
    public void ControlCharacters_AreNotRepeated() => Assert.Contains("'x[31m'", Complaint("1,2", "x\u001b[31m,2"));

    [Theory]
    [InlineData]
    [InlineData("")]
    [InlineData("a,b")]
    public void NoRows_AreRefused(params string[] lines) => Assert.Contains("is empty", Complaint(lines));

    private static DataSet Parse(params string[] lines) => CsvReader.Parse(lines, "test.csv");

    private static string Complaint(params string[] lines) => Assert.Throws<UserException>(() => Parse(lines)).Message;
}
