using System.Globalization;
using Differentiable.Generators.Emit;
using Differentiable.Generators.Ir;

namespace Differentiable.Tests.Emit;

public class LiteralTests
{
    [Theory]
    [InlineData(0.5, "0.5")]
    [InlineData(1.0, "1.0")]
    [InlineData(-2.0, "-2.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(1.0 / 3.0, "0.3333333333333333")]
    [InlineData(1e-5, "1e-5")]
    [InlineData(1e300, "1e300")]
    [InlineData(1e10, "1e10")]
    [InlineData(100000.0, "100000.0")]
    [InlineData(-12e6, "-12e6")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(double.NaN, "double.NaN")]
    [InlineData(double.NegativeInfinity, "double.NegativeInfinity")]
    [InlineData(double.Epsilon, "double.Epsilon")]
    [InlineData(Math.PI, "Math.PI")]
    [InlineData(0.5f, "0.5f")]
    [InlineData(2f, "2f")]
    [InlineData(0.1f, "0.1f")]
    [InlineData(float.NaN, "float.NaN")]
    [InlineData(-0f, "-0f")]
    [InlineData(int.MinValue, "int.MinValue")]
    [InlineData(-3, "-3")]
    [InlineData(3L, "3L")]
    [InlineData(3u, "3u")]
    [InlineData(3ul, "3ul")]
    [InlineData(true, "true")]
    [InlineData("a\"b", "\"a\\\"b\"")]
    public void Exact(object value, string text) => Assert.Equal(text, Literals.Exact(new(TypeOf(value), value)));

    [Theory]
    [InlineData(1.0, "1")]
    [InlineData(-1.0, "-1")]
    [InlineData(2f, "2")]
    [InlineData(3L, "3")]
    [InlineData(0.0, "0")]
    [InlineData(-0.0, null)]
    [InlineData(0.5, null)]
    [InlineData(1e10, null)]
    [InlineData(double.NaN, null)]
    [InlineData(long.MaxValue, null)]
    [InlineData(7, null)]
    public void As_an_integer(object value, string? text) => Assert.Equal(text, Literals.AsInteger(new(TypeOf(value), value)));

    [Fact]
    public void Every_number_reads_back_to_the_same_bits()
    {
        Random random = new(1);
        for (int i = 0; i < 10_000; i++)
        {
            double value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsNaN(value))
                continue;
            float single = (float)value;
            Assert.Equal(value, double.Parse(Literals.Exact(new(IrType.Double, value)), CultureInfo.InvariantCulture));
            if (float.IsNormal(single))
                Assert.Equal(single, float.Parse(Literals.Exact(new(IrType.Single, single)).TrimEnd('f'), CultureInfo.InvariantCulture));
        }
    }

    private static IrType TypeOf(object value) => Enum.TryParse(value.GetType().Name, out ScalarKind kind) ? new ScalarType(kind) : new OpaqueType("string");
}
