namespace Differentiable.Generators.Ir;

/// <summary>
/// A type parameter that stands for a type of real numbers, such as <c>T</c> where <c>T : IFloatingPointIeee754&lt;T&gt;</c>. A constant of it
/// holds a <c>double</c>, which the type that is put in rounds.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Interfaces">What its constraints say that it can do.</param>
internal sealed record TypeParameter(string Name, NumericInterfaces Interfaces) : ScalarType(ScalarKind.Parameter)
{
    /// <summary>Has it all of these?</summary>
    public bool Has(NumericInterfaces interfaces) => (Interfaces & interfaces) == interfaces;
}

/// <summary>
/// The interfaces of <c>System.Numerics</c> that operations on real numbers come from, named as there without the <c>I</c> in front. Every
/// type parameter that is a scalar has <c>INumberBase</c>, which brings the operators of arithmetic.
/// </summary>
[Flags]
internal enum NumericInterfaces
{
    None = 0,
    Number = 1 << 0,
    FloatingPointConstants = 1 << 1,
    RootFunctions = 1 << 2,
    PowerFunctions = 1 << 3,
    ExponentialFunctions = 1 << 4,
    LogarithmicFunctions = 1 << 5,
    TrigonometricFunctions = 1 << 6,
    HyperbolicFunctions = 1 << 7,
    FloatingPoint = 1 << 8,
    FloatingPointIeee754 = 1 << 9,
}
