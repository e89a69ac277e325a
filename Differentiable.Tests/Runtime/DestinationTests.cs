using Differentiable.Runtime;

namespace Differentiable.Tests.Runtime;

public class DestinationTests
{
    [Fact]
    public void TheRightLengthPasses()
    {
        Destination.RequireLength<double>(new double[5], 5, "dw");
        Destination.RequireLength<float>([], 0, "dw");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(0)]
    public void AnotherLengthIsRefusedByName(int length)
    {
        ArgumentException error = Assert.Throws<ArgumentException>("dw", () => Destination.RequireLength<double>(new double[length], 5, "dw"));
        Assert.StartsWith($"'dw' must have the length of the array that it belongs to (5), but has {length} elements.", error.Message);
    }

    [Fact]
    public void TheRightShapePasses()
    {
        Destination.RequireSameShape(new double[2, 3], new double[2, 3], "dw");
        Destination.RequireSameShape(new double[2, 0], new float[2, 0], "dw");
        Destination.RequireSameShape<double, double>([[1], [2, 3], []], [[4], [5, 6], []], "dw");
        Destination.RequireSameShape<double, double>([[1], null!, []], [[4], null!, null!], "dw");
    }

    [Fact]
    public void AnotherShapeIsRefusedByName()
    {
        Assert.Throws<ArgumentException>("dw", () => Destination.RequireSameShape(new double[3, 2], new double[2, 3], "dw"));
        Assert.Throws<ArgumentException>("dw", () => Destination.RequireSameShape<double, double>([[1]], [[1], [2]], "dw"));
        ArgumentException error = Assert.Throws<ArgumentException>(
            "dw", () => Destination.RequireSameShape<double, double>([[1], [2]], [[1], [2, 3]], "dw"));
        Assert.StartsWith("Row 1 of 'dw' must have the length of row 1 of the array that it belongs to (2), but has 1 elements.", error.Message);
    }

    [Fact]
    public void AMissingDestinationIsRefusedByName()
    {
        Assert.Throws<ArgumentNullException>("dw", () => Destination.RequireSameShape<double, double>(default(double[,])!, new double[1, 1], "dw"));
        Assert.Throws<ArgumentNullException>("dw", () => Destination.RequireSameShape<double, double>(default(double[][])!, [[1]], "dw"));
        Assert.Throws<ArgumentException>("dw", () => Destination.RequireSameShape<double, double>([null!], [[]], "dw"));
        Assert.Throws<ArgumentException>("dw", () => Destination.RequireSameShape<double, double>([[1]], [null!], "dw"));
    }

    [Fact]
    public void ARowThatStandsTwiceInADestinationIsRefused()
    {
        double[] row = [1, 2];
        Assert.Throws<ArgumentException>("dw", () => Destination.RequireSameShape<double, double>([row, [1], row], [[1, 2], [3], [4, 5]], "dw"));
    }

    [Fact]
    public void SpansThatTouchAreDisjoint()
    {
        double[] array = new double[10];
        Destination.RequireDisjoint<double, double>(array.AsSpan(0, 5), array.AsSpan(5, 5), "dw", "w");
        Destination.RequireDisjoint<double, double>(array.AsSpan(5, 5), array.AsSpan(0, 5), "dw", "w");
        Destination.RequireDisjoint<double, double>(array.AsSpan(5, 0), array, "dw", "w");
        Destination.RequireDisjoint<double, double>(array, array.AsSpan(5, 0), "dw", "w");
    }

    [Theory]
    [InlineData(0, 10, 0, 10)]
    [InlineData(0, 6, 5, 5)]
    [InlineData(5, 5, 0, 6)]
    [InlineData(2, 3, 0, 10)]
    [InlineData(0, 10, 9, 1)]
    public void SpansThatShareAnElementAreRefused(int start, int length, int otherStart, int otherLength)
    {
        double[] array = new double[10];
        ArgumentException error = Assert.Throws<ArgumentException>(
            "dw",
            () => Destination.RequireDisjoint<double, double>(array.AsSpan(start, length), array.AsSpan(otherStart, otherLength), "dw", "w"));
        Assert.StartsWith("'dw' overlaps 'w': give it storage of its own.", error.Message);
    }

    [Fact]
    public void SpansOfDifferentTypesOverTheSameBytesAreRefused()
    {
        double[] array = new double[4];
        Assert.Throws<ArgumentException>("dw", () => Destination.RequireDisjoint<float, double>(Floats(array)[7..], array.AsSpan(3), "dw", "w"));
        Destination.RequireDisjoint<float, double>(Floats(array)[..6], array.AsSpan(3), "dw", "w");

        static Span<float> Floats(double[] array) => System.Runtime.InteropServices.MemoryMarshal.Cast<double, float>(array.AsSpan());
    }

    [Fact]
    public void ADestinationThatIsTheInputIsRefusedForEveryPairOfStorageTypes()
    {
        double[,] matrix = new double[2, 3];
        double[][] jagged = [[1], null!, [2, 3]];
        double[] row = jagged[2];

        Refused(() => Destination.RequireDisjoint(matrix, matrix, "dw", "w"));
        Refused(() => Destination.RequireDisjoint(jagged, jagged, "dw", "w"));
        Refused(() => Destination.RequireDisjoint<double, double>(row.AsSpan(1), jagged, "dw", "w"));
        Refused(() => Destination.RequireDisjoint<double, double>(jagged, row.AsSpan(1), "dw", "w"));
        Refused(() => Destination.RequireDisjoint<double, double>(Part(matrix), matrix, "dw", "w"));
        Refused(() => Destination.RequireDisjoint<double, double>(matrix, Part(matrix), "dw", "w"));
        Refused(() => Destination.RequireDisjoint<double, double>([[9], row], [row, [9]], "dw", "w"));

        static void Refused(Action check) => Assert.Throws<ArgumentException>("dw", check);
        static Span<double> Part(double[,] matrix) => System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref matrix[1, 1], 1);
    }

    [Fact]
    public void StorageApartPassesForEveryPairOfStorageTypes()
    {
        double[] vector = new double[3];
        double[,] matrix = new double[2, 3];
        double[][] jagged = [[1], null!, []];

        Destination.RequireDisjoint<double, double>(vector, matrix, "dw", "w");
        Destination.RequireDisjoint<double, double>(vector, jagged, "dw", "w");
        Destination.RequireDisjoint<double, double>(matrix, vector, "dw", "w");
        Destination.RequireDisjoint(matrix, new double[2, 3], "dw", "w");
        Destination.RequireDisjoint(matrix, jagged, "dw", "w");
        Destination.RequireDisjoint<double, double>(jagged, vector, "dw", "w");
        Destination.RequireDisjoint(jagged, matrix, "dw", "w");
        Destination.RequireDisjoint<double, double>(jagged, [[1], null!, jagged[2]], "dw", "w");
    }

    [Fact]
    public void TheChecksAllocateNothing()
    {
        double[] vector = new double[100];
        double[] other = new double[100];
        double[][] jagged = [.. Enumerable.Range(0, 100).Select(i => new double[i])];
        double[][] otherJagged = [.. Enumerable.Range(0, 100).Select(i => new double[i])];
        Assert.Equal(0, Allocations.InSteadyState(() =>
        {
            Destination.RequireLength<double>(vector, 100, "dw");
            Destination.RequireDisjoint<double, double>(vector, other, "dw", "w");
            Destination.RequireSameShape(jagged, otherJagged, "dw");
            Destination.RequireDisjoint(jagged, otherJagged, "dw", "w");
        }));
    }
}
