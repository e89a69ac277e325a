using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Generators.Lowering.Callees;

/// <summary>
/// May another differentiable method put other rows into the jagged array that its parameter is: itself, through a struct that holds the array, through a
/// reference to a row, or in code that it gives one of these to? In doubt the answer is yes, as for elements.
/// </summary>
internal static partial class CalleeWrites
{
    private static readonly HashSet<string> s_moving = ["Fill", "Clear", "Reverse", "Sort"];

    public static bool MayReplaceRows(LoweringContext context, IParameterSymbol parameter) =>
        MayReplaceRows(context, parameter, new(SymbolEqualityComparer.Default));

    /// <param name="context">Where the question comes up.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="asked">The parameters and members that the question was about before: a call back to one of them adds nothing.</param>
    private static bool MayReplaceRows(LoweringContext context, IParameterSymbol parameter, HashSet<ISymbol> asked) =>
        asked.Add(parameter) && (SearchFor(context, parameter)?.FindsRowWrite(asked) ?? true);

    /// <summary>The same of a variable by its name in a function.</summary>
    public static bool MayReplaceRows(LoweringContext context, SyntaxNode declaration, string name) => new Search(context, declaration, name).FindsRowWrite(new(SymbolEqualityComparer.Default));

    /// <summary>The same of the arrays in the struct that the method is called on.</summary>
    public static bool MayReplaceRowsOfSelf(LoweringContext context, IMethodSymbol method) =>
        MayReplaceRows(context, method.OriginalDefinition, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    /// <summary>The same of a member of a struct, for the arrays in that struct and those in its parameters.</summary>
    private static bool MayReplaceRows(LoweringContext context, IMethodSymbol member, HashSet<ISymbol> asked)
    {
        if (!asked.Add(member) || member.IsImplicitlyDeclared)
            return false;
        if (context.TextOf(member) is not { } declaration)
            return true;
        return FieldsOf(member).Concat(member.Parameters.Select(parameter => parameter.Name)).Any(name => new Search(context, declaration, name).FindsRowWrite(asked))
            || (!member.IsStatic && CalledOnSelf(context, declaration).Any(other => MayReplaceRows(context, other, asked)));
    }

    private sealed partial class Search
    {
        public bool FindsRowWrite(HashSet<ISymbol> asked)
        {
            CollectAliases();
            return declaration.DescendantNodes().Any(node => WritesRow(node) || HandsRowsOver(node, asked));
        }

        private bool WritesRow(SyntaxNode node) => node switch
        {
            AssignmentExpressionSyntax assignment => IsRow(assignment.Left),
            ArgumentSyntax argument when argument.RefKindKeyword.RawKind != 0 => IsRow(argument.Expression),
            ArrowExpressionClauseSyntax { Expression: RefExpressionSyntax returned } => IsRow(returned.Expression),
            ReturnStatementSyntax { Expression: RefExpressionSyntax returned } => IsRow(returned.Expression),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } =>
                s_moving.Contains(member.Name.Identifier.ValueText) && IsStorage(member.Expression) && HoldsRows(member.Expression),
            _ => false,
        };

        private bool IsRow(ExpressionSyntax target) => target switch
        {
            ElementAccessExpressionSyntax element => IsStorage(element) || HoldsStorage(element),
            MemberAccessExpressionSyntax member => IsStorage(member) || HoldsStorage(member),
            IdentifierNameSyntax name => IsReference(name.Identifier.ValueText) && IsOfStorage(name),
            TupleExpressionSyntax tuple => tuple.Arguments.Any(argument => IsRow(argument.Expression)),
            ParenthesizedExpressionSyntax parenthesized => IsRow(parenthesized.Expression),
            ConditionalExpressionSyntax choice => IsRow(choice.WhenTrue) || IsRow(choice.WhenFalse),
            RefExpressionSyntax reference => IsRow(reference.Expression),
            InvocationExpressionSyntax { Expression: var called } call => Mentions(call) && IsOfStorage(call) && MethodOf(called) is { ReturnsByRef: true },
            _ => false,
        };

        /// <summary>Is it code of the user's that gets rows, or a struct with rows in it, and may replace some?</summary>
        private bool HandsRowsOver(SyntaxNode node, HashSet<ISymbol> asked) => node switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax } argument => HoldsRows(argument.Expression)
                && (ReceiverOf(argument) is not { } receiver || MayReplaceRows(context, receiver, asked)),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call => HoldsRows(member.Expression) && MethodOf(call) is { } method && ReplacesItsRows(method, asked),
            MemberAccessExpressionSyntax { Parent: not InvocationExpressionSyntax } member => HoldsRows(member.Expression) && AccessorsOf(member).Any(accessor => MayReplaceRows(context, accessor, asked)),
            ElementAccessExpressionSyntax element => HoldsRows(element.Expression) && AccessorsOf(element).Any(accessor => MayReplaceRows(context, accessor, asked)),
            BinaryExpressionSyntax operation => (HoldsRows(operation.Left) || HoldsRows(operation.Right)) && RunsCode(operation, asked),
            AssignmentExpressionSyntax assignment => (HoldsRows(assignment.Left) || HoldsRows(assignment.Right)) && RunsCode(assignment, asked),
            PrefixUnaryExpressionSyntax operation => HoldsRows(operation.Operand) && RunsCode(operation, asked),
            PostfixUnaryExpressionSyntax operation => HoldsRows(operation.Operand) && RunsCode(operation, asked),
            CastExpressionSyntax cast => HoldsRows(cast.Expression) && RunsCode(cast, asked),
            _ => false,
        };

        /// <summary>Does a method that is called on rows, or on a struct with rows in it, replace some? What the library has for arrays and spans is known by its name.</summary>
        private bool ReplacesItsRows(IMethodSymbol method, HashSet<ISymbol> asked)
        {
            IMethodSymbol called = (method.ReducedFrom ?? method).OriginalDefinition;
            return called.DeclaringSyntaxReferences.Length > 0
                ? MayReplaceRows(context, called, asked)
                : TypeLowering.Lower(called.ContainingType) is StructType || Attributes.IsDifferentiable(called);
        }

        private bool RunsCode(ExpressionSyntax operation, HashSet<ISymbol> asked) =>
            MethodOf(operation) is { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } method && MayReplaceRows(context, method.OriginalDefinition, asked);

        private IEnumerable<IMethodSymbol> AccessorsOf(ExpressionSyntax member) =>
            context.ModelOf(member.SyntaxTree).GetSymbolInfo(member, context.Cancellation).Symbol is IPropertySymbol { DeclaringSyntaxReferences.IsEmpty: false } property
                ? AccessorsWithCode(property)
                : [];

        private IMethodSymbol? MethodOf(ExpressionSyntax expression) =>
            context.ModelOf(expression.SyntaxTree).GetSymbolInfo(expression, context.Cancellation).Symbol as IMethodSymbol;

        /// <summary>Is it a jagged array that is looked for, or a struct that may hold it?</summary>
        private bool HoldsRows(ExpressionSyntax expression) => Mentions(expression) && TypeOf(expression) switch
        {
            StructType whole => whole.Leaves().Any(leaf => AreOfRows(leaf.Type)),
            var type => AreOfRows(type),
        };

        private static bool AreOfRows(IrType type) => type.Element is { IsStorage: true } || LeafArrays.Are(type);
    }
}
