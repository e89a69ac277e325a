using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Differentiable.Generators.Transforms.Adjoint.Reversal;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Adjoint.Calls;

/// <summary>
/// A call of another differentiable method: its forward half runs in the forward sweep and leaves on the value stack what its
/// reverse half takes off. Both are found by name alone.
/// </summary>
internal static class CallHalves
{
    public const string Forward = "Forward";

    public const string Backward = "Reverse";

    /// <summary>The call of the forward half. A call through which no derivative passes leaves nothing on the stack.</summary>
    public static List<Statement> RunForward(AdjointContext context, Call call)
    {
        if (call.Callee.Rule is not null)
            return context.Activity.IsActive(call) ? [call, .. ShadowsOfResults(context, call)] : [call];
        if (!context.Activity.IsActive(call) && MayRunItself(context, call.Callee))
            return [call with { Callee = call.Callee with { IsCalledItself = true } }];
        List<Expr> inputs = [.. Passed(InputsOf(call))];
        Statement run = Receive(call.Results, Invoke(context, call, Forward, inputs)) with { Note = call.Note };
        if (context.Activity.IsActive(call))
            return [run, .. ShadowsOfResults(context, call)];
        Variable mark = context.Supply.New("mark", IrType.Int32, VariableRole.Helper);
        return [context.Runtime.MarkStack(mark), run, context.Runtime.TruncateStack(mark)];
    }

    /// <summary>
    /// Is the method called where its derivative is not asked for, and not its forward half? Arrays that it takes may be spans here, and spans that it only reads be read-only, so that copies would have to be made; then
    /// only where it has no halves.
    /// </summary>
    private static bool MayRunItself(AdjointContext context, Callee callee) => callee.Parameters.All(parameter => parameter.InlineMode is null && parameter.Part is not { IsGathered: true }) && !callee.Result.Parts.Any(part => part is { IsGathered: true })
        && (!context.Source.Request.Has(DerivativeKinds.Gradient) || !callee.Parameters.Any(MayBeAnother) && callee.Result.Components.All(type => !type.IsStorage));

    private static bool MayBeAnother(Parameter parameter) => parameter is { Type: ArrayType { Rank: 1 } } or { IsMutated: false, Type: SpanType { IsReadOnly: false } };

    /// <summary>The call of the reverse half, and what passes the adjoints that it returns on to the arguments.</summary>
    public static List<Statement> Reverse(AdjointContext context, Call call)
    {
        if (!context.Activity.IsActive(call))
            return [];
        if (call.Callee.Rule is { } rule)
            return RuleCalls.Reverse(context, call, rule);
        List<(Parameter Parameter, Expr Argument)> inputs = [.. InputsOf(call)];
        List<Expr> arguments = [.. Passed(inputs)];
        arguments.AddRange(Cotangents(context, call));
        arguments.AddRange(inputs.Where(pair => pair.Parameter is { IsActive: true, Type.IsStorage: true })
            .Select(pair => Destination(context, pair.Parameter, pair.Argument)));
        List<(Parameter Parameter, Expr Argument)> scalars = [.. inputs.Where(pair => pair.Parameter is { IsActive: true, Type.IsStorage: false })];
        List<Variable?> adjoints = [.. scalars.Select(pair => context.Activity.IsActive(pair.Argument)
            ? context.Supply.New("d" + pair.Parameter.Name, context.AdjointType(pair.Parameter.Type), VariableRole.Helper)
            : null)];
        var code = new List<Statement> { Receive(adjoints.ToEquatableArray(), Invoke(context, call, Backward, arguments)) with { Note = call.Note } };
        for (int i = 0; i < scalars.Count; i++)
        {
            if (adjoints[i] is { } adjoint)
                code.AddRange(Propagation.Through(context, scalars[i].Argument, new Use(adjoint), null, call.Note));
        }
        return code;
    }

    /// <summary>An array that the callee returns is new storage, and gets a shadow. Rows may be one array in it, which tells where elements are written.</summary>
    private static IEnumerable<Statement> ShadowsOfResults(AdjointContext context, Call call) => call.Results
        .Where(result => result is { Type.IsStorage: true } && context.Activity.IsActive(result))
        .Select(result => new Assign(
            context.ShadowOf(result!), context.Runtime.ZeroedLike(context.LocalShadowType(result!.Type), new Use(result), context.WritesElementsOf(result))));

    /// <summary>All that the callee computes from: also what it reads from its object.</summary>
    private static IEnumerable<(Parameter Parameter, Expr Argument)> InputsOf(Call call) => call.Bindings()
        .Where(pair => pair.Parameter is { IsInput: true, Origin: not ParameterOrigin.Receiver })
        .Select(pair => (pair.Parameter, pair.Argument!));

    /// <summary>What is passed to its halves.</summary>
    private static IEnumerable<Expr> Passed(IEnumerable<(Parameter Parameter, Expr Argument)> inputs) => inputs
        .Where(pair => pair.Parameter.IsPassed)
        .Select(pair => pair.Argument);

    /// <summary>The adjoints of the real components of the result, then of the final values of <c>ref</c> and <c>out</c> parameters.</summary>
    private static IEnumerable<Expr> Cotangents(AdjointContext context, Call call)
    {
        List<IrType> types = [.. call.Callee.Result.Components,
            .. call.Callee.Parameters.Where(parameter => parameter.Mode is PassingMode.Ref or PassingMode.Out).Select(parameter => parameter.Type)];
        for (int i = 0; i < types.Count; i++)
        {
            if (types[i].HoldsReal)
                yield return Cotangent(context, call.Results[i], types[i]);
        }
    }

    /// <summary>The adjoint of an output; of an array that no one asks for, nothing at all.</summary>
    public static Expr Cotangent(AdjointContext context, Variable? output, IrType type)
    {
        if (output is not null && context.Activity.IsActive(output))
            return IsByPlace(context, output) ? RuntimeCalls.ByPlace(new Use(context.ShadowOf(output))) : new Use(context.ShadowOf(output));
        return type.HasAdjoint ? Algebra.Zero(context.AdjointType(type)) : Opaque.DefaultLiteral(context.AdjointType(type));
    }

    /// <summary>Has the adjoint one row for several of a jagged array that are one? The callee adds up what belongs to its rows place by place.</summary>
    public static bool IsByPlace(AdjointContext context, Variable output) => RuntimeCalls.IsJagged(output.Type) && context.WritesElementsOf(output);

    /// <summary>Where the adjoint of a storage argument goes: one that no one asks for to storage that is thrown away.</summary>
    public static Expr Destination(AdjointContext context, Parameter parameter, Expr argument) => context.Activity.IsActive(argument)
        ? context.ShadowOf(argument)
        : context.Runtime.ZeroedLike(context.ShadowType(parameter.Type), argument, parameter.IsMutated);

    /// <summary>The call of a half of a call's callee, on the object that it is called on if there is one.</summary>
    private static Opaque Invoke(AdjointContext context, Call call, string half, List<Expr> arguments) =>
        Invoke(context, call.Callee, half, arguments, call.Bindings().FirstOrDefault(pair => pair.Parameter.Origin == ParameterOrigin.Receiver).Argument);

    /// <summary>The call of a half.</summary>
    public static Opaque Invoke(AdjointContext context, Callee callee, string half, List<Expr> arguments, Expr? receiver = null)
    {
        string method = callee.Name + half + callee.TypeArguments + "(";
        List<string> text = receiver is not null ? ["", "." + method] : [callee.Type.Length == 0 ? method : $"{callee.Type}.{method}"];
        for (int i = 0; i < arguments.Count; i++)
            text.Add(", ");
        text.Add(")");
        Expr[] given = receiver is null ? [] : [receiver];
        return new(new OpaqueType("var"), text, [.. given, .. arguments, new Use(context.Stack)], IsPure: false);
    }

    /// <summary>The statement that runs a call and puts the components of its result where they go; null discards one.</summary>
    public static Statement Receive(EquatableArray<Variable?> targets, Opaque value) => targets switch
    {
        [] => new Evaluate(value),
        [null] => new Evaluate(value),
        [{ } single] => new Assign(single, value with { Type = single.Type }),
        _ => new AssignTuple(targets, value),
    };
}
