using Differentiable.Generators.Ir;

namespace Differentiable.Tests.Lowering;

/// <summary>The notes that statements carry: the user's source on one line, whatever its layout.</summary>
public class NoteTests
{
    [Theory]
    [InlineData("double y=x*2;return y;", "double y = x * 2", "return y")]
    [InlineData("double y = (x  +1 )*-x /* no */; // comment\n return - y ;", "double y = (x + 1) * -x", "return -y")]
    [InlineData("for(int i=0;i<n;i++){x+=a[ i ] ;}return x;", "int i = 0", "x += a[i]", "i++", "for (int i = 0; i < n; i++)", "return x")]
    [InlineData("if(x>0)x*=2;else x=(double)n;return x;", "x *= 2", "x = (double)n", "if (x > 0)", "return x")]
    [InlineData("while(! (x>1)){x++;}return x;", "x++", "while (!(x > 1))", "return x")]
    [InlineData("do x=Half( x ); while(x>1);return x;", "x = Half(x)", "do while (x > 1)", "return x")]
    [InlineData("foreach(var v in a)x+=v;return x;", "foreach (var v in a)", "x += v", "return x")]
    [InlineData("switch(n){case 1:x=n switch{0=>1,>2=>x,_=>-x};break;}return x;", "x = n switch { 0 => 1, > 2 => x, _ => -x }", "switch (n)", "return x")]
    [InlineData("Span<double>s=a.AsSpan(1 , n)[1 ..^ 1];return s[^ 1]+default(double);", "Span<double> s = a.AsSpan(1, n)[1..^1]", "return s[^1] + default(double)")]
    [InlineData("(x,a[0])=(a[0],x);return x>0?x:throw new Exception($\"bad { x :F2}\");", "(x, a[0]) = (a[0], x)", "return x > 0 ? x : throw new Exception($\"bad { x :F2}\")")]
    [InlineData("double[]b=new double[n],c={x,1};return Math.Max(b[0],c[0]);", "double[] b = new double[n], c = { x, 1 }", "return Math.Max(b[0], c[0])")]
    public void A_note_is_the_source_in_the_usual_spacing(string body, params string[] notes) =>
        Assert.Equal(notes, Notes(Lowered.Body(body).Function.Body).Distinct());

    [Fact]
    public void An_expression_body_returns() => Assert.Equal(
        ["return x * x"],
        Notes(Lowered.Source("partial class D { [Differentiable] static double F(double x)=>x*x; }").Function.Body));

    [Fact]
    public void Layout_and_comments_change_nothing()
    {
        Function plain = Lowered.Source("""
            partial class D
            {
                [Differentiable]
                static double F(double x, int n)
                {
                    for (int i = 0; i < n; i++)
                    {
                        if (x > 0)
                            x *= 2;
                    }
                    return x;
                }
            }
            """).Function;
        Function edited = Lowered.Source("""
            // A comment in front.


            partial class D {
                [Differentiable] static double F ( double x,/* here */int n ) {
                    for(int i=0 ; i<n ; i++)    // and there
                        { if ( x>0 ) x*=2; }
                    /* before */ return x;
                }
            }
            """).Function;
        Assert.Equal(plain, edited);
        Assert.Equal(plain.GetHashCode(), edited.GetHashCode());
    }

    [Fact]
    public void Every_statement_has_a_note() => Assert.All(
        All(Lowered.Body("int k = 0; for (int i = 0; i < n; i++) { switch (i) { case 1: if (x > 0) break; continue; } x = Half(x) + k++; } foreach (double v in a[1..]) x += v; return x;").Function.Body),
        statement => Assert.False(string.IsNullOrEmpty(statement.Note)));

    private static IEnumerable<string> Notes(Block block) => All(block).Select(s => s.Note!);

    /// <summary>All statements; those inside come before the one that they are in.</summary>
    private static IEnumerable<Statement> All(Block block) =>
        block.Statements.SelectMany(statement => statement.Blocks().SelectMany(All).Append(statement));
}
