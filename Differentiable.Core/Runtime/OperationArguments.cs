using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Differentiable.Runtime;

/// <summary>For generated code: copies of what an operation keeps, so that the gradient is that of the values which the operation was called with.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OperationArguments
{
    /// <summary>A copy of an array.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="array">The array.</param>
    [return: NotNullIfNotNull(nameof(array))]
    public static T[]? Copy<T>(T[]? array) => (T[]?)array?.Clone();

    /// <summary>A copy of a matrix.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="matrix">The matrix.</param>
    [return: NotNullIfNotNull(nameof(matrix))]
    public static T[,]? Copy<T>(T[,]? matrix) => (T[,]?)matrix?.Clone();

    /// <summary>A copy of an array of arrays.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="rows">The array.</param>
    [return: NotNullIfNotNull(nameof(rows))]
    public static T[][]? Copy<T>(T[][]? rows) => rows is null ? null : Array.ConvertAll(rows, row => Copy(row)!);

    /// <summary>The elements of a span as an array.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="span">The span.</param>
    public static T[] Copy<T>(ReadOnlySpan<T> span) => span.ToArray();

    /// <summary>The elements of a span as an array.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="span">The span.</param>
    public static T[] Copy<T>(Span<T> span) => span.ToArray();
}
