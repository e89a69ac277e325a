using System.Runtime.CompilerServices;

namespace Differentiable.Tensors;

/// <summary>Arrays for elements.</summary>
internal static class Arrays
{
    /// <summary>An array whose elements are undefined, for results that are written as a whole.</summary>
    public static T[] Allocate<T>(int length) => (long)length * Unsafe.SizeOf<T>() < LargeArrays.Smallest ? GC.AllocateUninitializedArray<T>(length) : LargeArrays.Take<T>(length);
}
