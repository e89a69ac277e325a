using System.Reflection;

namespace Differentiable.Tests.Testing.Sampling;

/// <summary>How samples of one parameter are made, as its attributes say.</summary>
internal sealed class ParameterSampling(ParameterInfo parameter)
{
    private static readonly RangeAttribute s_defaultRange = new(0.4, 1.6);

    private readonly int[] _values = parameter.GetCustomAttribute<ValuesAttribute>()?.Values ?? [3];
    private readonly int[] _lengths = parameter.GetCustomAttribute<LengthAttribute>()?.Lengths ?? [4];
    private readonly int[] _rows = parameter.GetCustomAttribute<RowsAttribute>()?.Rows ?? [3];
    private readonly int[] _columns = parameter.GetCustomAttribute<ColumnsAttribute>()?.Columns ?? [3];

    public RangeAttribute Range { get; } = parameter.GetCustomAttribute<RangeAttribute>() ?? s_defaultRange;

    public LengthFromAttribute? LengthFrom { get; } = parameter.GetCustomAttribute<LengthFromAttribute>();

    public double[]? Elements { get; } = parameter.GetCustomAttribute<ElementsAttribute>()?.Elements;

    public int[]? RowLengths { get; } = parameter.GetCustomAttribute<RowLengthsAttribute>()?.Lengths;

    public bool IsDiagonallyDominant { get; } = parameter.IsDefined(typeof(DiagonallyDominantAttribute));

    /// <summary>How many samples it takes to see each variant once.</summary>
    public int VariantCount => new[] { _values.Length, _lengths.Length, _rows.Length, _columns.Length }.Max();

    public int Value(int sample) => _values[sample % _values.Length];

    public int Length(int sample) => _lengths[sample % _lengths.Length];

    public int Rows(int sample) => _rows[sample % _rows.Length];

    public int Columns(int sample) => _columns[sample % _columns.Length];
}
