using Differentiable.Generators.Ir;
using static Differentiable.Tests.Ir.Build;

namespace Differentiable.Tests.Ir;

public class PrinterTests
{
    [Fact]
    public void A_function()
    {
        Variable x = new(1, "x", IrType.Double), w = new(2, "w", Build.ReadOnlySpan), s = new(3, "s", IrType.Double), i = new(4, "i", IrType.Int32);
        Block body = Block(
            new Declare(s),
            s.Set(Real(0), "double s = 0;"),
            Build.For(i, w.Count(),
                If(w.At(i.Use()).Exceeds(x.Use()), [s.Add(w.At(i.Use()).Times(x.Use()))], s.Set(Apply(Op.Sin, s.Use())))),
            Build.Return(s.Use()));
        Function function = new("F", new("", [], HidesSystemNames: false, "F"), "public", "",
            [new(x, PassingMode.Value, IsActive: true, IsMutated: false, null), new(w, PassingMode.In, IsActive: false, IsMutated: false, null)],
            new([IrType.Double], [""], IsTuple: false), body);
        Assert.Equal("""
            F(x#1: Double, in w#2: ReadOnlySpan<Double> inactive) -> (Double)
              declare s#3: Double
              s#3 = 0d  // double s = 0;
              for i#4 = 0; < w#2.Length(); +1
                if w#2[i#4] > x#1
                  s#3 = s#3 + (w#2[i#4] * x#1)
                else
                  s#3 = Sin(s#3)
              return s#3

            """, Printer.Print(function));
    }
}
