namespace Differentiable.Tests.Fuzz.Grammar;

/// <summary>Makes up signatures: at least one real input and one real output.</summary>
internal static class SignatureWriter
{
    private static readonly string[] s_storages = ["a", "b", "c"];

    public static Method Write(Choices choices, string name)
    {
        ResultKind result = choices.Weighted((70, ResultKind.Real), (12, ResultKind.Nothing), (10, ResultKind.Pair), (8, ResultKind.Vector));
        List<MethodParameter> parameters = [new("x", Role.Real)];
        if (choices.Chance(45))
            parameters.Add(new("y", choices.Weighted((8, Role.Real), (2, Role.Constant))));
        if (choices.Chance(result == ResultKind.Real ? 6 : 25))
            parameters.Add(new("z", Role.Reference));
        if (choices.Chance(20))
            parameters.Add(new("pair", choices.Weighted((result == ResultKind.Real ? 9 : 6, Role.Tuple), (result == ResultKind.Real ? 1 : 4, Role.TupleReference))));
        int storages = choices.Weighted((25, 0), (50, 1), (25, 2));
        for (int i = 0; i < storages; i++)
            parameters.Add(new(s_storages[i], Role.Storage, Storage(choices, s_storages[i])));
        if (choices.Chance(50))
            parameters.Add(new("n", Role.Count));
        if (choices.Chance(15))
            parameters.Add(new("flag", Role.Flag));
        if (choices.Chance(15))
            parameters.Add(new("depth", Role.Depth));
        bool needsOutput = result == ResultKind.Nothing && !parameters.Any(p => p.Role is Role.Reference or Role.TupleReference || p.Storage is { IsMutable: true });
        if (needsOutput || choices.Chance(5))
            parameters.Add(new("o", Role.Output));
        return new(name, parameters, result, choices.Between(1, 3));
    }

    private static Storage Storage(Choices choices, string name)
    {
        StorageKind kind = choices.Weighted(
            (28, StorageKind.Array), (28, StorageKind.Span), (26, StorageKind.ReadOnlySpan), (10, StorageKind.Matrix), (8, StorageKind.Jagged));
        return new(name, kind, choices.Between(2, 4), name, name, kind != StorageKind.ReadOnlySpan);
    }
}
