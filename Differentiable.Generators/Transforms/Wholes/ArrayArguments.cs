using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Wholes;

/// <summary>
/// Makes arrays for what only takes arrays: a method with a rule is called as it is, and in the halves vectors are spans. An array that it writes is
/// copied back.
/// </summary>
internal sealed class ArrayArguments(VariableSupply supply)
{
    public static Block Make(Block body, VariableSupply supply) => body.DescendantStatements().Any(statement => statement is Call { Callee.IsCalledItself: true } call && call.Bindings().Any(IsMissing))
        ? new ArrayArguments(supply).Visit(body)
        : body;

    private static bool IsMissing((Parameter Parameter, Expr? Argument) pair) => pair is { Parameter.Type: ArrayType, Argument.Type: SpanType };

    private Block Visit(Block block)
    {
        var code = new List<Statement>();
        foreach (Statement statement in block.Statements)
        {
            if (statement is Call { Callee.IsCalledItself: true } call)
                Visit(call, code);
            else
                code.Add(statement.MapBlocks(Visit));
        }
        return block.With(code);
    }

    private void Visit(Call call, List<Statement> code)
    {
        List<Expr?> arguments = [.. call.Arguments];
        var back = new List<Statement>();
        for (int i = 0; i < arguments.Count; i++)
        {
            Parameter parameter = call.Callee.Parameters[i];
            if (!IsMissing((parameter, arguments[i])))
                continue;
            Expr span = arguments[i]!;
            Variable array = supply.New(parameter.Name, parameter.Type, VariableRole.Helper);
            code.Add(new Assign(array, new CopyOf(parameter.Type, span)) { Note = call.Note });
            // What was one storage for the method is still one.
            int[] same = [.. Enumerable.Range(0, arguments.Count).Where(other => arguments[other] == span)];
            bool isWritten = same.Any(other => call.Callee.Parameters[other].IsMutated);
            foreach (int other in same)
                arguments[other] = new Use(array);
            if (isWritten && span.Type is SpanType { IsReadOnly: false })
                back.Add(new Evaluate(CopyBack(array, span)) { Note = call.Note });
        }
        code.Add(call with { Arguments = arguments });
        code.AddRange(back);
    }

    private static Opaque CopyBack(Variable array, Expr span) => new(
        new OpaqueType("void"), [$"new ReadOnlySpan<{RuntimeCalls.TypeText(array.Type.Leaf)}>(", ").CopyTo(", ")"], [new Use(array), span], IsPure: false);
}
