using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Adjoint.Keeping;
using Differentiable.Generators.Transforms.Adjoint.Reversal;
using Differentiable.Generators.Transforms.Runtime;
using Differentiable.Generators.Transforms.Wholes;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>The members that run forward and reverse sweep in one go: gradient, value and gradient, vector-Jacobian product.</summary>
internal sealed class JoinedMembers
{
    private readonly AdjointContext _context;
    private readonly Function _source;
    private readonly ReverseBlock _tree;
    private readonly SavedElements _saved;
    private (List<Statement> Code, Ledger Kept)? _ofGradient;

    public JoinedMembers(AdjointContext context, ReverseBlock tree, SavedElements saved)
    {
        _context = context;
        _source = context.Source;
        _tree = tree;
        _saved = saved;
    }

    public Member Gradient() => OfGradient("Gradient", withValue: false, "The gradient of {F}.");

    public Member ValueAndGradient() => OfGradient("ValueAndGradient", withValue: true, "The value and the gradient of {F}.");

    /// <summary>The gradient of a directional derivative.</summary>
    public Member HessianVectorProduct() => OfGradient(
        "Hvp", withValue: false, "The Hessian-vector product of {F}: the gradient of its derivative along the given direction.");

    /// <summary>The adjoint of each input that has a place in the result, in their order.</summary>
    private static IEnumerable<Expr> ReturnedAdjoints(AdjointContext context) => Signature.Returned(context).Select(parameter => ReturnedAdjoint(context, parameter));

    /// <summary>As users get it: of a tensor never null.</summary>
    public static Expr ReturnedAdjoint(AdjointContext context, Parameter parameter) => parameter.Type is TensorType
        ? TensorAdjoints.OrZeros(AdjointOf(context, parameter), new Use(parameter.Variable))
        : AdjointOf(context, parameter);

    public static Expr AdjointOf(AdjointContext context, Parameter parameter) => parameter.Type.IsStorage || context.Activity.IsActive(parameter.Variable)
        ? new Use(context.ShadowOf(parameter.Variable))
        : Algebra.Zero(context.AdjointType(parameter.Type));

    /// <summary>Starts the adjoint of an output.</summary>
    /// <param name="context">The function.</param>
    /// <param name="output">The output.</param>
    /// <param name="cotangent">What it starts from.</param>
    /// <param name="checksLength">Must that of an array have its length?</param>
    /// <param name="name">What the cotangent is called in messages, where it is part of a struct.</param>
    public static IEnumerable<Statement> Seed(AdjointContext context, Variable output, Expr cotangent, bool checksLength = true, string? name = null)
    {
        if (!context.Activity.IsActive(output))
            yield break;
        Variable shadow = context.ShadowOf(output);
        if (output.Type.IsStorage && checksLength)
            yield return ShapeOf(output, new(((Use)cotangent).Variable, name));
        if (output.Type is { IsVector: true, Element: TensorType } && checksLength)
            yield return TensorDestinations.RequireShapes(cotangent, output);
        if (output.Type is TensorType && checksLength)
            cotangent = TensorAdjoints.Given(cotangent, new Use(output));
        Statement sum = output.Type.IsStorage
            ? ShadowSums.Add(context.Supply, cotangent, new Use(shadow))
            : new Assign(shadow, Algebra.Add(new Use(shadow), cotangent));
        // What the runtime adds up, it asks itself whether it is there; a vector that is not has no elements.
        bool mayBeMissing = sum is For && !output.Type.IsVector && !checksLength;
        foreach (Statement statement in mayBeMissing ? TensorAdjoints.IfThere(cotangent, [sum]) : [sum])
            yield return statement;
    }

    private static Statement ShapeOf(Variable output, Checks.Named cotangent) => output.Type.IsVector
        ? Checks.Length(cotangent, new Length(new Use(output)))
        : Checks.SameShape(cotangent, new Checks.Named(output, null));

    public Member VectorJacobianProduct()
    {
        List<MemberParameter> cotangents = [.. Cotangents.Of(_context, asReferences: true)];
        List<Statement> seeds = [.. Cotangents.Seeds(_context, cotangents, checksLengths: true)];
        (List<Statement> sweep, Ledger kept) = Sweep(seeds);
        var numbers = new WholeDestinations(_context, overwritten: false);
        List<MemberParameter> destinations = [.. Signature.Destinations(_context, overwritten: false), .. numbers.Numbers];
        List<Statement> body =
        [
            .. ChecksOfUsers(),
            .. destinations.Where(destination => destination.IsOwn).Select(destination => RuntimeCalls.Clear(destination.Variable)),
            .. sweep,
            .. TensorDestinations.Fill(_context),
            .. Cotangents.HandBack(_context, cotangents),
            .. numbers.HandBack(),
            new Return(ReturnedAdjoints(_context).ToEquatableArray()),
        ];
        ReturnShape shape = Signature.Gradients(Adjoints());
        List<MemberParameter> parameters =
        [
            .. Signature.Inputs(_source),
            .. cotangents.Where(cotangent => cotangent.Modifier.Length == 0),
            .. destinations.Where(IsCotangent),
            .. cotangents.Where(cotangent => cotangent.Modifier.Length > 0).Concat(destinations.Where(IsOfReference)).OrderBy(IndexOf),
            .. destinations.Where(destination => !IsCotangent(destination) && !IsOfReference(destination)),
        ];
        return Finish(new(
            _source.Name + "Vjp", _source.Accessibility, parameters, shape,
            "The vector-Jacobian product of {F}: the adjoints of its inputs for given cotangents of its outputs.",
            shape.IsVoid ? "" : $"The adjoints of the {InputsOf(shape)}inputs.", IsHidden: false, new(body))
        {
            Remarks = KeptText.Of(_context, kept),
        });
    }

    /// <summary>Is it that of an inline array that the method only gives?</summary>
    private static bool IsCotangent(MemberParameter destination) => destination is { Part: not null, IsOwn: false, Modifier: "" };

    /// <summary>Does it belong to a struct that the method takes by reference, whose cotangent comes in by the same?</summary>
    private bool IsOfReference(MemberParameter destination) => destination.Part is { } part
        && _source.Parameters.Any(parameter => parameter is { WholeMode: PassingMode.Ref, Part: not null } && WholeDestinations.Hold(_context, parameter) && _context.Names.Adjoint(parameter.Part) == part.Whole);

    /// <summary>Which of the function's parameters the cotangent belongs to.</summary>
    private int IndexOf(MemberParameter cotangent) => Enumerable.Range(0, _source.Parameters.Count).First(i => _source.Parameters[i] is var parameter
        && (_context.Names.Adjoint(parameter.Variable) == cotangent.Variable.Name || parameter.Part is { } part && _context.Names.Adjoint(part) == cotangent.Part?.Whole));

    private Member OfGradient(string suffix, bool withValue, string summary)
    {
        Variable result = _context.Results[0];
        (List<Statement> sweep, Ledger kept) = _ofGradient ??= Sweep(Seed(_context, result, One(result), checksLength: false));
        var numbers = new WholeDestinations(_context, overwritten: true);
        List<Statement> body =
        [
            .. ChecksOfUsers(),
            .. Signature.ActiveStorage(_source).Select(Clear),
            .. sweep,
            .. TensorDestinations.Fill(_context),
            .. numbers.HandBack(),
        ];
        List<Expr> values = [.. ReturnedAdjoints(_context)];
        if (withValue)
            values.Insert(0, new Use(result));
        body.Add(new Return(values));
        (IrType, string)? value = withValue ? (result.Type, Signature.ValueName(_source)) : null;
        ReturnShape shape = Signature.Gradients(Adjoints(), value);
        return Finish(new(
            _source.Name + suffix, _source.Accessibility,
            [.. Signature.Inputs(_source), .. Signature.Destinations(_context, overwritten: true), .. numbers.Numbers], shape, summary,
            ReturnsText(withValue, shape), IsHidden: false, new(body))
        {
            Remarks = KeptText.Of(_context, kept),
        });
    }

    /// <summary>The cotangent from which the gradient starts. Of a tensor, the value is asked for its shape, unless that is known.</summary>
    private Expr One(Variable result) => result.Type switch
    {
        TensorType tensor when _context.Regions.Knows(result) && _context.Regions.ValueOf(result) is Opaque { HasNoAxes: true } =>
            new Opaque(tensor, ["", ""], [Algebra.One(tensor.Number)], IsPure: true),
        TensorType => TensorAdjoints.One(new Use(result)),
        _ => Algebra.One(_context.AdjointType(result.Type)),
    };

    private static string ReturnsText(bool withValue, ReturnShape shape) => (withValue, Gathering.Shape(shape).Components.Count) switch
    {
        (_, 0) => "",
        (true, 1) => "The value.",
        (true, _) => $"The value, then the derivatives with respect to the {InputsOf(shape)}parameters.",
        (false, 1) => $"The derivative with respect to the {InputsOf(shape)}parameter.",
        _ => $"The derivatives with respect to the {InputsOf(shape)}parameters.",
    };

    /// <summary>Those of arrays are not returned.</summary>
    private static string InputsOf(ReturnShape shape) => shape.Components.Any(type => type is TensorType) ? "" : "scalar ";

    private Statement Clear(Parameter parameter) => RuntimeCalls.Clear(_context.ShadowOf(parameter.Variable));

    private (List<Statement> Code, Ledger Kept) Sweep(IEnumerable<Statement> seeds) =>
        JoinedSweep.Run(_context, _tree, _saved, [.. seeds], keepsFinals: true);

    /// <summary>Generated code passes its own storage.</summary>
    private Member Finish(Member member)
    {
        Member marked = ThroughNumbers.InMember(_context, member);
        return Finishing.Run(_context.IsWithin ? new SpanParameters(_source, _context.Supply).InMember(marked) : marked, _context);
    }

    /// <summary>What has a place in the result with the types of the adjoints; for generated code they stay apart leaf by leaf.</summary>
    private IEnumerable<Parameter> Adjoints() => Signature.Returned(_context).Select(parameter => parameter with
    {
        Variable = parameter.Variable with { Type = _context.AdjointType(parameter.Type) },
        Part = _context.IsWithin ? null : parameter.Part,
    });

    private IEnumerable<Statement> ChecksOfUsers() => _context.IsWithin ? [] : Checks.Of(_context);
}
