using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Reflection;
using Differentiable.Tensors;

namespace Differentiable.Runtime;

/// <summary>
/// For generated code: a method over tensors as one operation. Tapes keep what it computes from and nothing in between; on the way back its generated gradient runs, which consists of operations that the
/// tapes around record. Where the method computes from something that its gradient knows nothing of, such as a variable of its class, a tape of its own follows it once more instead.
/// </summary>
/// <param name="name">What the method is called.</param>
/// <param name="inputs">What it has derivatives with respect to, as it is then.</param>
/// <param name="constants">What it computes from besides.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TensorFunction(string name, Func<TensorBase?[]> inputs, TensorBase?[] constants)
{
    private static readonly ConcurrentDictionary<MethodInfo, bool> s_goThroughNumbers = [];

    private readonly string _name = name;

    /// <summary>The result of a method that has one.</summary>
    /// <typeparam name="T">The type of its elements.</typeparam>
    /// <param name="value">The method.</param>
    /// <param name="pullback">From the cotangent of the result, those of the inputs.</param>
    public Tensor<T> Apply<T>(Func<Tensor<T>> value, Func<Tensor<T>, TensorBase?[]> pullback)
        where T : unmanaged, IFloatingPointIeee754<T> => ActiveRecordings.Current is null
            ? value()
            : Record(value, pullback, pullback.Method);

    /// <summary>The results of a method that has several.</summary>
    /// <typeparam name="T">The type of their elements.</typeparam>
    /// <param name="value">The method.</param>
    /// <param name="pullback">From the cotangents of the results, those of the inputs.</param>
    public Tensor<T>[] ApplyToMany<T>(Func<Tensor<T>[]> value, Func<Tensor<T>[], TensorBase?[]> pullback)
        where T : unmanaged, IFloatingPointIeee754<T> => ActiveRecordings.Current is null
            ? value()
            : JoinedTensors.Record<T>((join, apart) => Record(() => join(value()), dy => pullback(apart(dy)), pullback.Method));

    /// <summary>A tensor as it is now, whatever is assigned to the variable that it may be.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="tensor">The tensor.</param>
    [return: NotNullIfNotNull(nameof(tensor))]
    public static Tensor<T>? Now<T>(Tensor<T>? tensor)
        where T : unmanaged => tensor?.Now();

    /// <summary>Tensors as they are now.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="tensors">The tensors.</param>
    public static Tensor<T>[] Now<T>(ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged
    {
        Tensor<T>[] now = new Tensor<T>[tensors.Length];
        for (int i = 0; i < now.Length; i++)
            now[i] = tensors[i].Now();
        return now;
    }

    /// <summary>Records a result, of a method that <paramref name="generated"/> is the gradient of.</summary>
    private Tensor<T> Record<T>(Func<Tensor<T>> value, Func<Tensor<T>, TensorBase?[]> pullback, MethodInfo generated)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorBase?[] given = inputs();
        Captures captures = new(given.Concat(constants).OfType<TensorBase>());
        FirstRun first = new(_name);
        Tensor<T> y = captures.Run(isRecorded: false, () => first.Run(() => value().Now())).Copy();
        return captures.All.Count == 0 ? RecordPullback(y, Now(given), pullback) : RecordMethod(y, given, captures, first, value, pullback, generated);
    }

    private Tensor<T> RecordPullback<T>(Tensor<T> y, TensorBase?[] x, Func<Tensor<T>, TensorBase?[]> pullback)
        where T : unmanaged
    {
        int[] there = [.. Enumerable.Range(0, x.Length).Where(i => x[i] is not null)];
        return Recorder.Many(_name, y, [.. there.Select(i => x[i]!)], (function: this, x, there, pullback), static (dy, kept, _) =>
        {
            kept.function.RequireUnchanged(kept.x);
            TensorBase?[] cotangents = kept.pullback(dy);
            return Array.ConvertAll(kept.there, i => cotangents[i]);
        });
    }

    /// <summary>The method runs once more, so nothing that it computes from may have changed.</summary>
    private Tensor<T> RecordMethod<T>(Tensor<T> y, TensorBase?[] given, Captures captures, FirstRun first, Func<Tensor<T>> value, Func<Tensor<T>, TensorBase?[]> pullback, MethodInfo generated)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorBase[] sources = [.. given.Concat(captures.All).OfType<TensorBase>().DistinctBy(source => source.Watched, ReferenceEqualityComparer.Instance)];
        TensorBase[] then = Array.ConvertAll(sources, source => source.Current);
        return Recorder.Many(_name, y, then, (function: this, sources, then, first, value, pullback, generated), static (dy, kept, _) =>
        {
            kept.function.RequireNoNumbers(dy, kept.pullback, kept.generated);
            kept.function.RequireUnchanged(kept.then, Array.ConvertAll(kept.sources, source => source.Current));
            return Gradient.Again(kept.first, kept.value, kept.then, dy);
        });
    }

    /// <summary>A tape loses what passes through numbers. Whether something does shows from the generated gradient, which runs once for that.</summary>
    private void RequireNoNumbers<T>(Tensor<T> dy, Func<Tensor<T>, TensorBase?[]> pullback, MethodInfo generated)
        where T : unmanaged
    {
        if (s_goThroughNumbers.GetOrAdd(generated, _ => NumberPassage.IsIn(() => pullback(dy))))
            throw new GradientNotRegisteredException(
                $"{_name} goes from tensors to numbers and back, and computes from variables that are not among its inputs, whose derivatives get lost on that way. Pass the variables, or compute with scalar tensors in place of the numbers.");
    }

    private void RequireUnchanged(TensorBase?[] then) => RequireUnchanged(then, Now(inputs()));

    private void RequireUnchanged(TensorBase?[] then, TensorBase?[] now)
    {
        if (!then.SequenceEqual(now, ReferenceEqualityComparer.Instance))
            throw new InvalidOperationException(
                $"A variable that {_name} computed from was assigned since: its derivative there cannot be computed any more. Take the gradient before you assign, or let {_name} take the Tensor<T> and not the Variable<T>.");
    }

    private static TensorBase?[] Now(TensorBase?[] tensors) => Array.ConvertAll(tensors, tensor => tensor?.Current);
}
