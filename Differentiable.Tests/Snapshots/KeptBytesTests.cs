using System.Net;
using System.Text.RegularExpressions;

namespace Differentiable.Tests.Snapshots;

/// <summary>The documentation says what each member keeps, in the method's own terms.</summary>
public partial class KeptBytesTests
{
    private const string EitherWay = "Made by columns, in forward mode, which keeps nothing, or by rows, in reverse mode, whichever is cheaper. By rows, ";

    [Theory]
    [InlineData("double x, int n", "return x * x;", "Keeps nothing for the reverse sweep.")]
    [InlineData("double[] a, double x", "double s = 0; foreach (double v in a) s += Math.Sin(v * x); return s;", "Keeps nothing for the reverse sweep.")]
    [InlineData("double x, int n", "for (int i = 0; i < n; i++) x = Math.Sin(x); return x;", "Keeps 8 * n bytes for the reverse sweep.")]
    [InlineData("double x, int n", "for (int i = 2; i <= n; i += 3) x = Math.Sin(x); return x;", "Keeps 8 * ((n + 1) / 3) bytes for the reverse sweep.")]
    [InlineData("double x, int n", "for (int i = n; i > 2; i--) for (int j = 0; j < 5; j++) x = Math.Sin(x); return x;", "Keeps 40 * (n - 2) bytes for the reverse sweep.")]
    [InlineData("float x, int n", "for (int i = 0; i < n; i++) x = MathF.Sin(x); return x;", "Keeps 4 * n bytes for the reverse sweep.")]
    [InlineData("double x, int n", "for (int i = 0; i < n; i++) for (int j = 0; j < i; j++) x = Math.Sin(x); return x;", "Keeps 8 * i bytes for each round of 'for (int i = 0; i < n; i++)' for the reverse sweep.")]
    [InlineData("double x, int n", "while (x < n) x += x * x; return x;", "Keeps 8 bytes for each round of 'while (x < n)' for the reverse sweep.")]
    [InlineData("double x, int n", "for (int i = 0; i < n; i++) { while (x < i) x += x * x; } return x;", "Keeps 4 * n bytes and 8 bytes for each round of 'while (x < i)' for the reverse sweep.")]
    [InlineData("double[] a, int n", "double[] u = a.ToArray(); int m = u.Length - 1; for (int k = 0; k < n; k++) for (int i = 0; i < m; i++) u[i] *= u[i + 1]; return u[0];", "Keeps 8 * n * (a.Length - 1) bytes for the reverse sweep.")]
    [InlineData("double x, int n", "if (n > 3) for (int i = 0; i < n; i++) x = Math.Sin(x); return x;", "Keeps at most 8 * n bytes for the reverse sweep.")]
    [InlineData("double x, int n", "for (int i = 0; i < n; i++) x = F(x, i - n) * x; return x;", "Keeps 16 * n bytes and what FForward leaves at each call for the reverse sweep.")]
    [InlineData("double x, int n", "for (int i = 0; i < n; i++) { Checkpoint.Every(1000); x = Math.Sin(x); } return x;", "Keeps at most 16 * (n / 1000 + 1000) bytes for the reverse sweep.")]
    [InlineData("double[] a, int n", "for (int i = 1; i < n; i++) { Checkpoint.SquareRoot(); a[0] = Math.Sin(a[1]); a[1] *= a[0]; } return a[1];", "Keeps at most (16 + 16 * a.Length) * Math.Sqrt(n - 1) + 8 * a.Length bytes for the reverse sweep.")]
    [InlineData("double x, int p", "for (int k = p; k < 2; k++) x = Math.Sin(x) * x; return x;", "Keeps 16 * (2 - p) bytes for the reverse sweep.")]
    [InlineData("double[,,] u0, int n", "double[,,] u = (double[,,])u0.Clone(), v = (double[,,])u0.Clone(); for (int k = 0; k < n; k++) { Checkpoint.Every(4); for (int i = 0; i < u.GetLength(0); i++) u[i, 0, 0] *= v[i, 0, 1]; (u, v) = (v, u); } return u[0, 0, 0];", "Keeps at most 8 * u.GetLength(0) + (104 + 16 * u0.Length) * (n / 4 + 4) bytes for the reverse sweep.")]
    [InlineData("double x, int n", "while (x < n) { Checkpoint.Logarithmic(); x += x * x; } return x;", "Keeps at most 16 * (Math.Log2(rounds) + 1) bytes for the reverse sweep, rounds being those of 'while (x < n)'.")]
    [InlineData("double x, int n", "while (x < n) { Checkpoint.Binomial(n + 1); x += x * x; } return x;", "Keeps at most 16 * (n + 1) bytes for the reverse sweep.")]
    public void A_gradient_says_what_it_keeps(string parameters, string body, string expected)
    {
        string type = parameters.StartsWith("float", StringComparison.Ordinal) ? "float" : "double";
        string source = EmittedSource.Of($$"""
            [Differentiable]
            public static {{type}} F({{parameters}}) { {{body}} }
            """);
        Assert.Equal(expected, WebUtility.HtmlDecode(Remarks().Match(source).Groups[1].Value));
    }

    [Theory]
    [InlineData("double F(double x, int n) { for (int i = 0; i < n; i++) x = Math.Sin(x); return x; }", "Made by columns, in forward mode, which keeps nothing.")]
    [InlineData("double F(double a, double b, double c, double d, double e) { return a * b * c * d * Math.Sin(e); }", "Made by rows, in reverse mode. Keeps nothing for the reverse sweep.")]
    [InlineData("double F(double[] w, double x) { foreach (double v in w) x = Math.Sin(x * v); return x; }", EitherWay + "keeps 8 * w.Length bytes for the reverse sweep.")]
    [InlineData("void F(double[] w, Span<double> y) { for (int i = 0; i < w.Length; i++) y[i] = Math.Sin(y[i] * w[i]); }", EitherWay + "keeps 16 * w.Length bytes for the reverse sweep.")]
    [InlineData("void F(double[] w, Span<double> y, int n) { if (n > 0) { y[n] *= w[n]; F(w, y, n - 1); } }", EitherWay + "keeps at most 16 + 16 * y.Length bytes and twice what FForward leaves at each call for the reverse sweep.")]
    [InlineData("void F(double[] w, Span<double> y, int n) { for (int i = 0; i < n; i++) { Checkpoint.Every(9); y[i] *= y[i + 1] * w[i]; } }", EitherWay + "keeps at most (8 + 8 * y.Length) * (n / 9 + 9) + 8 * y.Length bytes for the reverse sweep.")]
    public void A_Jacobian_says_how_it_is_made_and_what_it_keeps(string method, string expected) =>
        Assert.Equal(expected, OfMatrix("Jacobian", method));

    [Theory]
    [InlineData("double F(double x) { return x * x; }", "Keeps nothing for the reverse sweep.")]
    [InlineData("double F(double[] w, double x) { foreach (double v in w) x = Math.Sin(x * v); return x; }", "Keeps 48 * w.Length bytes for the reverse sweep.")]
    public void A_Hessian_says_what_it_keeps(string method, string expected) =>
        Assert.Equal(expected, OfMatrix("Hessian", method));

    private static string OfMatrix(string kind, string method)
    {
        string source = EmittedSource.Of($"[Differentiable(Derivatives.{kind})] public static {method}");
        string[] remarks = [.. Regex.Matches(source, $@"<remarks>(.*)</remarks>\s*\[.*\]\s*public static \S+ F{kind}\(").Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];
        Assert.Equal(2, remarks.Length);
        return Assert.Single(remarks.Distinct());
    }

    [GeneratedRegex("<remarks>(.*)</remarks>")]
    private static partial Regex Remarks();
}
