using System;

namespace Differentiable.Mirrors;

/// <summary>The methods of <see cref="Array"/> that are given functions.</summary>
public static class Arrays
{
    public static TOutput[] ConvertAll<TInput, TOutput>(TInput[] array, Converter<TInput, TOutput> converter)
    {
        TOutput[] result = new TOutput[array.Length];
        for (int i = 0; i < array.Length; i++)
            result[i] = converter(array[i]);
        return result;
    }

    public static void ForEach<T>(T[] array, Action<T> action)
    {
        for (int i = 0; i < array.Length; i++)
            action(array[i]);
    }

    public static T[] FindAll<T>(T[] array, Predicate<T> match)
    {
        T[] found = new T[array.Length];
        int count = 0;
        for (int i = 0; i < array.Length; i++)
        {
            if (match(array[i]))
                found[count++] = array[i];
        }
        return found[..count];
    }

    public static T Find<T>(T[] array, Predicate<T> match)
        where T : struct
    {
        int index = FindIndex(array, match);
        return index >= 0 ? array[index] : default(T);
    }

    public static T FindLast<T>(T[] array, Predicate<T> match)
        where T : struct
    {
        int index = FindLastIndex(array, match);
        return index >= 0 ? array[index] : default(T);
    }

    public static int FindIndex<T>(T[] array, Predicate<T> match) => FindIndex(array, 0, match);

    public static int FindIndex<T>(T[] array, int startIndex, Predicate<T> match) => FindIndex(array, startIndex, array.Length - startIndex, match);

    public static int FindIndex<T>(T[] array, int startIndex, int count, Predicate<T> match)
    {
        if (startIndex < 0 || startIndex > array.Length)
            throw new ArgumentOutOfRangeException(nameof(startIndex));
        if (count < 0 || startIndex > array.Length - count)
            throw new ArgumentOutOfRangeException(nameof(count));
        for (int i = startIndex; i < startIndex + count; i++)
        {
            if (match(array[i]))
                return i;
        }
        return -1;
    }

    public static int FindLastIndex<T>(T[] array, Predicate<T> match) => FindLastIndex(array, array.Length - 1, array.Length, match);

    public static int FindLastIndex<T>(T[] array, int startIndex, Predicate<T> match) => FindLastIndex(array, startIndex, startIndex + 1, match);

    public static int FindLastIndex<T>(T[] array, int startIndex, int count, Predicate<T> match)
    {
        if (startIndex < (array.Length == 0 ? -1 : 0) || startIndex >= array.Length)
            throw new ArgumentOutOfRangeException(nameof(startIndex));
        if (count < 0 || startIndex - count + 1 < 0)
            throw new ArgumentOutOfRangeException(nameof(count));
        for (int i = startIndex; i > startIndex - count; i--)
        {
            if (match(array[i]))
                return i;
        }
        return -1;
    }

    public static bool Exists<T>(T[] array, Predicate<T> match) => FindIndex(array, match) >= 0;

    public static bool TrueForAll<T>(T[] array, Predicate<T> match)
    {
        foreach (T element in array)
        {
            if (!match(element))
                return false;
        }
        return true;
    }
}
