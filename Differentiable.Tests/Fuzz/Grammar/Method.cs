namespace Differentiable.Tests.Fuzz.Grammar;

internal enum ResultKind
{
    Real,
    Nothing,
    Pair,
    Vector,
}

internal enum Role
{
    Real,
    Constant,
    Reference,
    Output,
    Count,
    Depth,
    Flag,
    Tuple,
    TupleReference,
    Storage,
}

/// <summary>A parameter of a generated method.</summary>
internal sealed record MethodParameter(string Name, Role Role, Storage? Storage = null)
{
    public bool IsReal => Role is Role.Real or Role.Reference or Role.Tuple or Role.TupleReference;

    public bool IsReference => Role is Role.Reference or Role.Output;

    /// <summary>As it is declared, with the attributes that say how it is sampled.</summary>
    public string Declaration => Role switch
    {
        Role.Real => $"double {Name}",
        Role.Constant => $"[NonDifferentiable] double {Name}",
        Role.Reference => $"ref double {Name}",
        Role.Output => $"out double {Name}",
        Role.Count => $"[Values(3, 0, 2)] int {Name}",
        Role.Depth => $"[Values(2, 0, 1)] int {Name}",
        Role.Flag => $"[Values(1, 0)] bool {Name}",
        Role.Tuple => $"(double P, double Q) {Name}",
        Role.TupleReference => $"ref (double P, double Q) {Name}",
        _ => $"{Sizes} {TypeOf(Storage!.Kind)} {Name}",
    };

    private string Sizes => Storage!.Kind switch
    {
        StorageKind.Matrix => $"[Rows({Storage.Least}, {Storage.Least + 1}), Columns(2)]",
        StorageKind.Jagged => $"[Rows({Storage.Least}, {Storage.Least + 1}), Columns(2, 3)]",
        _ => $"[Length({Storage.Least}, {Storage.Least + 1})]",
    };

    public static string TypeOf(StorageKind kind) => kind switch
    {
        StorageKind.Array => "double[]",
        StorageKind.Span => "Span<double>",
        StorageKind.ReadOnlySpan => "ReadOnlySpan<double>",
        StorageKind.Matrix => "double[,]",
        _ => "double[][]",
    };
}

/// <summary>The signature of a generated method.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Result">What it returns.</param>
/// <param name="Length">The length of the vector that it returns.</param>
internal sealed record Method(string Name, IReadOnlyList<MethodParameter> Parameters, ResultKind Result, int Length)
{
    public string Declaration =>
        $"public static {ResultType} {Name}({string.Join(", ", Parameters.Select(p => p.Declaration))})";

    public bool WritesStorage => Parameters.Any(p => p.Storage is { IsMutable: true });

    private string ResultType => Result switch
    {
        ResultKind.Real => "double",
        ResultKind.Nothing => "void",
        ResultKind.Pair => "(double, double)",
        _ => "double[]",
    };
}
