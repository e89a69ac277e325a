using Differentiable.Generators.Lowering.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Calls;

/// <summary>
/// Does another differentiable method return an array that it was given? Then its result is no new storage: what is written to one is read
/// from the other. Answered from its text, or from the attribute on its forward half when it comes from another assembly.
/// </summary>
internal static class CalleeReturns
{
    /// <summary>What it was given that the method may return the array of, and whether it always returns the one.</summary>
    public static (IReadOnlyList<GivenArrays> Given, bool Always) Find(LoweringContext context, IMethodSymbol method)
    {
        List<GivenArrays> given = [];
        if (method.ReturnsVoid || !GivenArrays.MayBeIn(method.ReturnType))
            return (given, false);
        if (context.TextOf(method) is not { } declaration)
            return OfAnotherAssembly(method);
        List<ExpressionSyntax> returned = [.. Returned(declaration)];
        bool always = returned.Count > 0;
        foreach (GivenArrays candidate in GivenArrays.Of(method))
        {
            Search[] searches = [.. candidate.Variables.Select(variable => new Search(context, declaration, variable)).Where(search => returned.Any(search.IsAlias))];
            if (searches.Length > 0)
                given.Add(candidate);
            else
                continue;
            always &= candidate.IsArray && returned.All(expression => expression is IdentifierNameSyntax name && name.Identifier.ValueText == candidate.Name)
                && !searches[0].IsAssigned;
        }
        return (given, always && given.Count == 1);
    }

    /// <summary>May code that is in sight return the array that is in the variable of that name?</summary>
    public static bool MayReturn(LoweringContext context, SyntaxNode declaration, string variable)
    {
        var search = new Search(context, declaration, variable);
        return declaration is LambdaExpressionSyntax { ExpressionBody: { } value } ? search.IsAlias(value) : Returned(declaration).Any(search.IsAlias);
    }

    private static (IReadOnlyList<GivenArrays>, bool) OfAnotherAssembly(IMethodSymbol method)
    {
        (IReadOnlyList<string> names, bool always) = GeneratedAttribute.ReturnedBy(method);
        return ([.. GivenArrays.Of(method).Where(given => names.Contains(given.Name))], always);
    }

    private static IEnumerable<ExpressionSyntax> Returned(SyntaxNode declaration) => declaration
        .DescendantNodes(node => node == declaration || node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
        .Select(node => node switch
        {
            ReturnStatementSyntax { Expression: { } value } => value,
            ArrowExpressionClauseSyntax { Parent: var owner, Expression: var value } when owner == declaration => value,
            _ => null,
        })
        .Where(value => value is not null)
        .Select(value => value!);

    /// <summary>One look through a method for the names that may stand for a parameter's array, or for rows of it.</summary>
    private sealed class Search
    {
        private readonly LoweringContext _context;
        private readonly HashSet<string> _names;

        public Search(LoweringContext context, SyntaxNode declaration, string parameter)
        {
            _context = context;
            _names = [parameter];
            IsAssigned = declaration.DescendantNodes().OfType<AssignmentExpressionSyntax>()
                .Any(assignment => assignment.Left.DescendantNodesAndSelf().Any(node =>
                    node is IdentifierNameSyntax { Parent: not ElementAccessExpressionSyntax } name && name.Identifier.ValueText == parameter));
            for (int count = 0; count < _names.Count;)
            {
                count = _names.Count;
                foreach (SyntaxNode node in declaration.DescendantNodes())
                    Collect(node);
            }
        }

        /// <summary>Does the method give the parameter another array?</summary>
        public bool IsAssigned { get; }

        /// <summary>May it stand for the array, for rows of it, or for a tuple or an array of arrays that holds one of those? In doubt it may.</summary>
        public bool IsAlias(ExpressionSyntax expression) => HoldsArrays(expression) && expression switch
        {
            IdentifierNameSyntax name => _names.Contains(name.Identifier.ValueText),
            ElementAccessExpressionSyntax row => IsAlias(row.Expression) && !row.ArgumentList.Arguments.Any(index => index.Expression is RangeExpressionSyntax),
            InvocationExpressionSyntax call => (call.ArgumentList.Arguments.Any(argument => IsAlias(argument.Expression)) || IsReceiver(call)) && Passes(call),
            TupleExpressionSyntax tuple => tuple.Arguments.Any(element => IsAlias(element.Expression)),
            SwitchExpressionSyntax choice => choice.Arms.Any(arm => IsAlias(arm.Expression)),
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList?.Arguments.Any(argument => IsAlias(argument.Expression)) == true
                || creation.Initializer?.Expressions.Any(IsAlias) == true,
            CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Any(element => IsAlias(element.Expression)),
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.Any(IsAlias),
            ImplicitArrayCreationExpressionSyntax { Initializer: var initializer } => initializer.Expressions.Any(IsAlias),
            _ => expression.ChildNodes().OfType<ExpressionSyntax>().Any(IsAlias),
        };

        /// <summary>Does it stand before the dot, as the first argument of an extension method?</summary>
        private bool IsReceiver(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax member && IsAlias(member.Expression);

        private bool HoldsArrays(ExpressionSyntax expression)
        {
            ITypeSymbol? type = _context.ModelOf(expression.SyntaxTree).GetTypeInfo(expression, _context.Cancellation) is var info
                ? info.Type ?? info.ConvertedType
                : null;
            return type is null or { IsTupleType: true } || GivenArrays.MayBeIn(type);
        }

        /// <summary>May the call return an array that it is given? That is asked of local functions, and of methods whose code is looked into.</summary>
        private bool Passes(InvocationExpressionSyntax call) =>
            _context.ModelOf(call.SyntaxTree).GetOperation(call, _context.Cancellation) is IInvocationOperation { TargetMethod: var method }
            && (method.MethodKind == MethodKind.LocalFunction || CallsOut.IsOfUser(method))
            && GivenArrays.MayBeIn(method.ReturnType);

        private void Collect(SyntaxNode node)
        {
            if (node is VariableDeclaratorSyntax { Initializer.Value: var value } variable && IsAlias(value))
                _names.Add(variable.Identifier.ValueText);
            else if (node is ForEachStatementSyntax loop && IsAlias(loop.Expression))
                _names.Add(loop.Identifier.ValueText);
            else if (node is AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax, Left: var target, Right: var source } && IsAlias(source))
                CollectTargets(target);
        }

        /// <summary>A variable, all of those in a tuple, or the array of arrays that a row is put into.</summary>
        private void CollectTargets(ExpressionSyntax target) => _names.UnionWith(target switch
        {
            ElementAccessExpressionSyntax element => element.Expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText),
            _ => target.DescendantNodesAndSelf().Select(node => node switch
            {
                IdentifierNameSyntax name => name.Identifier.ValueText,
                SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
                _ => "",
            }),
        });
    }
}
