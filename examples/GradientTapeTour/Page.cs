using System.Runtime.CompilerServices;
using Differentiable.Tensors;
using Examples;
using Spectre.Console;

namespace GradientTapeTour;

/// <summary>Where cells print: each result behind the expression that gave it, as it stands in the source.</summary>
internal sealed class Page
{
    private const int WidthOfExpressions = 52;
    private const string Indent = "      ";

    public void Begin(Cell cell) => Terminal.Out.MarkupLineInterpolated($"[bold]{cell.Number,4}[/]  [blue]{cell.Says}[/]");

    /// <summary>A value, behind the expression for it.</summary>
    public void Print(object? value, [CallerArgumentExpression(nameof(value))] string expression = "")
    {
        string between = new(' ', Indent.Length + WidthOfExpressions + 2);
        string text = Describe(value).Replace("\n", $"\n{between}");
        Terminal.Out.MarkupLineInterpolated($"{Indent}[grey]{expression.PadRight(WidthOfExpressions)}[/]  {text}");
    }

    /// <summary>The error that code ends with.</summary>
    public void PrintError(Func<object?> code, [CallerArgumentExpression(nameof(code))] string expression = "")
    {
        try
        {
            Print(code(), expression);
        }
        catch (InvalidOperationException problem)
        {
            Print($"{problem.GetType().Name}", expression.Replace("() => ", ""));
            Note(problem.Message);
        }
    }

    /// <summary>C# that does not compile, as a comment.</summary>
    public void PrintRefused(CompileError error)
    {
        Note($"// {error.Statement}");
        Note($"// error {error.Id}: {error.Message}");
    }

    /// <summary>A remark.</summary>
    public void Note(string text) => Terminal.Out.Write(new Padder(new Text(text, new Style(Color.Grey)), new Spectre.Console.Padding(Indent.Length, 0, 0, 0)));

    /// <summary>A number without axes as a number, other tensors as shape and elements; what is not there as null.</summary>
    private static string Describe(object? value) => value switch
    {
        null => "null",
        Tensor<float> { Rank: 0 } number => $"{(float)number}",
        Tensor<float> tensor => WithoutType($"{tensor}"),
        _ => $"{value}",
    };

    private static string WithoutType(string text) => text[text.IndexOf('(')..].ReplaceLineEndings(" ").Replace("  ", " ");
}
