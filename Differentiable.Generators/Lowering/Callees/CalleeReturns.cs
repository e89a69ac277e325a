using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Callees;

/// <summary>
/// Does another differentiable method return an array that it was given? Then its result is no new storage: what is written to one is read
/// from the other. Answered from its text, or from the attribute on its forward half when it comes from another assembly.
/// </summary>
internal static class CalleeReturns
{
    /// <summary>What it was given that the method may return the array of, and whether it always returns the one.</summary>
    public static (IReadOnlyList<GivenArrays> Given, bool Always) Find(LoweringContext context, IMethodSymbol method)
    {
        ReturnQuestions asked = new();
        List<GivenArrays> given = [];
        if (method.ReturnsVoid || !GivenArrays.MayBeIn(method.ReturnType))
            return (given, false);
        if (context.TextOf(method) is not { } declaration)
            return OfAnotherAssembly(method);
        List<ExpressionSyntax> returned = [.. Returned(declaration)];
        bool always = returned.Count > 0;
        foreach (GivenArrays candidate in GivenArrays.Of(method))
        {
            if (!candidate.Variables.Any(variable => MayReturn(context, declaration, variable, asked)))
                continue;
            given.Add(candidate);
            always &= returned.All(expression => IsNamed(expression, candidate.Name)) && IsKept(method, declaration, candidate);
        }
        return (given, always && given.Count == 1);
    }

    /// <summary>Reports an array that the method may return although its callers, which see no more than its text, would take the result for a new one.</summary>
    public static void CheckSeen(LoweringContext context, Parameter[] parameters, Block body)
    {
        if (context.HasFailed || context.Method.IsAbstract)
            return;
        HashSet<string> seen = [.. Find(context, context.Method).Given.Select(given => given.Name)];
        Variable[] returned = [.. body.DescendantStatements().OfType<Return>().SelectMany(result => result.Values).Where(value => value.Type.IsStorage).Select(Origins.RootOf).OfType<Variable>()];
        Parameter? unseen = parameters.FirstOrDefault(parameter => parameter.Type is ArrayType && !seen.Contains(parameter.DeclaredName) && returned.Any(array => context.Origins.MayComeFrom(array, parameter.Variable, depth: 1)));
        if (unseen is not null)
            context.Report(Descriptors.GeneratorDefect, context.Method.Locations[0], context.Method.Name, $"it may return '{unseen.DeclaredName}' by a name that callers do not follow");
    }

    private static bool IsReference(SyntaxNode name) => name.Parent is RefExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 };

    private static bool IsNamed(SyntaxNode node, string name) => node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name;

    /// <summary>
    /// Is it the same at the end? An array is if the parameter is given no other. A struct is if nothing but values is done with it: its fields are read, and it is given by value.
    /// </summary>
    private static bool IsKept(IMethodSymbol method, SyntaxNode declaration, GivenArrays given)
    {
        IEnumerable<SyntaxNode> names = declaration.DescendantNodes().Where(node => IsNamed(node, given.Name));
        if (given.IsArray)
            return !names.Any(name => IsReference(name) || name.Parent is not ElementAccessExpressionSyntax && name.Ancestors().Any(node => node is AssignmentExpressionSyntax assignment && assignment.Left.Span.Contains(name.Span)));
        return given.Ordinal != StructParameters.OrdinalOfSelf
            && method.Parameters[given.Ordinal] is { RefKind: RefKind.None, Type: var type } && SymbolEqualityComparer.Default.Equals(type, method.ReturnType)
            && TypeLowering.Lower(type) is StructType { HoldsInline: false }
            && names.All(name => name.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax or ArgumentSyntax { RefKindKeyword.RawKind: 0, Parent: ArgumentListSyntax }
                or MemberAccessExpressionSyntax { Parent: ElementAccessExpressionSyntax or BinaryExpressionSyntax or EqualsValueClauseSyntax or ArgumentSyntax { RefKindKeyword.RawKind: 0 } });
    }

    /// <summary>May code that is in sight return the array that is in the variable of that name?</summary>
    public static bool MayReturn(LoweringContext context, SyntaxNode declaration, string variable) => MayReturn(context, declaration, variable, new ReturnQuestions());

    /// <param name="context">Where the question comes up.</param>
    /// <param name="declaration">The code.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="asked">What was asked before.</param>
    private static bool MayReturn(LoweringContext context, SyntaxNode declaration, string variable, ReturnQuestions asked) => asked.Answer(declaration, variable, () =>
    {
        var search = new Search(context, declaration, variable, asked);
        return declaration is LambdaExpressionSyntax { ExpressionBody: { } value } ? search.IsAlias(value) : Returned(declaration).Any(search.IsAlias);
    });

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
        private readonly ReturnQuestions _asked;
        private readonly HashSet<SyntaxNode> _open = [];

        public Search(LoweringContext context, SyntaxNode declaration, string parameter, ReturnQuestions asked)
        {
            _context = context;
            _names = [parameter];
            _asked = asked;
            for (int count = 0; count < _names.Count;)
            {
                count = _names.Count;
                foreach (SyntaxNode node in declaration.DescendantNodes())
                    Collect(node);
            }
        }

        /// <summary>May it stand for the array, for rows of it, or for a tuple or an array of arrays that holds one of those? In doubt it may.</summary>
        public bool IsAlias(ExpressionSyntax expression) => HoldsArrays(expression) && expression switch
        {
            IdentifierNameSyntax name => _names.Contains(name.Identifier.ValueText),
            ElementAccessExpressionSyntax row => IsAlias(row.Expression) && !row.ArgumentList.Arguments.Any(index => index.Expression is RangeExpressionSyntax),
            InvocationExpressionSyntax call => Passes(call),
            TupleExpressionSyntax tuple => tuple.Arguments.Any(element => IsAlias(element.Expression)),
            SwitchExpressionSyntax choice => choice.Arms.Any(arm => IsAlias(arm.Expression)),
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList?.Arguments.Any(argument => IsAlias(argument.Expression)) == true
                || creation.Initializer?.Expressions.Any(IsAlias) == true,
            CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Any(element => IsAlias(element.Expression)),
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.Any(IsAlias),
            ImplicitArrayCreationExpressionSyntax { Initializer: var initializer } => initializer.Expressions.Any(IsAlias),
            _ => expression.ChildNodes().OfType<ExpressionSyntax>().Any(IsAlias),
        };

        private bool HoldsArrays(ExpressionSyntax expression)
        {
            ITypeSymbol? type = _context.ModelOf(expression.SyntaxTree).GetTypeInfo(expression, _context.Cancellation) is var info
                ? info.Type ?? info.ConvertedType
                : null;
            return type is null or { IsTupleType: true } || GivenArrays.MayBeIn(type);
        }

        /// <summary>May the call return the array? It does if code that gets it does; what code is not in sight is taken to.</summary>
        private bool Passes(InvocationExpressionSyntax call)
        {
            if (_context.ModelOf(call.SyntaxTree).GetOperation(call, _context.Cancellation) is not IInvocationOperation { TargetMethod: var method } invocation || !GivenArrays.MayBeIn(method.ReturnType))
                return false;
            if (method.MethodKind == MethodKind.LocalFunction)
                return ReturnsAlias(_context.TextOf(method));
            if (!CallsOut.IsOfUser(method))
                return false;
            SyntaxNode? code = Dispatch.MayBeAnother(method) ? null : _context.TextOf(method);
            return invocation.Instance is { Syntax: ExpressionSyntax self } && IsAlias(self)
                || invocation.Arguments.Any(argument => GivenAs(argument, call).Any(IsAlias) && (code is null || MayReturn(_context, code, argument.Parameter!.Name, _asked)));
        }

        /// <summary>The names in a local function are among those that are looked for, its parameters among them.</summary>
        private bool ReturnsAlias(SyntaxNode? localFunction)
        {
            if (localFunction is null)
                return true;
            if (!_open.Add(localFunction))
                return false;
            bool returns = Returned(localFunction).Any(IsAlias);
            _open.Remove(localFunction);
            return returns;
        }

        /// <summary>What is given; for a list that C# makes an array of, all that is in the call.</summary>
        private static IEnumerable<ExpressionSyntax> GivenAs(IArgumentOperation argument, InvocationExpressionSyntax call) => argument.Syntax switch
        {
            ArgumentSyntax given => [given.Expression],
            ExpressionSyntax receiver when receiver != call => [receiver],
            _ => call.ArgumentList.Arguments.Select(given => given.Expression),
        };

        private void Collect(SyntaxNode node)
        {
            if (node is VariableDeclaratorSyntax { Initializer.Value: var value } variable && IsAlias(value))
                _names.Add(variable.Identifier.ValueText);
            else if (node is ForEachStatementSyntax loop && IsAlias(loop.Expression))
                _names.Add(loop.Identifier.ValueText);
            else if (node is AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax, Left: var target, Right: var source } && IsAlias(source))
                CollectTargets(target);
            else if (node is InvocationExpressionSyntax { Expression: SimpleNameSyntax } call && call.ArgumentList.Arguments.Any(argument => IsAlias(argument.Expression)))
                CollectParameters(call);
            else if (node is ArgumentListSyntax { Parent: InvocationExpressionSyntax, Arguments: var given } && given.Any(argument => IsAlias(argument.Expression)))
                CollectReferences(given);
        }

        /// <summary>A call that is given the array may leave it in what it is given by reference.</summary>
        private void CollectReferences(SeparatedSyntaxList<ArgumentSyntax> given)
        {
            foreach (ArgumentSyntax argument in given.Where(argument => argument.RefKindKeyword.RawKind != 0 && HoldsArrays(argument.Expression)))
                CollectTargets(argument.Expression);
        }

        /// <summary>Those of a local function, whose code is part of what is looked through.</summary>
        private void CollectParameters(InvocationExpressionSyntax call)
        {
            if (_context.ModelOf(call.SyntaxTree).GetOperation(call, _context.Cancellation) is IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } invocation)
                _names.UnionWith(invocation.Arguments.Where(argument => GivenAs(argument, call).Any(IsAlias)).Select(argument => argument.Parameter!.Name));
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
