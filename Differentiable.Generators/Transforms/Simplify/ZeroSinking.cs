using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Generators.Transforms.Simplify;

/// <summary>
/// Lets the zero that an adjoint starts from meet the first contribution: <c>dr = 0; … dr = dr + e</c> becomes <c>dr = e</c>, for scalars
/// and for elements. A zero that meets something else moves down to just before it.
/// </summary>
internal sealed class ZeroSinking
{
    private readonly List<Statement> _code = [];
    private readonly List<Statement> _pending = [];

    public static Block Run(Block block)
    {
        var pass = new ZeroSinking();
        foreach (Statement statement in block.Statements)
            pass.Add(statement.MapBlocks(Run));
        pass._code.AddRange(pass._pending);
        return block.With(pass._code);
    }

    private void Add(Statement statement)
    {
        for (int i = 0; i < _pending.Count; i++)
        {
            Statement zero = _pending[i];
            if (Met(zero, statement) is { } merged)
            {
                _pending.RemoveAt(i--);
                statement = merged;
            }
            else if (Touches(zero, statement))
            {
                _pending.RemoveAt(i--);
                _code.Add(zero);
            }
        }
        if (statement is Return)
        {
            _code.AddRange(_pending);
            _pending.Clear();
        }
        if (IsZero(statement))
            _pending.Add(statement);
        else
            _code.Add(statement);
    }

    private static bool IsZero(Statement statement) => statement switch
    {
        Assign { Target: { Role: VariableRole.Shadow, Type.HasAdjoint: true } } assign => Algebra.IsZero(assign.Value),
        Store { Storage: Use { Variable.Role: VariableRole.Shadow } } store => Algebra.IsZero(store.Value) && store.Indices.All(IsSimple),
        _ => false,
    };

    private static bool IsSimple(Expr index) => !index.Has(part => part is Element or Opaque);

    /// <summary>The contribution that takes the zero in, if the statement is one.</summary>
    private static Statement? Met(Statement zero, Statement statement) => (zero, statement) switch
    {
        (Assign start, Assign add) when add.Target == start.Target && Added(add.Value, new Use(start.Target)) is { } value =>
            add with { Value = value },
        (Store start, Store add) when add.Place == start.Place && Added(add.Value, start.Place) is { } value => add with { Value = value },
        _ => null,
    };

    private static Expr? Added(Expr value, Expr accumulator)
    {
        if (value is not Apply { Op: Op.Add or Op.Subtract } sum || sum.Arguments[0] != accumulator)
            return null;
        Expr added = sum.Arguments[1];
        if (added.Has(part => part == accumulator || ReadsStorageOf(part, accumulator)))
            return null;
        return sum.Op == Op.Add ? added : Algebra.Negate(added);
    }

    private static bool ReadsStorageOf(Expr part, Expr accumulator) =>
        accumulator is Element { Storage: Use storage } && part is Use use && use.Variable == storage.Variable;

    private static bool Touches(Statement zero, Statement statement)
    {
        if (zero is Assign assign)
            return statement.Mentions(assign.Target);
        var store = (Store)zero;
        bool other = statement.Has(inner => inner is For or While or If or Call or Evaluate or AssignTuple || MayAlias(inner, store));
        return other || store.Indices.Any(index => index.Variables().Any(statement.Defines().Contains));
    }

    /// <summary>Does the statement touch shadow storage at all? Another variable may be another view of the same elements.</summary>
    private static bool MayAlias(Statement statement, Store store) =>
        statement.Expressions().Any(expression => expression.Variables().Any(variable =>
            variable.Role == VariableRole.Shadow && variable.Type.IsStorage && MayHold(variable.Type.Leaf, store.Value.Type)));

    private static bool MayHold(IrType leaf, IrType value) => leaf == value || leaf is StructType;
}
