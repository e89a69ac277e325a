namespace Differentiable.Generators.Ir;

/// <summary>The one rule for names that are taken: a number behind, from 2 on. <c>dy</c> → <c>dy2</c>, <c>dx1</c> → <c>dx1_2</c>.</summary>
internal static class FreeName
{
    public static string Like(string wanted, Func<string, bool> isTaken)
    {
        string name = wanted;
        string separator = name.Length > 0 && char.IsDigit(name[name.Length - 1]) ? "_" : "";
        for (int number = 2; isTaken(name); number++)
            name = $"{wanted}{separator}{number}";
        return name;
    }
}
