using Differentiable.Tests.Lowering;

namespace Differentiable.Tests.Diagnostics;

/// <summary>Code that stands in the place of a call cannot name what is private where it comes from.</summary>
public class HiddenMemberTests
{
    [Theory]
    [InlineData("private static readonly double[] W = [1, 2]; public double F(int n) => X * {|DIFF0048:W|}[n];", "new V { X = x }.F(1)")]
    [InlineData("private static double K { get; } = 2; public double F(int n) => X * {|DIFF0048:K|};", "new V { X = x }.F(1)")]
    [InlineData("[Differentiable] private double Square(double x) => x * x; public double F(int n) => {|DIFF0048:Square(X)|};", "new V { X = x }.F(1)")]
    public Task What_is_private_elsewhere_is_refused(string members, string call) => AssertReports(members, call);

    [Theory]
    [InlineData("private const double K = 2; private static readonly double L = 3, M = 2 * 3; public double F(int n) => X * K * L * M * n;", "new V { X = x }.F(1)")]
    [InlineData("internal static readonly double[] W = [1, 2]; public double F(int n) => X * W[n] * Twice(X); private static double Twice(double x) => 2 * x;", "new V { X = x }.F(1)")]
    [InlineData("private static readonly double[] W = [1, 2]; [Differentiable] public double F(int n) => X * W[n];", "new V { X = x }.F(1)")]
    public Task What_can_be_named_or_is_known_is_not(string members, string call) => AssertReports(members, call);

    [Theory]
    [InlineData("private static readonly double[] W = [1, 2]; public static double G(double x) => x * {|DIFF0048:W|}[0];", "V.G(x) + V.G(2)")]
    [InlineData("private static double K => 2; public static double G(double x) => x * {|DIFF0048:K|};", "V.G(x)")]
    [InlineData("private static double K(int i) => i; public static double G(double x) => x * K(2);", "V.G(x)")]
    [InlineData("private static double K(double y) => y * y; private const double L = 2; public static double G(double x) => x * K(x) * L;", "V.G(x)")]
    [InlineData("private static double K(int i) => i; public static double G(double x) => x * K(2);", "x * V.G(2)")]
    public Task What_helpers_name_can_be_seen(string members, string value) => Analysis.AssertReports($$"""
        using System;
        using Differentiable;
        public static class V { {{members}} }
        public static partial class C
        {
            [Differentiable]
            public static double F(double x) => {{value}};
        }
        """);

    /// <summary>Members of the object that code of a base class reads.</summary>
    [Theory]
    [InlineData("private readonly double _k = k; protected double H(double x) => {|DIFF0048:_k|} * x;")]
    [InlineData("[Differentiable] private double K { get; } = k; protected double H(double x) => {|DIFF0048:K|} * x;")]
    [InlineData("protected double H(double x) => {|DIFF0048:k|} * x;")]
    [InlineData("protected readonly double _k = k; protected double H(double x) => _k * x;")]
    [InlineData("private readonly double _k = k; [Differentiable] protected double H(double x) => _k * x;")]
    [InlineData("[Differentiable] private readonly double _k = k; [Differentiable] protected double H(double x) => _k * x;")]
    public Task What_helpers_of_base_classes_read_can_be_seen(string members) => Analysis.AssertReports($$"""
        using Differentiable;
        public abstract partial class B(double k) { {{members}} }
        public sealed partial class C(double k) : B(k)
        {
            [Differentiable]
            public double F(double x) => H(x) * x;
        }
        """);

    private static Task AssertReports(string members, string call) => Analysis.AssertReports($$"""
        using System;
        using Differentiable;
        public partial struct V { public double X; {{members}} }
        public static partial class C
        {
            [Differentiable]
            public static double F(double x) => {{call}};
        }
        """);
}
