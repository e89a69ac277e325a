using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>
/// Structs with arrays, which users give by reference for the derivatives: the elements of their arrays are shadows like those of any array, their numbers are handed back when the
/// derivatives are known. An array of such structs is given as it is. So the derivative of a number is added, or written, to the same struct as those of the elements beside it.
/// </summary>
internal sealed class WholeDestinations
{
    private readonly AdjointContext _context;
    private readonly bool _overwritten;
    private readonly List<(Parameter Parameter, MemberParameter Destination)> _numbers;

    /// <param name="context">The function.</param>
    /// <param name="overwritten">Are the derivatives written there? Else they are added.</param>
    public WholeDestinations(AdjointContext context, bool overwritten)
    {
        _context = context;
        _overwritten = overwritten;
        _numbers = [.. context.Source.Parameters
            .Where(parameter => !parameter.Type.IsStorage && parameter.Mode != PassingMode.Ref && Hold(context, parameter))
            .Select(parameter => (parameter, With(context, parameter, NewNumber(parameter), overwritten)))];
    }

    /// <summary>The numbers of all of them, to be put together with the arrays.</summary>
    public IEnumerable<MemberParameter> Numbers => _numbers.Select(number => number.Destination);

    /// <summary>Does the adjoint of a parameter go into such a struct? For generated code structs are taken apart.</summary>
    public static bool Hold(AdjointContext context, Parameter parameter) => parameter.IsInDestination && !context.IsWithin;

    /// <summary>The destination of a leaf.</summary>
    public static MemberParameter With(AdjointContext context, Parameter parameter, Variable destination, bool overwritten)
    {
        Part part = parameter.Part!;
        string documentation = parameter.WholeMode == PassingMode.Ref
            ? $"In: the cotangent of the final value of {part.Whole}. Out: the adjoint of the initial one. Its arrays are of the same shapes."
            : overwritten
            ? $"Receives the derivative with respect to {part.Whole}; its arrays are of the same shapes. What it held is overwritten."
            : $"The adjoint of {part.Whole} is added to it; its arrays are of the same shapes.";
        return new(destination, part.Type.Each is null ? "ref" : "", null, documentation) { Part = part with { Whole = context.Names.Adjoint(part) }, IsDestination = true };
    }

    /// <summary>What a leaf of one is called in messages: <c>dlayer.Weights</c>.</summary>
    public static string NameOf(AdjointContext context, Part part) => (part with { Whole = context.Names.Adjoint(part) }).Display;

    /// <summary>Hands the numbers back.</summary>
    public IEnumerable<Statement> HandBack() => _numbers.Select(number =>
    {
        Expr adjoint = JoinedMembers.ReturnedAdjoint(_context, number.Parameter);
        Variable destination = number.Destination.Variable;
        return new Assign(destination, _overwritten ? adjoint : Sum(new(destination), adjoint));
    });

    private Expr Sum(Use given, Expr adjoint) => given.Type is TensorType ? TensorAdjoints.Plus(given, adjoint) : Algebra.Add(given, adjoint);

    private Variable NewNumber(Parameter parameter) =>
        _context.Supply.New(_context.Names.Adjoint(parameter.Variable), _context.AdjointType(parameter.Type), VariableRole.Shadow);
}
