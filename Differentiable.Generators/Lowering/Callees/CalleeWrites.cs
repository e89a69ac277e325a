using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Callees;

/// <summary>
/// May another differentiable method write the elements of its parameter? Answered from its syntax, or from the type of its generated
/// <c>Reverse</c> member when it comes from another assembly. In doubt the answer is yes, which only costs storage.
/// </summary>
internal static partial class CalleeWrites
{
    /// <summary>The name of the struct that a member is called on.</summary>
    private const string Self = "this";

    public static bool MayWrite(LoweringContext context, IParameterSymbol parameter) => MayWrite(context, parameter, new(SymbolEqualityComparer.Default));

    /// <summary>The same of an array in the struct that the parameter is, which the members that are generated for the method call <paramref name="leaf"/>.</summary>
    public static bool MayWriteIn(LoweringContext context, IParameterSymbol parameter, string leaf) => context.TextOf(parameter.ContainingSymbol) is null
        ? !IsReadOnlyInReverse((IMethodSymbol)parameter.ContainingSymbol, leaf)
        : MayWrite(context, parameter);

    /// <summary>The same of an array in the struct that the method is called on.</summary>
    public static bool MayWriteSelf(LoweringContext context, IMethodSymbol method, string leaf) => context.TextOf(method) is null
        ? !IsReadOnlyInReverse(method.OriginalDefinition, leaf)
        : MayWriteSelf(context, method);

    /// <summary>The same of any of the arrays in it.</summary>
    public static bool MayWriteSelf(LoweringContext context, IMethodSymbol method) => MayWriteSelf(context, method.OriginalDefinition, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    /// <summary>The same of the variable of that name, in code that is in sight.</summary>
    public static bool MayWrite(LoweringContext context, SyntaxNode declaration, string variable) => new Search(context, declaration, variable).FindsWrite(new(SymbolEqualityComparer.Default));

    /// <param name="context">Where the question comes up.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="asked">The parameters that the question was about before: a call back to one of them adds nothing.</param>
    private static bool MayWrite(LoweringContext context, IParameterSymbol parameter, HashSet<ISymbol> asked) =>
        asked.Add(parameter) && (SearchFor(context, parameter)?.FindsWrite(asked) ?? !IsReadOnlyInReverse(parameter));

    /// <summary>May a member of a struct write arrays in the struct that it is called on, itself or by another member of it?</summary>
    private static bool MayWriteSelf(LoweringContext context, IMethodSymbol member, HashSet<ISymbol> asked)
    {
        if (!asked.Add(member) || member.IsImplicitlyDeclared)
            return false;
        return member.ContainingType.TypeKind != TypeKind.Struct || context.TextOf(member) is not { } declaration
            || FieldsOf(member).Any(field => new Search(context, declaration, field).FindsWrite(asked))
            || CalledOnSelf(context, declaration).Any(other => MayWriteSelf(context, other, asked));
    }

    /// <summary>The fields of the struct that a member is called on, by the names that its code has for them; the struct itself; and what else gives storage that lies in it, <c>Span&lt;double&gt; Row(int i)</c>.</summary>
    private static IEnumerable<string> FieldsOf(IMethodSymbol member) => member.IsStatic ? [] : StructTypes.NamesOfFields(member.ContainingType)
        .Concat(member.ContainingType.GetMembers().Where(GivesStorage).Select(giving => giving.Name)).Append(Self);

    private static bool GivesStorage(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false, ReturnType: var type } => TypeLowering.Lower(type).IsStorage,
        IPropertySymbol { IsStatic: false, Type: var type } => TypeLowering.Lower(type).IsStorage,
        _ => false,
    };

    /// <summary>The members with code that are called on the same struct.</summary>
    private static IEnumerable<IMethodSymbol> CalledOnSelf(LoweringContext context, SyntaxNode declaration) => declaration.DescendantNodes()
        .Where(node => node is SimpleNameSyntax { Parent: not MemberAccessExpressionSyntax } or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } or ElementAccessExpressionSyntax { Expression: ThisExpressionSyntax })
        .SelectMany(node => context.ModelOf(node.SyntaxTree).GetSymbolInfo(node, context.Cancellation).Symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false } method => [method.OriginalDefinition],
            IPropertySymbol { IsStatic: false } property => AccessorsWithCode(property),
            _ => Enumerable.Empty<IMethodSymbol>(),
        });

    private static IEnumerable<IMethodSymbol> AccessorsWithCode(IPropertySymbol property) =>
        new[] { property.GetMethod, property.SetMethod }.Where(StoredProperties.HasCode).Select(accessor => accessor!.OriginalDefinition);

    /// <summary>What runs is the method that is called, with its body in sight.</summary>
    private static bool IsCalledAsItStands(ISymbol method) => method is IMethodSymbol && !Dispatch.MayBeAnother(method)
        && method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is BaseMethodDeclarationSyntax { Body: not null } or BaseMethodDeclarationSyntax { ExpressionBody: not null } or LocalFunctionStatementSyntax or TypeDeclarationSyntax;

    /// <summary>The search through the method's text, where there is one.</summary>
    private static Search? SearchFor(LoweringContext context, IParameterSymbol parameter) =>
        context.TextOf(parameter.ContainingSymbol) is { } declaration ? new Search(context, declaration, parameter.Name) : null;

    private static bool IsReadOnlyInReverse(IParameterSymbol parameter) => IsReadOnlyInReverse((IMethodSymbol)parameter.ContainingSymbol, parameter.Name);

    private static bool IsReadOnlyInReverse(IMethodSymbol method, string parameter) => method.ContainingType.GetMembers(method.Name + "Reverse").OfType<IMethodSymbol>()
        .Any(m => m.Parameters.Any(p => p.Name == parameter && p.Type.Name == "ReadOnlySpan"));

    /// <summary>One look through a method for writes through a parameter or anything made from it.</summary>
    private sealed partial class Search(LoweringContext context, SyntaxNode declaration, string parameter)
    {
        private readonly HashSet<string> _aliases = [parameter];

        /// <summary>Those that may be the array itself, and not only have rows of it.</summary>
        private readonly HashSet<string> _wholes = [parameter];

        public bool FindsWrite(HashSet<ISymbol> asked)
        {
            CollectAliases();
            return declaration.DescendantNodes().Any(node => IsWrite(node, asked));
        }

        /// <summary>Every variable that is declared from an alias or assigned one counts as an alias.</summary>
        private void CollectAliases()
        {
            int count;
            do
            {
                count = _aliases.Count + _wholes.Count;
                foreach (SyntaxNode node in declaration.DescendantNodes())
                    CollectAlias(node);
            }
            while (_aliases.Count + _wholes.Count > count);
        }

        private void CollectAlias(SyntaxNode node)
        {
            if (node is VariableDeclaratorSyntax { Initializer.Value: var value } variable && MayCarry(value))
                Collect([variable.Identifier.ValueText], value);
            else if (node is ForEachStatementSyntax loop && Mentions(loop.Expression))
                Collect([loop.Identifier.ValueText], loop.Expression);
            else if (node is LocalFunctionStatementSyntax { ReturnType: var returned } function && function.Identifier.ValueText is var name && !IsOfNumbers(TypeOf(returned)) && MentionsAny(function, _aliases))
                _aliases.Add(name);
            else if (TakenApart(node) is var (whole, parts) && MayCarry(whole))
                Collect(parts.SelectMany(Designated), whole);
            else if (node is ArgumentListSyntax { Parent: ExpressionSyntax call } arguments)
                CollectGiven(call, arguments.Arguments);
            else if (node is AssignmentExpressionSyntax { Left: var target, Right: var source } && MayCarry(source))
                Collect(Targets(target), source);
        }

        /// <summary>What patterns, or the variables of a loop, name the parts of.</summary>
        private static (ExpressionSyntax Whole, IEnumerable<SyntaxNode> Parts)? TakenApart(SyntaxNode node) => node switch
        {
            IsPatternExpressionSyntax test => (test.Expression, [test.Pattern]),
            SwitchStatementSyntax choice => (choice.Expression, choice.Sections.SelectMany(section => section.Labels)),
            SwitchExpressionSyntax choice => (choice.GoverningExpression, choice.Arms.Select(arm => arm.Pattern)),
            ForEachVariableStatementSyntax loop => (loop.Expression, [loop.Variable]),
            _ => null,
        };

        private static IEnumerable<string> Designated(SyntaxNode node) => node.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>().Select(designation => designation.Identifier.ValueText);

        /// <summary>A call that is given an alias may leave it in what it is called on, in what it is given by reference, and in what a local function names it.</summary>
        private void CollectGiven(ExpressionSyntax call, SeparatedSyntaxList<ArgumentSyntax> arguments)
        {
            ExpressionSyntax? receiver = call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } ? member.Expression : null;
            ArgumentSyntax[] given = [.. arguments.Where(argument => MayCarry(argument.Expression) && !IsNamed(argument))];
            foreach (ArgumentSyntax argument in given)
            {
                if (receiver is not null && CanKeep(receiver))
                    Collect(Targets(receiver), argument.Expression);
                if (ReceiverOf(argument) is { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.LocalFunction } } parameter)
                    Collect([parameter.Name], argument.Expression);
            }
            ExpressionSyntax? source = given.FirstOrDefault()?.Expression ?? (receiver is not null && MayCarry(receiver) ? receiver : null);
            if (source is null)
                return;
            Collect(arguments.SelectMany(argument => ParametersOf(argument.Expression)), source);
            Collect(arguments.Where(argument => argument.RefKindKeyword.RawKind != 0 && !IsOfNumbers(TypeOf(argument.Expression))).SelectMany(argument => Targets(argument.Expression)), source);
        }

        /// <summary>What a function that is given to a call names what it is given there.</summary>
        private static IEnumerable<string> ParametersOf(ExpressionSyntax function) => function switch
        {
            SimpleLambdaExpressionSyntax lambda => [lambda.Parameter.Identifier.ValueText],
            ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText),
            _ => [],
        };

        /// <summary>Is it a struct or an object that may hold arrays?</summary>
        private bool CanKeep(ExpressionSyntax receiver) => TypeOf(receiver) is { IsStorage: false } type && !IsOfNumbers(type)
            && context.ModelOf(receiver.SyntaxTree).GetSymbolInfo(receiver, context.Cancellation).Symbol is not INamedTypeSymbol;

        /// <param name="names">The variables.</param>
        /// <param name="source">What is given to them. Of one row, they are no names for the array that it is in.</param>
        private void Collect(IEnumerable<string> names, ExpressionSyntax source)
        {
            List<string> all = [.. names];
            _aliases.UnionWith(all);
            if (MentionsAny(source, _wholes) && !TypeOf(source).IsVector)
                _wholes.UnionWith(all);
        }

        /// <summary>May the value be an alias, have one in it, or refer to an element of one?</summary>
        private bool MayCarry(ExpressionSyntax value) => Mentions(value) && !IsFresh(value) && (value is RefExpressionSyntax || !IsOfNumbers(TypeOf(value)));

        private static bool IsOfNumbers(IrType type) => type is ScalarType || (type is StructType whole && whole.Leaves().All(leaf => leaf.Type is ScalarType));

        /// <summary>Is it storage that nothing else names: made with a length, a copy, or a struct that is made of no alias?</summary>
        private bool IsFresh(ExpressionSyntax value) => value switch
        {
            ArrayCreationExpressionSyntax { Initializer: null } or StackAllocArrayCreationExpressionSyntax { Initializer: null } => true,
            CastExpressionSyntax cast => IsFresh(cast.Expression),
            BaseObjectCreationExpressionSyntax creation => GivenTo(creation).All(given => !MayCarry(given)),
            CollectionExpressionSyntax collection => ElementOf(collection) is { IsStorage: false } and not StructType,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToArray" or "Clone" } copied } => TypeOf(copied.Expression).Element is { IsStorage: false },
            _ => false,
        };

        private static IEnumerable<ExpressionSyntax> GivenTo(BaseObjectCreationExpressionSyntax creation) => (creation.ArgumentList?.Arguments.Select(argument => argument.Expression) ?? [])
            .Concat(creation.Initializer?.Expressions.Select(member => member is AssignmentExpressionSyntax assignment ? assignment.Right : member) ?? []);

        /// <summary>A variable, those of a tuple, or the jagged array that a row is put into.</summary>
        private IEnumerable<string> Targets(ExpressionSyntax target) => target switch
        {
            DeclarationExpressionSyntax declared => Designated(declared),
            IdentifierNameSyntax name => [name.Identifier.ValueText],
            MemberAccessExpressionSyntax field => Targets(field.Expression is ThisExpressionSyntax ? field.Name : field.Expression),
            ElementAccessExpressionSyntax { Expression: var array } when !IsOfNumbers(TypeOf(target)) => Targets(array),
            TupleExpressionSyntax tuple => tuple.Arguments.SelectMany(element => Targets(element.Expression)),
            _ => [],
        };

        private bool IsWrite(SyntaxNode node, HashSet<ISymbol> asked) => node switch
        {
            AssignmentExpressionSyntax assignment => (IsElementOrReference(assignment.Left) && !IsRowOfOther(assignment.Left)) || WritesOperands(assignment, asked, assignment.Left, assignment.Right),
            PrefixUnaryExpressionSyntax unary when unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression && IsElementOrReference(unary.Operand) => true,
            PostfixUnaryExpressionSyntax unary when unary.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression && IsElementOrReference(unary.Operand) => true,
            PrefixUnaryExpressionSyntax unary => WritesOperands(unary, asked, unary.Operand),
            PostfixUnaryExpressionSyntax unary => WritesOperands(unary, asked, unary.Operand),
            ArgumentSyntax argument when argument.RefKindKeyword.RawKind != 0 => IsElementOrReference(argument.Expression) || IsHandedOver(argument, asked),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax } argument => IsHandedOver(argument, asked),
            ArrowExpressionClauseSyntax { Expression: RefExpressionSyntax returned } => IsElementOrReference(returned),
            ReturnStatementSyntax { Expression: RefExpressionSyntax returned } => IsElementOrReference(returned),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call => WritesReceiver(call, member, asked),
            MemberAccessExpressionSyntax { Parent: not InvocationExpressionSyntax } member => AccessorsOf(member).Any(accessor => WritesIn(member.Expression, accessor, asked)),
            ElementAccessExpressionSyntax element => AccessorsOf(element).Any(accessor => WritesIn(element.Expression, accessor, asked)),
            BinaryExpressionSyntax operation => WritesOperands(operation, asked, operation.Left, operation.Right),
            CastExpressionSyntax cast => WritesOperands(cast, asked, cast.Expression),
            _ => false,
        };

        /// <summary>Is it an operator of the user's that may write arrays in what it is given?</summary>
        private bool WritesOperands(ExpressionSyntax operation, HashSet<ISymbol> asked, params ExpressionSyntax[] operands) => operands.Any(operand => HoldsStorage(operand) || IsStorage(operand))
            && MethodOf(operation) is { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion, IsImplicitlyDeclared: false, OriginalDefinition: var method }
            && (!method.IsStatic || method.Parameters.Any(operand => !IsCalledAsItStands(operand.ContainingSymbol) || MayWrite(context, operand, asked)));

        /// <summary>
        /// Is it a call that writes what stands before the dot: a span itself, an extension method's first parameter, or an element that is a struct?
        /// </summary>
        private bool WritesReceiver(InvocationExpressionSyntax call, MemberAccessExpressionSyntax member, HashSet<ISymbol> asked)
        {
            if (HoldsStorage(member.Expression))
                return MethodOf(call) is not { } called || (called.ReducedFrom is { Parameters: [var first, ..] } ? MayWrite(context, first.OriginalDefinition, asked) : MayWriteSelf(context, called.OriginalDefinition, asked))
                    || (IsElementOrReference(member.Expression) && InlinedCode.Of(context, called)?.WritesSelf(context) != false);
            if (!IsStorage(member.Expression))
                return IsElementOrReference(member.Expression) && (TypeOf(member.Expression) is StructType || (MethodOf(call) is { } changing && ChangesElement(member.Expression, changing)));
            return member.Name.Identifier.ValueText is "Fill" or "Clear" or "Reverse" or "Sort"
                || (context.ModelOf(call.SyntaxTree).GetOperation(call, context.Cancellation) is IInvocationOperation { Instance: null, TargetMethod: var target }
                    && CallsOut.IsOfUser(target) && target.Parameters[0].Type.Name != "ReadOnlySpan"
                    && (!IsCalledAsItStands(target) || MayWrite(context, target.Parameters[0].OriginalDefinition, asked)));
        }

        /// <summary>Does an accessor write arrays of the struct that it is asked of, or that struct itself, which is an element?</summary>
        private bool WritesIn(ExpressionSyntax target, IMethodSymbol accessor, HashSet<ISymbol> asked) =>
            (HoldsStorage(target) && MayWriteSelf(context, accessor, asked)) || ChangesElement(target, accessor);

        /// <summary>Does the member change the element, a struct that is held whole?</summary>
        private bool ChangesElement(ExpressionSyntax target, IMethodSymbol member) => IsElementOrReference(target) && TypeOf(target) is OpaqueType && ChangedStructs.Changes(context, member);

        /// <summary>A place for a row in another array than the one that is looked for, though it may have rows of that.</summary>
        private bool IsRowOfOther(ExpressionSyntax target) => target is ElementAccessExpressionSyntax { Expression: var array } && IsOfStorage(target) && !MentionsAny(array, _wholes);

        /// <summary>An element of an alias, or a reference local made from one.</summary>
        private bool IsElementOrReference(ExpressionSyntax target) => target switch
        {
            ElementAccessExpressionSyntax element => Mentions(element.Expression),
            MemberAccessExpressionSyntax member => IsElementOrReference(member.Expression),
            TupleExpressionSyntax tuple => tuple.Arguments.Any(a => IsElementOrReference(a.Expression)),
            ParenthesizedExpressionSyntax parenthesized => IsElementOrReference(parenthesized.Expression),
            RefExpressionSyntax reference => IsElementOrReference(reference.Expression),
            InvocationExpressionSyntax call => Mentions(call) && context.ModelOf(call.SyntaxTree).GetSymbolInfo(call, context.Cancellation).Symbol is IMethodSymbol { ReturnsByRef: true },
            ConditionalExpressionSyntax choice => IsElementOrReference(choice.WhenTrue) || IsElementOrReference(choice.WhenFalse),
            IdentifierNameSyntax name => IsReference(name.Identifier.ValueText),
            _ => false,
        };

        /// <summary>Is it a struct that may hold the array, so that what is given it may write that?</summary>
        private bool HoldsStorage(ExpressionSyntax target) => Mentions(target) && TypeOf(target) is StructType whole && whole.Leaves().Any(leaf => leaf.Type.IsStorage);

        private bool IsReference(string name) => _aliases.Contains(name) && declaration.DescendantNodes().Any(node =>
            node is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: RefTypeSyntax or ScopedTypeSyntax } } local
                && local.Identifier.ValueText == name
            || node is ForEachStatementSyntax { Type: RefTypeSyntax or ScopedTypeSyntax } loop && loop.Identifier.ValueText == name);

        /// <summary>Whole storage or a slice of it, as opposed to the value of an element.</summary>
        private bool IsStorage(ExpressionSyntax expression) => Mentions(expression) && IsOfStorage(expression);

        private IParameterSymbol? ReceiverOf(ArgumentSyntax argument) =>
            (context.ModelOf(argument.SyntaxTree).GetOperation(argument, context.Cancellation) as IArgumentOperation)?.Parameter?.OriginalDefinition;

        private bool IsOfStorage(ExpressionSyntax expression) => TypeOf(expression).IsStorage;

        private IrType? ElementOf(CollectionExpressionSyntax collection) =>
            TypeLowering.Lower(context.ModelOf(collection.SyntaxTree).GetTypeInfo(collection, context.Cancellation).ConvertedType).Element;

        private IrType TypeOf(ExpressionSyntax expression)
        {
            TypeInfo info = context.ModelOf(expression.SyntaxTree).GetTypeInfo(expression, context.Cancellation);
            return TypeLowering.Lower(info.Type ?? info.ConvertedType);
        }

        private bool IsHandedOver(ArgumentSyntax argument, HashSet<ISymbol> asked) => (HoldsStorage(argument.Expression) || IsStorage(argument.Expression) || HandsOut(argument.Expression)) && !IsNamed(argument) && IsWritable(argument, asked);

        /// <summary>Is it a function that returns an alias?</summary>
        private bool HandsOut(ExpressionSyntax function) => function is AnonymousFunctionExpressionSyntax { ExpressionBody: { } value } && MayCarry(value)
            || function is AnonymousFunctionExpressionSyntax { Block: { } block } && block.DescendantNodes().OfType<ReturnStatementSyntax>().Any(result => result.Expression is { } returned && MayCarry(returned));

        /// <summary>Is it the argument of a <c>nameof</c>, the only call whose value is known?</summary>
        private bool IsNamed(ArgumentSyntax argument) => argument.Parent!.Parent is InvocationExpressionSyntax call && context.ModelOf(call.SyntaxTree).GetConstantValue(call, context.Cancellation).HasValue;

        private bool IsWritable(ArgumentSyntax argument, HashSet<ISymbol> asked)
        {
            if (context.ModelOf(argument.SyntaxTree).GetTypeInfo(argument.Expression, context.Cancellation).ConvertedType is INamedTypeSymbol { Name: "ReadOnlySpan", TypeArguments: [var element] } && IsOfNumbers(TypeLowering.Lower(element)))
                return false;
            if (ReceiverOf(argument) is not { } receiver)
                return true;
            // Guards, such as ArgumentNullException.ThrowIfNull(x), only look.
            bool isGuard = receiver.ContainingType.DeclaringSyntaxReferences.IsEmpty && Purity.IsHarmless(receiver.ContainingType);
            return !isGuard && (!IsCalledAsItStands(receiver.ContainingSymbol) || MayWrite(context, receiver, asked));
        }

        private bool Mentions(SyntaxNode expression) => MentionsAny(expression, _aliases);

        private static bool MentionsAny(SyntaxNode expression, HashSet<string> names) =>
            expression.DescendantNodesAndSelf().Any(node => node switch
            {
                IdentifierNameSyntax name => names.Contains(name.Identifier.ValueText),
                ThisExpressionSyntax => names.Contains(Self),
                _ => false,
            });
    }
}
