using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Versioning;

/// <summary>
/// Lets a function work on copies of some of its parameters: of vectors, where which of them a variable stands for must be kept, since the copies
/// lie in the function's own storage; and of jagged arrays into which it puts rows, since the caller knows their adjoints by their places.
/// What it writes is copied back at the end.
/// </summary>
internal sealed class ParameterCopies(VariableSupply supply)
{
    /// <param name="function">The function.</param>
    /// <param name="vectors">The vector parameters to copy.</param>
    /// <param name="supply">Makes the variables.</param>
    public static VersionedFunction Run(VersionedFunction function, IReadOnlyCollection<Variable> vectors, VariableSupply supply)
    {
        HashSet<Variable> rearranged = Rearranged(function);
        List<Parameter> copied = [.. function.Source.Parameters.Where(parameter => vectors.Contains(parameter.Variable) || rearranged.Contains(parameter.Variable))];
        RefuseRowsOfOthers(function, [.. copied.Where(parameter => rearranged.Contains(parameter.Variable))]);
        return copied.Count == 0 ? function : new ParameterCopies(supply).Run(function, copied);
    }

    private VersionedFunction Run(VersionedFunction function, List<Parameter> copied)
    {
        Dictionary<Variable, Variable> copies = copied.ToDictionary(parameter => parameter.Variable, parameter => NewCopy(parameter.Variable));
        Variable Copied(Variable variable) => copies.TryGetValue(variable, out Variable? copy) ? copy : variable;
        List<Statement> guards = [.. function.Body.Statements.TakeWhile(IsGuard)];
        Block body = new Block(function.Body.Statements.Skip(guards.Count).ToEquatableArray())
            .RewriteExpressions(part => part is Use use && copies.ContainsKey(use.Variable) ? new Use(Copied(use.Variable)) : part);
        return function with
        {
            Body = new(
            [
                .. guards,
                .. copied.SelectMany(parameter => Copy(parameter.Variable, copies[parameter.Variable])),
                .. body.Statements,
                .. copied.Where(parameter => parameter.IsMutated).SelectMany(parameter => CopyBack(copies[parameter.Variable], parameter.Variable)),
            ]),
            Results = function.Results.Map(Copied),
        };
    }

    /// <summary>A row that comes from another parameter would be known to the caller by two names afterwards; copies are two arrays.</summary>
    private static void RefuseRowsOfOthers(VersionedFunction function, List<Parameter> rearranged)
    {
        var classes = new StorageClasses(function.Body);
        foreach (Parameter parameter in rearranged)
        {
            Parameter? other = function.Source.Parameters.FirstOrDefault(other =>
                other != parameter && other.Type.IsStorage && classes.Of(other.Variable) == classes.Of(parameter.Variable));
            if (other is not null)
                throw new UnsupportedStorageException($"that rows of '{parameter.Name}' and '{other.Name}' are the same arrays afterwards");
        }
    }

    /// <summary>What checks the arguments before anything else happens checks the arguments themselves.</summary>
    private static bool IsGuard(Statement statement) => statement switch
    {
        Evaluate => true,
        Assign assign => !assign.Target.Type.IsStorage,
        If branch => branch.Else.IsEmpty && branch.Then.Statements.All(inner => inner is Throw),
        _ => false,
    };

    /// <summary>The jagged parameters into which the function puts rows, itself or through a variable that stands for one.</summary>
    private static HashSet<Variable> Rearranged(VersionedFunction function)
    {
        List<Statement> statements = [.. function.Body.DescendantStatements()];
        HashSet<Variable> rearranged = [.. statements.OfType<Store>()
            .Where(store => store.Value.Type.IsStorage)
            .Select(store => store.Storage)
            .OfType<Use>()
            .Select(use => use.Variable)];
        for (int before = -1; before != rearranged.Count;)
        {
            before = rearranged.Count;
            rearranged.UnionWith(statements.OfType<Assign>()
                .Where(assign => rearranged.Contains(assign.Target) && assign.Value is Use or View or Slice)
                .Select(assign => StorageClasses.BaseOf(assign.Value)));
        }
        return rearranged;
    }

    private Variable NewCopy(Variable parameter) => supply.New(
        parameter.Name + (IsJagged(parameter) ? "Rows" : "Copy"), new ArrayType(parameter.Type.Element!, 1));

    private static bool IsJagged(Variable variable) => variable.Type.Element!.IsStorage;

    private IEnumerable<Statement> Copy(Variable parameter, Variable copy)
    {
        var from = new Use(parameter);
        if (!IsJagged(parameter))
            return [new Assign(copy, new CopyOf(copy.Type, from))];
        return
        [
            new Evaluate(Opaque.Check([$"Destination.RequireDistinctRows<{RuntimeCalls.TypeText(parameter.Type.Leaf)}>(", ", nameof(", "))"], [from, from])),
            new Assign(copy, new NewStorage(copy.Type, [new Length(from)], [], OnStack: false)),
            ForEach(from, place => [new Store(new Use(copy), place, NewLike(new Element(from, place)))]),
            ForEach(from, place => [CopyElements(new Element(from, place), new Element(new Use(copy), place))]),
        ];
    }

    private static NewStorage NewLike(Expr row) => new(row.Type, [new Length(row)], [], OnStack: false);

    private IEnumerable<Statement> CopyBack(Variable copy, Variable parameter)
    {
        Use from = new(copy), to = new(parameter);
        if (!IsJagged(parameter))
            return [CopyElements(from, to)];
        string leaf = RuntimeCalls.TypeText(parameter.Type.Leaf);
        var require = Opaque.Check([$"Destination.RequireSameShape<{leaf}, {leaf}>(", ", ", ", nameof(", "))"], [from, to, to]);
        return [new Evaluate(require), ForEach(to, place => [CopyElements(new Element(from, place), new Element(to, place))])];
    }

    private For CopyElements(Expr from, Expr to) => ForEach(to, place =>
        [.. Leaf.Of(to.Type.Element!).Select(leaf => new Store(to, place, new Element(from, place, leaf.Path), leaf.Path))]);

    private For ForEach(Expr storage, Func<EquatableArray<Expr>, Statement[]> body)
    {
        Variable index = supply.New("i", IrType.Int32, VariableRole.Temporary);
        return new(index, Constant.Of(0), Op.Less, new Length(storage), 1, new(body([new Use(index)])));
    }
}
