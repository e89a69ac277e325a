using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Differentiable.Tests.Diagnostics;

/// <summary>Source in which <c>{|DIFF0001:text|}</c> marks where a diagnostic is expected.</summary>
internal sealed class Markup
{
    private Markup(string source, IReadOnlyList<(string Id, TextSpan Span)> expected)
    {
        Source = source;
        Expected = expected;
    }

    public string Source { get; }

    public IReadOnlyList<(string Id, TextSpan Span)> Expected { get; }

    public static Markup Parse(string marked)
    {
        StringBuilder source = new();
        List<(string, TextSpan)> expected = [];
        Stack<(string Id, int Start)> open = new();
        for (int i = 0; i < marked.Length;)
        {
            if (marked.AsSpan(i).StartsWith("{|"))
            {
                int colon = marked.IndexOf(':', i);
                open.Push((marked[(i + 2)..colon], source.Length));
                i = colon + 1;
            }
            else if (marked.AsSpan(i).StartsWith("|}"))
            {
                (string id, int start) = open.Pop();
                expected.Add((id, TextSpan.FromBounds(start, source.Length)));
                i += 2;
            }
            else
            {
                source.Append(marked[i++]);
            }
        }
        return new Markup(source.ToString(), expected);
    }
}
