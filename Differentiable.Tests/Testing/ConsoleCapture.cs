namespace Differentiable.Tests.Testing;

/// <summary>What programs print. There is one console, so that they run one after the other.</summary>
internal static class ConsoleCapture
{
    private static readonly object s_console = new();

    public static string Of(Action program)
    {
        lock (s_console)
        {
            TextWriter before = Console.Out;
            using StringWriter printed = new();
            Console.SetOut(printed);
            try
            {
                program();
            }
            finally
            {
                Console.SetOut(before);
            }
            return printed.ToString().ReplaceLineEndings("\n").TrimEnd();
        }
    }
}
