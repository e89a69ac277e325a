using System.Collections.Immutable;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.CustomRules;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Statements;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering;

/// <summary>
/// What lowering knows while it walks one method: the statements under construction, the variables, and what was refused. The walk
/// itself is in the classes around it, one for each family of constructs.
/// </summary>
internal sealed partial class LoweringContext(IMethodSymbol method, SyntaxNode declaration, SemanticModel model, CancellationToken cancellation)
{
    private readonly Stack<List<Statement>> _outer = new();
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly Lazy<bool> _callsOut = new(() => model.GetOperation(declaration, cancellation) is { } body && Calls.CallsOut.Any(body));
    private RuleSearch? _rules;
    private Dictionary<ISymbol, Variable> _shared = new(SymbolEqualityComparer.Default);
    private List<Statement> _prologue = [];
    private List<Statement> _statements = [];
    private SyntaxNode _source = declaration;
    private string? _note;
    private SourceSpan? _position;
    private int _variables;
    private int _labels;

    public IMethodSymbol Method { get; } = method;

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

    /// <summary>What method groups and delegates in fields stand for, by their names and types; null where that is not known.</summary>
    public Dictionary<string, FunctionPlace?> MethodGroups { get; } = [];

    /// <summary>The inlined functions that are being lowered, outermost first.</summary>
    public Stack<InlinedFunction> Inlined { get; } = new();

    /// <summary>The variables that are leaves of structs: what they are assigned does not show in their names.</summary>
    public HashSet<int> StructLeaves { get; } = [];

    /// <summary>The structs that were looked at as elements of storage.</summary>
    public HashSet<string> CheckedElements { get; } = [];

    /// <summary>The structs whose members are being lowered in place of calls, innermost last: what <c>this</c> is.</summary>
    public Stack<Place> Selves { get; } = new();

    /// <summary>The structs that are being initialized, innermost last.</summary>
    public Stack<Place> Receivers { get; } = new();

    /// <summary>What stands before <c>?.</c>, innermost last.</summary>
    public Stack<Expr> Accessed { get; } = new();

    /// <summary>What <c>break</c> leaves, innermost last: null for a loop, the label of a region for a <c>switch</c>.</summary>
    public Stack<int?> Breakables { get; } = new();

    /// <summary>The <c>switch</c> statements around, innermost last.</summary>
    public Stack<OpenSwitch> Switches { get; } = new();

    /// <summary>What has to run before the method goes on behind a <c>try</c> or a <c>using</c>, innermost last.</summary>
    public Stack<Cleanup> Cleanups { get; } = new();

    /// <summary>Calls without a rule; errors when a value that carries a derivative goes into them.</summary>
    public List<Suspect> Suspects { get; } = [];

    /// <summary>Where elements are written: the storage, and the exact expression.</summary>
    public List<(Expr Storage, SyntaxNode Syntax)> ElementWrites { get; } = [];

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

    /// <summary>The names that the method assigns after their declaration.</summary>
    public Reassignments Reassignments { get; } = new(declaration);

    /// <summary>Does the project check integer arithmetic for overflow?</summary>
    public bool IsCheckedByDefault { get; } = model.Compilation.Options.CheckOverflow;

    public bool HasFailed { get; private set; }

    /// <summary>Is it known why the method has no derivatives: has someone been told, be it elsewhere?</summary>
    public bool IsExplained { get; private set; }

    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.ToImmutable();

    /// <summary>The statements so far; a place to come back to with <see cref="Protect"/>.</summary>
    public int Mark => _statements.Count;

    private string Note => _note ??= NoteWriter.Write(_source);

    /// <summary>The piece of source that is being lowered.</summary>
    public SyntaxNode Source => _source;

    /// <summary>From here on, statements belong to this piece of source, unless it is a mirror's. Returns the piece before.</summary>
    public SyntaxNode Enter(SyntaxNode source)
    {
        SyntaxNode previous = _source;
        if (source != previous && IsOfUser(source.SyntaxTree))
            (_source, _note, _position) = (source, null, null);
        return previous;
    }

    public void Add(Statement statement)
    {
        _statements.Add(statement with { Note = Note, Position = _position ??= FirstLine(_source) });
        Origins.Observe(statement);
    }

    /// <summary>A compound statement is known by its head.</summary>
    private static SourceSpan FirstLine(SyntaxNode source)
    {
        string text = source.ToString();
        int end = text.IndexOf('\n');
        return new SourceSpan(source.SpanStart, (end < 0 ? text : text.Substring(0, end)).TrimEnd().Length);
    }

    /// <summary>Adds statements that have their notes already.</summary>
    public void AddRange(IEnumerable<Statement> statements) => _statements.AddRange(statements);

    /// <summary>Starts a block inside the current one; <see cref="EndBlock"/> hands it out.</summary>
    public void BeginBlock()
    {
        _outer.Push(_statements);
        _statements = [];
    }

    /// <summary>Ends a block that an expression became; what is declared in it is declared in front of it.</summary>
    public Block EndBranch()
    {
        Block block = EndBlock();
        Statement[] declarations = [.. block.Statements.Where(statement => statement is Declare declare && DeclaredInExpressions.Contains(declare.Variable))];
        _statements.AddRange(declarations);
        return declarations.Length == 0 ? block : new Block(block.Statements.Where(statement => !declarations.Contains(statement)).ToEquatableArray());
    }

    public Block EndBlock()
    {
        Block block = new(_statements);
        _statements = _outer.Pop();
        return block;
    }

    /// <summary>Remembers the files of the structs that parameters, locals and results are.</summary>
    public void MarkStructs()
    {
        foreach (ISymbol symbol in Places.Keys)
            StructTypes.MarkRead(this, symbol is ILocalSymbol local ? local.Type : ((IParameterSymbol)symbol).Type);
        StructTypes.MarkRead(this, Method.ReturnType);
        StructTypes.MarkRead(this, Method.ContainingType);
    }

    /// <summary>The block that the method's body became, with the shared arrays that it reads named first.</summary>
    public Block Finish() => new([.. _prologue, .. _statements]);

    public Variable NewVariable(string name, IrType type, VariableRole role = VariableRole.Primal) => new(_variables++, name, type, role);

    public int NewLabel() => _labels++;

    /// <summary>A temporary whose life starts here.</summary>
    public Variable NewTemporary(IrType type, string name = "t")
    {
        Variable temporary = NewVariable(name, type, VariableRole.Temporary);
        Add(new Declare(temporary));
        return temporary;
    }

    /// <summary>A temporary that holds this value.</summary>
    public Use Save(Expr value, string name = "t")
    {
        Variable temporary = NewTemporary(value.Type, name);
        Add(new Assign(temporary, value));
        return new Use(temporary);
    }

    /// <summary>
    /// Saves those of the first <paramref name="count"/> operands that the statements since <paramref name="mark"/> may have changed, in
    /// front of these statements: C# evaluated the operands before them.
    /// </summary>
    public void Protect(Expr[] operands, int count, int mark)
    {
        if (_statements.Count == mark)
            return;
        Effects effects = Effects.Of(_statements.Skip(mark));
        List<Statement> behind = _statements.GetRange(mark, _statements.Count - mark);
        _statements.RemoveRange(mark, behind.Count);
        for (int i = 0; i < count; i++)
        {
            if (effects.MayChange(operands[i]))
                operands[i] = SaveWhole(operands[i]);
        }
        _statements.AddRange(behind);
    }

    /// <summary>A value that no later statement changes.</summary>
    public Expr Stabilize(Expr value) =>
        value is Constant or Use { Variable: { Role: VariableRole.Temporary, Type: ScalarType } } ? value : SaveWhole(value);

    /// <summary>May the variable be assigned again after its declaration?</summary>
    public bool IsReassigned(Variable variable) =>
        StructLeaves.Contains(variable.Id) || (variable.Role != VariableRole.Temporary && Reassignments.Contains(variable.Name));

    /// <summary>Saves a value; of a struct, each field.</summary>
    public Expr SaveWhole(Expr value, string name = "t") => value is StructValue { Struct.IsInline: true } inline
        ? InlineArrays.Copied(this, inline, name)
        : value is StructValue whole
        ? whole with { Elements = whole.Elements.Select((e, i) => SaveWhole(e, whole.Struct.IsTuple ? name : StructValues.NameOf(name, whole.Struct, i))).ToEquatableArray() }
        : Save(value, name);

    /// <summary>
    /// Makes the call that just returned into this temporary return into the variable instead; false when the value came from elsewhere.
    /// </summary>
    public bool TryRetarget(Expr value, Variable target)
    {
        int last = _statements.FindLastIndex(s => s is not Declare);
        if (value is not Use { Variable: { Role: VariableRole.Temporary } temporary } || temporary.Type != target.Type
            || last < 0 || _statements[last] is not Call call || !call.Results.Contains(temporary) || call.Results.Contains(target)
            || _statements.RemoveAll(s => s is Declare declare && declare.Variable == temporary) == 0)
            return false;
        // A declaration behind the call is the target's own.
        _statements.Remove(call);
        _statements.Add(call with { Results = call.Results.Select(r => r == temporary ? target : r).ToEquatableArray() });
        for (int i = 0; i < Borrowed.Count; i++)
        {
            if (Borrowed[i].Result == temporary)
                Borrowed[i] = Borrowed[i] with { Result = target };
        }
        return true;
    }

    /// <summary>Takes back the zeros that a variable was declared with, if nothing has happened since.</summary>
    public bool TryDropZero(Variable variable)
    {
        int last = _statements.Count - 1;
        if (last < 0 || _statements[last] is not Assign { Value: NewStorage } assign || assign.Target != variable)
            return false;
        _statements.RemoveAt(last);
        return true;
    }

    /// <summary>The name for what no one changes (a <c>static readonly</c> array, a field of the object): read once for the whole method.</summary>
    public Use Share(ISymbol symbol, string name, Func<Expr> value)
    {
        if (!_shared.TryGetValue(symbol, out Variable? alias))
        {
            Expr initial = value();
            alias = NewVariable(name, initial.Type, VariableRole.Temporary);
            _shared.Add(symbol, alias);
            Assign assign = new(alias, initial) { Note = name };
            _prologue.Add(new Declare(alias) { Note = name });
            _prologue.Add(assign);
            Origins.Observe(assign);
        }
        return new Use(alias);
    }

    /// <summary>Remembers that a derivative would be lost in this text.</summary>
    public void Suspect(OpaqueBuilder text, IOperation operation, DiagnosticDescriptor descriptor, params object[] messages)
    {
        // What a real is read from again may have been one before.
        bool reads = operation is IInvocationOperation { TargetMethod: var method }
            && (RealData.IsIn(method.ReturnType) || method.Parameters.Any(p => p.RefKind == RefKind.Out && RealData.IsIn(p.Type)));
        List<Expr> arguments = reads ? [.. text.RealArguments, .. text.TextArguments] : text.RealArguments;
        if (CompilerErrors.AreIn(operation))
            Fail(null);
        else if (arguments.Count > 0)
            Suspects.Add(new Suspect(arguments, operation.Syntax, descriptor, messages));
    }

    /// <summary>Reports an error. The method will have no derivative.</summary>
    public void Report(DiagnosticDescriptor descriptor, Location location, params object[] arguments)
    {
        HasFailed = IsExplained = true;
        Location visible = location.SourceTree is { } tree && !IsOfUser(tree) ? _source.GetLocation() : location;
        _diagnostics.Add(Diagnostic.Create(descriptor, visible, arguments));
    }

    /// <summary>
    /// Refuses a piece of the method; the value returned lets the walk go on to find more. About what does not compile the compiler has said enough.
    /// </summary>
    public Expr Refuse(DiagnosticDescriptor descriptor, IOperation operation, params object[] arguments)
    {
        if (!CompilerErrors.AreIn(operation))
            Report(descriptor, operation.Syntax.GetLocation(), arguments);
        return Fail(operation.Type);
    }

    /// <summary>Gives up without a diagnostic, because the compiler has one.</summary>
    public Expr Fail(ITypeSymbol? type)
    {
        HasFailed = true;
        return Default(TypeLowering.Lower(type));
    }

    /// <summary>Gives up without a diagnostic here, because there is one at the member that this is about.</summary>
    public Expr FailAsToldElsewhere(ITypeSymbol? type)
    {
        IsExplained = true;
        return Fail(type);
    }

    private static Expr Default(IrType type) =>
        StructValues.FromLeaves(type, leaf => Opaque.Default(leaf.Type));
}
