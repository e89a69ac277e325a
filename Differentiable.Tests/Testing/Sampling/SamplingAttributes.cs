namespace Differentiable.Tests.Testing.Sampling;

/// <summary>Real samples lie between <paramref name="low"/> and <paramref name="high"/>; without it between 0.4 and 1.6.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class RangeAttribute(double low, double high) : Attribute
{
    public double Low { get; } = low;

    public double High { get; } = high;
}

/// <summary>The values of an integer, Boolean or enum parameter, one a sample; without it 3.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ValuesAttribute(params int[] values) : Attribute
{
    public int[] Values { get; } = values;
}

/// <summary>The contents of storage, the same in each sample.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ElementsAttribute(params double[] elements) : Attribute
{
    public double[] Elements { get; } = elements;
}

/// <summary>The lengths of one-dimensional storage, one a sample; without it 4.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LengthAttribute(params int[] lengths) : Attribute
{
    public int[] Lengths { get; } = lengths;
}

/// <summary>The length of one-dimensional storage is the product of integer parameters and lengths of other storage, plus <see cref="Plus"/>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LengthFromAttribute(params string[] parameters) : Attribute
{
    public string[] Parameters { get; } = parameters;

    public int Plus { get; init; }
}

/// <summary>The numbers of rows of a <c>T[,]</c> or <c>T[][]</c>, one a sample; without it 3.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class RowsAttribute(params int[] rows) : Attribute
{
    public int[] Rows { get; } = rows;
}

/// <summary>The numbers of columns of a <c>T[,]</c> or <c>T[][]</c>, one a sample; without it 3. A <c>T[,,]</c> has as many columns of two elements each.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ColumnsAttribute(params int[] columns) : Attribute
{
    public int[] Columns { get; } = columns;
}

/// <summary>The length of each row of a jagged array, the same in each sample.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class RowLengthsAttribute(params int[] lengths) : Attribute
{
    public int[] Lengths { get; } = lengths;
}

/// <summary>A square matrix (a <c>T[,]</c>, <c>T[][]</c>, or flat and row by row) gets twice its size added to its diagonal.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DiagonallyDominantAttribute : Attribute;
