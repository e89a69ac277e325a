using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Generators.Analysis;

/// <summary>
/// Which values carry a derivative: those that depend on an active input (varied) and that an output depends on (useful), both through
/// operations with a derivative (Griewank and Walther 2008, section 6.2). Arrays are active class by class.
/// </summary>
internal sealed class Activity
{
    private readonly StorageClasses _classes;
    private readonly HashSet<Variable> _varied = [];
    private readonly HashSet<Variable> _useful = [];
    private bool _changed;

    public Activity(Function source, Block body, IEnumerable<Variable> outputs, StorageClasses classes)
    {
        _classes = classes;
        List<Statement> statements = [.. body.DescendantStatements()];
        foreach (Parameter parameter in source.Parameters)
        {
            if (parameter.IsActive && parameter.IsInput)
                Mark(_varied, parameter.Variable);
            if (parameter.IsActive && parameter.IsMutated)
                Mark(_useful, parameter.Variable);
        }
        foreach (Variable output in outputs)
            Mark(_useful, output);
        Settle(() => statements.ForEach(Vary));
        statements.Reverse();
        Settle(() => statements.ForEach(Use));
    }

    /// <summary>Has the variable, or the storage class that it belongs to, an adjoint?</summary>
    public bool IsActive(Variable variable) => Has(_varied, variable) && Has(_useful, variable);

    /// <summary>Does the expression carry a derivative to a variable that has an adjoint?</summary>
    public bool IsActive(Expr expression) => Carries(expression, IsActive);

    /// <summary>Does a derivative pass through the call: into a result, or into an array that the callee writes?</summary>
    public bool IsActive(Call call) =>
        call.Results.Any(result => result is not null && IsActive(result))
        || call.Bindings().Any(pair => pair is { Parameter: { IsActive: true, IsMutated: true }, Argument: { } argument } && IsActive(argument));

    /// <summary>Which operands of an operation carry a derivative to an active variable.</summary>
    public IEnumerable<int> ActiveOperands(Apply apply) => Enumerable.Range(0, apply.Arguments.Count)
        .Where(i => HasContribution(apply, i) && IsActive(apply.Arguments[i]));

    /// <summary>Which arguments of an operation on tensors carry a derivative to an active variable.</summary>
    public IEnumerable<int> ActiveArguments(Opaque operation) => operation.DifferentiableArguments.Where(i => IsActive(operation.Arguments[i]));

    private static bool HasContribution(Apply apply, int operand)
    {
        if (!apply.Type.IsReal)
            return false;
        Rule rule = Rule.For(apply);
        return rule.HasDerivative && rule.Templates[operand] is not null;
    }

    private static bool Carries(Expr expression, Func<Variable, bool> has) => expression switch
    {
        Use use => use.Type.HoldsReal && has(use.Variable),
        Element element => element.Type.HoldsReal && has(StorageClasses.BaseOf(element)),
        Apply apply => Enumerable.Range(0, apply.Arguments.Count).Any(i => HasContribution(apply, i) && Carries(apply.Arguments[i], has)),
        Ir.Convert convert => convert.Type.IsReal && convert.Operand.Type.IsReal && Carries(convert.Operand, has),
        Conditional conditional => Carries(conditional.WhenTrue, has) || Carries(conditional.WhenFalse, has),
        Slice or View => has(StorageClasses.BaseOf(expression)),
        CopyOf copy => has(StorageClasses.BaseOf(copy.Storage)),
        NewStorage storage => storage.Elements.Any(element => Carries(element, has)),
        Opaque operation => operation.DifferentiableArguments.Any(i => Carries(operation.Arguments[i], has)),
        _ => false,
    };

    /// <summary>The variables to which the expression carries a derivative.</summary>
    private static IEnumerable<Variable> Reached(Expr expression) => expression switch
    {
        Use use => use.Type.HoldsReal ? [use.Variable] : [],
        Element or Slice or View => [StorageClasses.BaseOf(expression)],
        Apply apply => Enumerable.Range(0, apply.Arguments.Count)
            .Where(i => HasContribution(apply, i))
            .SelectMany(i => Reached(apply.Arguments[i])),
        Ir.Convert convert => convert.Type.IsReal ? Reached(convert.Operand) : [],
        Conditional conditional => Reached(conditional.WhenTrue).Concat(Reached(conditional.WhenFalse)),
        CopyOf copy => [StorageClasses.BaseOf(copy.Storage)],
        NewStorage storage => storage.Elements.SelectMany(Reached),
        Opaque operation => operation.DifferentiableArguments.SelectMany(i => Reached(operation.Arguments[i])),
        _ => [],
    };

    private void Vary(Statement statement)
    {
        bool IsVaried(Variable variable) => Has(_varied, variable);
        switch (statement)
        {
            case Assign assign when Carries(assign.Value, IsVaried):
                Mark(_varied, assign.Target);
                break;
            case Store store when Carries(store.Value, IsVaried):
                Mark(_varied, StorageClasses.BaseOf(store.Storage));
                break;
            case Call call when ActiveArguments(call).Any(argument => Carries(argument, IsVaried)):
                foreach (Variable result in Receivers(call))
                    Mark(_varied, result);
                break;
        }
    }

    private void Use(Statement statement)
    {
        switch (statement)
        {
            case Assign assign when Has(_useful, assign.Target):
                MarkUseful(assign.Value);
                break;
            case Store store when Has(_useful, StorageClasses.BaseOf(store.Storage)):
                MarkUseful(store.Value);
                break;
            case Call call when Receivers(call).Any(result => Has(_useful, result)):
                foreach (Expr argument in ActiveArguments(call))
                    MarkUseful(argument);
                break;
        }
    }

    private void MarkUseful(Expr expression)
    {
        foreach (Variable variable in Reached(expression))
            Mark(_useful, variable);
    }

    /// <summary>The arguments through which a derivative can enter a callee.</summary>
    private static IEnumerable<Expr> ActiveArguments(Call call) => call.Bindings()
        .Where(pair => pair.Parameter.IsActive && pair.Argument is not null)
        .Select(pair => pair.Argument!);

    /// <summary>What a derivative can come out through: the results, and the arrays that the callee writes.</summary>
    private static IEnumerable<Variable> Receivers(Call call) => call.Results
        .Where(result => result is not null && result.Type.HoldsReal)
        .Select(result => result!)
        .Concat(call.Bindings()
            .Where(pair => pair.Parameter is { IsActive: true, IsMutated: true })
            .Select(pair => StorageClasses.BaseOf(pair.Argument!)));

    private void Settle(Action sweep)
    {
        do
        {
            _changed = false;
            sweep();
        }
        while (_changed);
    }

    private bool Has(HashSet<Variable> set, Variable variable) => set.Contains(Key(variable));

    private void Mark(HashSet<Variable> set, Variable variable)
    {
        if (variable.Type.HoldsReal && set.Add(Key(variable)))
            _changed = true;
    }

    private Variable Key(Variable variable) => variable.Type.IsStorage ? _classes.Of(variable) : variable;
}
