using System.ComponentModel;

namespace Differentiable.Runtime;

/// <summary>
/// For generated code: marks a method that makes of the cotangent of an operation's result the cotangent of one of its inputs. It takes only what it needs, and that by name: <c>dy</c> is
/// the cotangent of the result; the name of a parameter of the operation is that argument, of the same type; <c>xShape</c> the shape of the argument <c>x</c>; and <c>y</c>, where the
/// operation has no such parameter, its result. Its type parameters are those of the operation. Where the input is a list of tensors it gives the cotangent of one of them; <c>part</c>
/// is the number of that one in the list <c>parts</c>, and <c>partsShapes</c> are the shapes of all.
/// </summary>
/// <remarks>Of several for one input, the one counts that the called overload of the operation has all parameters for, and of these the one with the most.</remarks>
/// <param name="operation">The name of the operation, a method of <see cref="Tensors.Tensor"/>.</param>
/// <param name="input">The name of the parameter whose cotangent it gives, or that of an element of it.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PullbackOfAttribute(string operation, string input) : Attribute
{
    /// <summary>The name of the operation.</summary>
    public string Operation { get; } = operation;

    /// <summary>The name of the parameter whose cotangent it gives.</summary>
    public string Input { get; } = input;

    /// <summary>Was the input broadcast, so that the result still has to be summed to its shape?</summary>
    public bool IsBroadcast { get; init; }

    /// <summary>Is the cotangent of the result that of the input as well?</summary>
    public bool IsIdentity { get; init; }
}
