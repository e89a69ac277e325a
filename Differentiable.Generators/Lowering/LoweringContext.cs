using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Callees;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.CustomRules;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering;

/// <summary>
/// What lowering knows while it walks one method: the statements under construction, the variables, and what was refused. The walk
/// itself is in the classes around it, one for each family of constructs.
/// </summary>
internal sealed partial class LoweringContext(IMethodSymbol method, SyntaxNode declaration, SemanticModel model, CancellationToken cancellation)
{
    private readonly Lazy<bool> _callsOut = new(() => model.GetOperation(declaration, cancellation) is { } body && Calls.CallsOut.Any(body));
    private RuleSearch? _rules;

    public IMethodSymbol Method { get; } = method;

    /// <summary>The text of the method.</summary>
    public SyntaxNode Declaration { get; } = declaration;

    public SemanticModel Model { get; } = model;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Where each local and parameter in scope lives.</summary>
    public Dictionary<ISymbol, Place> Places { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The members of the object that are inputs of the method.</summary>
    public Dictionary<ISymbol, Variable> MemberInputs { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Does the method run code that may change what it reads from its object?</summary>
    public bool CallsOut => _callsOut.Value;

    /// <summary>The local functions in scope.</summary>
    public Dictionary<IMethodSymbol, ILocalFunctionOperation> LocalFunctions { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The arrays that steps of a sequence are given instead of what stands there: such as have another order than the steps are written in.</summary>
    public Dictionary<IArgumentOperation, Expr> Sources { get; } = [];

    /// <summary>What method groups and delegates in fields stand for, by their names and types; null where that is not known.</summary>
    public Dictionary<string, FunctionPlace?> FunctionsByName { get; } = [];

    /// <summary>The helpers whose code stands in the place of their calls.</summary>
    public OpenedHelpers Helpers { get; init; } = new();

    /// <summary>How much code of theirs there is.</summary>
    public HelperSizes HelperSizes { get; } = new();

    /// <summary>The inlined functions that are being lowered, outermost first.</summary>
    public Stack<InlinedFunction> Inlined { get; } = new();

    /// <summary>The variables that are leaves of structs: what they are assigned does not show in their names.</summary>
    public HashSet<int> StructLeaves { get; } = [];

    /// <summary>The structs with fields that generated code does not see, of which arrays that the method makes are taken leaf by leaf.</summary>
    public HashSet<StructType> SplitElements { get; } = [];

    /// <summary>The structs that were looked at as elements of storage.</summary>
    public HashSet<(string Name, bool AreFollowed)> CheckedElements { get; } = [];

    /// <summary>The structs whose members are being lowered in place of calls, innermost last: what <c>this</c> is.</summary>
    public Stack<Place> Selves { get; } = new();

    /// <summary>The structs that are being initialized, innermost last.</summary>
    public Stack<Place> Receivers { get; } = new();

    /// <summary>What stands before <c>?.</c>, innermost last.</summary>
    public Stack<Expr> Accessed { get; } = new();

    /// <summary>The loops and <c>switch</c> statements around, innermost last.</summary>
    public Stack<Breakable> Breakables { get; } = new();

    /// <summary>The <c>switch</c> statements around, innermost last.</summary>
    public Stack<OpenSwitch> Switches { get; } = new();

    /// <summary>The labels that the code can jump to.</summary>
    public Dictionary<ILabelSymbol, OpenLabel> Labels { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>What has to run before the method goes on behind a <c>try</c> or a <c>using</c>, innermost last.</summary>
    public Stack<Cleanup> Cleanups { get; } = new();

    /// <summary>Calls without a rule; errors when a value that carries a derivative goes into them.</summary>
    public List<Suspect> Suspects { get; } = [];

    /// <summary>Where elements are written: the storage, and the exact expression.</summary>
    public List<ElementWrite> ElementWrites { get; } = [];

    /// <summary>The results of calls that may be arrays which the calls were given.</summary>
    public List<Borrowed> Borrowed { get; } = [];

    /// <summary>Locals of a <c>switch</c> that several of its sections use, and that were declared in front of it.</summary>
    public HashSet<ILocalSymbol> Predeclared { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The locals that were declared inside of expressions, which live as long as the statement around.</summary>
    public HashSet<Variable> DeclaredInExpressions { get; } = [];

    /// <summary>The callees that were met.</summary>
    public Dictionary<IMethodSymbol, Callee> Callees { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>What reports the callees that lack what the caller needs if its matrices of derivatives are made one direction at a time.</summary>
    public List<Action> LackingForOneDirection { get; } = [];

    /// <summary>Which storage may be the same.</summary>
    public Origins Origins { get; } = new();

    /// <summary>Finds the rules for the methods that are called.</summary>
    public RuleSearch Rules => _rules ??= new(Model.Compilation);

    /// <summary>The checkpoint markers that belong to loops.</summary>
    public HashSet<IOperation> Markers { get; } = [];

    /// <summary>How many marked loops are around; what is in one is run again in the reverse sweep. A marked method counts as one.</summary>
    public int RunAgainDepth { get; set; }

    /// <summary>Are whole matrices of derivatives asked for, which may take several sweeps?</summary>
    public bool HasMatrices { get; set; }

    /// <summary>What reports code that may give another value in each of several sweeps.</summary>
    public List<Action> NotTheSameAgain { get; } = [];

    /// <summary>Code that may give another value when halves run the method a second time; null where there is none.</summary>
    public string? NotForSecondRun { get; set; }

    /// <summary>The code that was looked through and gives the same again: in what state it was called, and whether in rounds that run again.</summary>
    public HashSet<(ISymbol Code, string State, bool IsRound)> Repeatable { get; } = [];

    /// <summary>The names that the method assigns after their declaration.</summary>
    public Reassignments Reassignments { get; } = new(declaration);

    /// <summary>Does the project check integer arithmetic for overflow?</summary>
    public bool IsCheckedByDefault { get; } = model.Compilation.Options.CheckOverflow;
}
