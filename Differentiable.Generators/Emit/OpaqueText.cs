using System.Text;
using System.Text.RegularExpressions;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Generators.Emit;

/// <summary>How the text of an <see cref="Opaque"/> binds to what stands around it and in its holes.</summary>
internal static class OpaqueText
{
    private const string Openers = "([{<", Closers = ")]}>", Unbalanced = "(";

    private static readonly Regex s_primary = new(@"^(new )?([\w@.:]|\(\)|\[\]| ?\{\}|<>(?=\(\)|\.)|"""")+!?$", RegexOptions.CultureInvariant);
    private static readonly Regex s_cast = new(@"\(\)[\w@]", RegexOptions.CultureInvariant);
    private static readonly Regex s_name = new(@"(?<![\w.@]|::)@?[A-Za-z_]\w*", RegexOptions.CultureInvariant);

    /// <summary>How tightly the whole binds: as a name, a member access or a call, as a cast, or as anything else.</summary>
    public static Precedence Of(Opaque opaque)
    {
        string outline = Outline(string.Join("x", opaque.Text));
        return !s_primary.IsMatch(outline) ? Precedence.Conditional : s_cast.IsMatch(outline) ? Precedence.Unary : Precedence.Primary;
    }

    /// <summary>How tightly the argument in a hole must bind: not at all between brackets and commas, else as an operand of anything.</summary>
    public static Precedence Around(Opaque opaque, int hole)
    {
        string before = opaque.Text[hole].TrimEnd(), after = opaque.Text[hole + 1].TrimStart();
        bool opens = before.Length == 0 || "([{,".IndexOf(before[before.Length - 1]) >= 0 || before.EndsWith(" =", StringComparison.Ordinal);
        bool closes = after.Length == 0 || ")]},".IndexOf(after[0]) >= 0;
        return opens && closes ? Precedence.Conditional : Precedence.Primary;
    }

    /// <summary>The simple names in the text, which a local must not take over.</summary>
    public static IEnumerable<string> SimpleNames(string text) =>
        s_name.Matches(WithoutStrings(text)).Cast<Match>().Select(match => match.Value.TrimStart('@'));

    /// <summary>The text with whatever is in brackets and string literals left out: <c>F&lt;int&gt;(a, b).C</c> as <c>F&lt;&gt;().C</c>.</summary>
    private static string Outline(string text)
    {
        StringBuilder outline = new();
        int depth = 0;
        foreach (char c in WithoutStrings(text))
        {
            bool opens = Openers.IndexOf(c) >= 0, closes = Closers.IndexOf(c) >= 0;
            if (closes && --depth < 0)
                return Unbalanced;
            if (depth == 0)
                outline.Append(c);
            if (opens)
                depth++;
        }
        return depth == 0 ? outline.ToString() : Unbalanced;
    }

    private static string WithoutStrings(string text)
    {
        StringBuilder rest = new();
        char quote = '\0';
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quote != '\0' && c == '\\')
                i++;
            else if (quote == '\0' ? c is '"' or '\'' : c == quote)
            {
                quote = quote == '\0' ? c : '\0';
                rest.Append('"');
            }
            else if (quote == '\0')
                rest.Append(c);
        }
        return rest.ToString();
    }
}
