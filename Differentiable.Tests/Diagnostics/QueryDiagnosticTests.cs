using Differentiable.Tests.Lowering;
using Microsoft.CodeAnalysis;

namespace Differentiable.Tests.Diagnostics;

/// <summary>What of LINQ is not followed: one diagnostic, which names the method and says why.</summary>
public class QueryDiagnosticTests
{
    [Theory]
    [InlineData("return {|DIFF0087:a.GroupBy(v => v > 0)|}.Select(g => g.Sum()).Sum();")]
    [InlineData("return {|DIFF0087:a.ToHashSet()|}.Sum();")]
    [InlineData("return {|DIFF0087:a.OrderBy(v => v, Comparer<double>.Default)|}.First();")]
    [InlineData("return {|DIFF0087:a.OrderBy(v => (v, 1))|}.First();")]
    [InlineData("return a.SelectMany({|DIFF0087:v => { var pair = new[] { v, v }; return pair; }|}).Sum();")]
    [InlineData("return a.Select({|DIFF0087:v => a.Where(w => w > v)|}).Select(s => s.Sum()).Sum();")]
    [InlineData("int n = 0; return a.Select({|DIFF0087:v => v * n++|}).Sum();")]
    [InlineData("int n = 0; double sum = 0; foreach (double v in a.Where({|DIFF0087:v => n++ > 0|})) sum += v; return sum;")]
    [InlineData("Stack<double> stack = new(); stack.Push(a[0]); stack.Push(a[1]); return a.Select({|DIFF0087:v => v * stack.Pop()|}).Take(2).Sum();")]
    [InlineData("Queue<double> queue = new(a); return a.Select({|DIFF0087:v => { queue.Enqueue(v); return v * queue.Dequeue(); }|}).Sum();")]
    [InlineData("Stack<double> stack = new(a); return a.Select({|DIFF0087:v => v * Taken(stack)|}).Take(1).Sum() * Taken(stack);")]
    [InlineData("List<double> kept = [a[0]]; return a.Where({|DIFF0087:v => { kept[0] += v; return kept[0] > 1; }|}).Sum();")]
    [InlineData("Stack<double> stack = new(); stack.Push(a[0]); return a.Select(v => v * stack.Peek()).Sum() * stack.Pop();")]
    [InlineData("var q = {|DIFF0087:a.Skip(1)|}; return q.Sum();")]
    [InlineData("var q = {|DIFF0087:a.Where(v => v > 0)|}; return q.Sum();")]
    [InlineData("var kept = {|DIFF0087:a.ToList()|}; return kept.Capacity;")]
    [InlineData("return Total({|DIFF0087:a.Select(v => v * v)|});")]
    [InlineData("return Total({|DIFF0087:a.Skip(1)|});")]
    [InlineData("return Total(a) + Total({|DIFF0087:Differences(a)|});")]
    [InlineData("return a[0] * {|DIFF0087:list|}.Select(v => v * 2).Sum();")]
    [InlineData("return a.Select({|DIFF0018:s_function|}).Sum();")]
    [InlineData("return Total(a) * Total(a.Skip(1).ToArray()) * a.Select(v => new Pair { X = v, Y = 1 }).Sum(p => p.X * p.Y) * new[] { 1, 2 }.Select(k => k * 2).Sum() * list.Sum() * a.ToList().Sum();")]
    [InlineData("return (from v in a orderby v let w = v * v where w > 1 select w).Sum();")]
    public Task What_is_not_followed_says_so_once(string body) => Analysis.AssertReports(In(body));

    [Theory]
    [InlineData("return a.GroupBy(v => v > 0).Select(g => g.Sum()).Sum();", "'Enumerable.GroupBy' is none of the methods of LINQ that are followed: write a loop, or use one that is")]
    [InlineData("int n = 0; return a.Select(v => v * n++).Sum();", "'Enumerable.Select' is given a function that sets 'n' outside of it, and runs it element by element as the sequence is read: write a loop")]
    [InlineData("var q = a.Select(v => v * 2); return q.Sum();", "'Enumerable.Select' computes its numbers when the sequence is read: end it with 'ToArray()' here")]
    [InlineData("return a[0] * list.Select(v => v * 2).Sum();", "'Enumerable.Select' takes its elements from a 'System.Collections.Generic.List<double>': start from an array of numbers, of tensors, of structs of them or of rows")]
    public async Task The_reason_is_said(string body, string message) =>
        Assert.Equal([message], (await Analysis.Diagnostics(Compiler.Compile(Compiler.Parse(In(body))))).Select(diagnostic => diagnostic.GetMessage()));

    private static string In(string body) => $$"""
        public struct Pair { public double X, Y; }

        public static partial class C
        {
            private static Func<double, double> s_function = v => v;
            private static double Total(IEnumerable<double> values) => values.Sum();
            private static double Taken(Stack<double> stack) => stack.Pop();
            private static IEnumerable<double> Differences(IEnumerable<double> values) => values.Zip(values.Skip(1), (a, b) => b - a);

            [Differentiable]
            public static double F(double[] a, [NonDifferentiable] List<double> list)
            {
                {{body}}
            }
        }
        """;
}
