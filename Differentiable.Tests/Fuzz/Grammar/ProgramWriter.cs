using System.Text;

namespace Differentiable.Tests.Fuzz.Grammar;

/// <summary>Writes a few methods, each of which calls the one before it, so that generated gradients call generated halves.</summary>
internal static class ProgramWriter
{
    public static string Write(int seed)
    {
        Choices choices = new(seed);
        StringBuilder text = new();
        List<Method> methods = [];
        int count = choices.Weighted((35, 1), (45, 2), (20, 3));
        for (int i = 0; i < count; i++)
        {
            Method method = SignatureWriter.Write(choices, $"F{i}");
            text.Append(i == 0 ? "" : "\n").Append(MethodWriter.Write(choices, method, methods, choices.Between(2, 10)));
            methods.Add(method);
        }
        return text.ToString();
    }
}
