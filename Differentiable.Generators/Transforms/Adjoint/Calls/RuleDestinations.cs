using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Adjoint.Calls;

/// <summary>
/// Where the adjoints go that a rule hands out for storage. A rule may take it that its destinations are different storage. So where the method
/// writes what it reads by another name, the cotangents of what it wrote are taken out before, and what the rule leaves of them comes in again behind it.
/// </summary>
internal sealed class RuleDestinations(AdjointContext context, Call call)
{
    /// <summary>What runs before the rule.</summary>
    public List<Statement> Before { get; } = [];

    /// <summary>What runs behind it.</summary>
    public List<Statement> After { get; } = [];

    /// <summary>The destination for a parameter of the method.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="mayBeEmpty">May it be an empty span where no one asks for the adjoint?</param>
    public Expr Of(int parameter, bool mayBeEmpty)
    {
        Parameter input = call.Callee.Parameters[parameter];
        Expr argument = call.Arguments[parameter]!;
        bool isActive = context.Activity.IsActive(argument);
        if (!isActive && mayBeEmpty && !input.IsMutated && input.Type.IsVector)
            return Opaque.DefaultLiteral(new SpanType(input.Type.Element!, IsReadOnly: false));
        Expr destination = CallHalves.Destination(context, input, argument);
        return isActive && input.IsMutated && IsShared(parameter) ? Apart(input, destination) : destination;
    }

    /// <summary>May the argument be the same storage as another one that gets an adjoint?</summary>
    private bool IsShared(int parameter) => call.Bindings().Where((pair, i) => i != parameter
        && pair is { Parameter: { IsActive: true, Type.IsStorage: true }, Argument: { } other }
        && context.Activity.IsActive(other)
        && context.Classes.Of(other) == context.Classes.Of(call.Arguments[parameter]!)).Any();

    private Use Apart(Parameter written, Expr shadow)
    {
        if (written.Type.Element!.IsStorage)
            throw new UnsupportedStorageException($"the adjoints of the rows of '{written.Name}', which '{call.Callee.Name}' reads and writes by different names");
        Variable taken = context.Supply.New("taken", shadow.Type, VariableRole.Helper);
        Before.Add(new Assign(taken, shadow.Type is SpanType span ? context.Runtime.Copied(span, shadow) : new CopyOf(shadow.Type, shadow)) { Note = call.Note });
        Before.Add(Run("Clear", shadow));
        After.Add(Run("Add", new Use(taken), shadow));
        return new(taken);
    }

    private Evaluate Run(string method, params Expr[] arguments)
    {
        List<string> text = [$"Shadow.{method}<{RuntimeCalls.TypeText(arguments[0].Type.Leaf)}>(", .. arguments.Skip(1).Select(_ => ", "), ")"];
        return new(new Opaque(new OpaqueType("void"), text, arguments, IsPure: false)) { Note = call.Note };
    }
}
