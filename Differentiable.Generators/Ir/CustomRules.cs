namespace Differentiable.Generators.Ir;

/// <summary>What a rule is given in one of its parameters.</summary>
internal enum RuleOperandKind
{
    /// <summary>An input of the method; of storage that the method writes, the final elements.</summary>
    Input,

    /// <summary>The elements that storage held before the method wrote it.</summary>
    Before,

    /// <summary>The number of elements of a vector.</summary>
    Length,

    /// <summary>The value that the method returned.</summary>
    Value,

    /// <summary>The cotangent of the value that the method returns.</summary>
    ResultCotangent,

    /// <summary>The cotangent of the final value of a <c>ref</c> or <c>out</c> parameter.</summary>
    OutputCotangent,

    /// <summary>Where the adjoint of storage goes.</summary>
    Destination,

    /// <summary>The tangent of an input.</summary>
    Tangent,
}

/// <summary>
/// What a rule is given in one of its parameters, and which parameter of the method that belongs to; of the value and its cotangent, which component of the result.
/// </summary>
internal sealed record RuleOperand(RuleOperandKind Kind, int Parameter)
{
    /// <summary>In the place of a parameter, for the result as a whole.</summary>
    public const int OfResult = -1;
}

/// <summary>A method that gives another one's derivative.</summary>
/// <param name="Callee">The method, as it is called.</param>
/// <param name="Operands">What each of its parameters is given.</param>
/// <param name="AllowsEmptyDestinations">May a destination be empty whose adjoint no one asks for?</param>
/// <param name="IsDifferentiable">Are there generated members for it?</param>
internal sealed record RuleMethod(Callee Callee, EquatableArray<RuleOperand> Operands, bool AllowsEmptyDestinations, bool IsDifferentiable);

/// <summary>How a method is differentiated that has a rule of its own. It then need not be a differentiable method.</summary>
/// <param name="Pullback">Its pullback, shaped like a generated <c>Vjp</c>.</param>
/// <param name="Tangent">Its tangent rule, shaped like a generated <c>Jvp</c>.</param>
internal sealed record CustomRule(RuleMethod? Pullback, RuleMethod? Tangent);
