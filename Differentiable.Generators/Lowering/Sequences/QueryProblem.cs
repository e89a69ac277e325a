using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Sequences;

/// <summary>Why LINQ cannot be followed.</summary>
/// <param name="Operation">The exact expression.</param>
/// <param name="Descriptor">What to report.</param>
/// <param name="Messages">The arguments of its message.</param>
internal sealed record QueryProblem(IOperation Operation, DiagnosticDescriptor Descriptor, params object[] Messages)
{
    /// <summary>A method that is not written down in the mirrors, or not for what it is given.</summary>
    public static QueryProblem Unknown(IInvocationOperation call) => MirrorLibrary.HasQuery(call.TargetMethod)
        ? Of(call, call, "is not followed for these types or with these arguments", "write a loop, or use numbers, arrays and keys that are numbers")
        : Of(call, call, "is none of the methods of LINQ that are followed", "write a loop, or use one that is");

    /// <summary>A sequence, or a list of one, that is kept or given to other code.</summary>
    public static QueryProblem Open(IInvocationOperation call) => call.TargetMethod.Name == "ToList"
        ? Of(call, call, "makes a list, whose elements are not followed where it is kept", "make it an array with 'ToArray()'")
        : Of(call, call, "computes its numbers when the sequence is read", "end it with 'ToArray()' here");

    /// <summary>Elements that are sequences, which are not read at once.</summary>
    public static QueryProblem Kept(IInvocationOperation call, IArgumentOperation function) =>
        Of(call, function.Value, "makes elements that are sequences, which compute their numbers when they are read", "end them with 'ToArray()'");

    /// <summary>A source whose elements are not there before it is read.</summary>
    public static QueryProblem NoArray(IInvocationOperation call, IOperation source) =>
        Of(call, source, $"takes its elements from a '{source.Type?.DisplayName()}'", "start from an array of numbers, of tensors, of structs of them or of rows");

    /// <summary>A function that sets what is outside of it.</summary>
    public static QueryProblem Sets(IInvocationOperation call, IArgumentOperation function, IOperation target) =>
        Of(call, function.Value, $"is given a function that sets '{target.Syntax}' outside of it, and runs it element by element as the sequence is read", "write a loop");

    /// <summary>A function that makes a sequence in more than an expression.</summary>
    public static QueryProblem Statements(IInvocationOperation call, IArgumentOperation function) =>
        Of(call, function.Value, "is given a function of several statements that makes a sequence", "make it one expression, or write a loop");

    public static QueryProblem UnknownFunction(IArgumentOperation function) => new(function.Value, Descriptors.Delegate, function.Value.Syntax.ToString(), DelegateAdvice.For(function.Value));

    /// <summary>Refuses the call, which stands for its value.</summary>
    public Expr Refuse(LoweringContext context, IInvocationOperation call)
    {
        context.Refuse(Descriptor, Operation, Messages);
        return context.Fail(call.Type);
    }

    /// <summary>Remembers that a derivative would be lost in the step, whose text this is. What stands in the way shows where the steps end.</summary>
    public static void Suspect(LoweringContext context, OpaqueBuilder text, IInvocationOperation call)
    {
        IInvocationOperation last = call;
        while (NextOf(last) is { } next)
            last = next;
        QueryProblem problem = QueryCheck.Of(context, last).Problem ?? Open(last);
        context.Suspect(text, problem.Operation, problem.Descriptor, problem.Messages);
    }

    private static QueryProblem Of(IInvocationOperation call, IOperation operation, string reason, string wayOut) =>
        new(operation, Descriptors.Query, $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}", reason, wayOut);

    /// <summary>The method of LINQ that takes the elements of this one.</summary>
    private static IInvocationOperation? NextOf(IOperation step) => step.Parent switch
    {
        IConversionOperation { IsImplicit: true } conversion => NextOf(conversion),
        IArgumentOperation { Parent: IInvocationOperation next } when MirrorLibrary.IsQuery(next.TargetMethod) => next,
        _ => null,
    };
}
