using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Simplify;

/// <summary>
/// Puts the value of a helper or a temporary that is read once in the place where it is read, if that is further down in the same block
/// (not inside a loop there) and nothing between changes what the value depends on.
/// </summary>
internal static class Inlining
{
    public static Block Run(Block body, IReadOnlyList<Variable> parameters)
    {
        var occurrences = new Occurrences(body, parameters);
        Func<Block, Block> inline = null!;
        inline = block => Run(block.MapStatements(statement => statement.MapBlocks(inline)), occurrences);
        return inline(body);
    }

    private static Block Run(Block block, Occurrences occurrences)
    {
        List<Statement> code = [.. block.Statements];
        for (int i = code.Count - 1; i >= 0; i--)
        {
            if (code[i] is Assign assign && IsCandidate(assign, occurrences) && ReaderOf(assign, code, i) is { } reader)
            {
                code[reader] = Substitute(code[reader], assign);
                code.RemoveAt(i);
            }
        }
        return block.With(code);
    }

    private static bool IsCandidate(Assign assign, Occurrences occurrences) =>
        assign.Target is { Role: VariableRole.Helper or VariableRole.Temporary, Type: ScalarType or TensorType }
        && occurrences.IsAssignedOnce(assign.Target)
        && occurrences.IsReadOnce(assign.Target)
        && !assign.Value.HasEffects();

    /// <summary>The index of the statement that reads the variable itself, not in a block inside it, if the value may move there.</summary>
    private static int? ReaderOf(Assign assign, List<Statement> code, int from)
    {
        HashSet<Variable> operands = [.. assign.Value.Variables()];
        bool readsElements = assign.Value.Has(part => part is Element);
        for (int i = from + 1; i < code.Count; i++)
        {
            bool reads = code[i] is not (For or While) && code[i].Expressions().Any(expression => Reads(expression, assign.Target));
            if (reads)
                return i;
            if (code[i].Has(inner => inner.Defines().Any(operands.Contains) || (readsElements && WritesElements(inner))))
                return null;
        }
        return null;
    }

    /// <summary>Does the expression read it where it is evaluated for sure? Inside a lazy operand the value would become lazy, too, which is fine: it is pure.</summary>
    private static bool Reads(Expr expression, Variable variable) => expression.Variables().Contains(variable);

    private static bool WritesElements(Statement statement) => statement is Store or Evaluate or Call or AssignTuple or Assign { Value: Opaque { IsPure: false } };

    private static Statement Substitute(Statement reader, Assign assign) => reader.MapExpressions(expression =>
        expression.Rewrite(part => part is Use use && use.Variable == assign.Target ? assign.Value : OfOperand(part)));

    /// <summary>Where only the shape of a tensor is asked for, and an operand has the same, the tensor is not computed.</summary>
    private static Expr OfOperand(Expr part) => Pullback.IsShape(part) && ((Opaque)part).Arguments[0] is Opaque { KeepsShape: true } operation ? Pullback.ShapeOf(operation.Arguments[0]) : part;
}
