namespace Differentiable;

/// <summary>
/// Marks a <see cref="DifferentiableAttribute"/> method that other differentiable methods call: what its reverse sweep needs is computed
/// again there instead of being kept.
/// </summary>
/// <remarks>
/// A caller's gradient then keeps the method's inputs between the call and its reverse (copies of elements only where they change in between),
/// at the price of running the method once more. So a caller that calls it in a loop of n rounds keeps n sets of inputs instead of all that n
/// calls compute. What the method does besides computing (writing a log) happens again as well. The method's own <c>Gradient</c> is as without
/// the attribute.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class CheckpointAttribute : Attribute;
