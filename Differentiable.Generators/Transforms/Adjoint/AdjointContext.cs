using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Adjoint;

/// <summary>What every part of the adjoint transform knows of the function.</summary>
internal sealed class AdjointContext
{
    private readonly Dictionary<Variable, Variable> _shadows = [];
    private readonly Lazy<HashSet<Variable>> _written;

    public AdjointContext(Function source, Block body, EquatableArray<Variable> results, EquatableArray<Variable> finals, Activity activity, VariableSupply supply)
    {
        Source = source;
        Body = body;
        Results = results;
        Finals = finals;
        Activity = activity;
        Supply = supply;
        Classes = new(body);
        Regions = new(source, body);
        _written = new(() => [.. body.DescendantStatements().SelectMany(ElementsWrittenBy).Select(Classes.Of)]);
        Names = new(source);
        Stack = supply.New(Names.Stack, new OpaqueType("ValueStack"), VariableRole.Helper);
        Workspace = supply.New("workspace", new OpaqueType("Workspace"), VariableRole.Helper);
        Runtime = new(Stack, Workspace);
    }

    public Function Source { get; }

    public Block Body { get; }

    /// <summary>The versions that hold the components of the result at the end.</summary>
    public EquatableArray<Variable> Results { get; }

    /// <summary>For each parameter the version that holds its value at the end.</summary>
    public EquatableArray<Variable> Finals { get; }

    public Activity Activity { get; }

    public VariableSupply Supply { get; }

    /// <summary>What the parameters of its members are called.</summary>
    public ParameterNames Names { get; }

    public StorageClasses Classes { get; }

    public Regions Regions { get; }

    /// <summary>The value stack of the member that is being built.</summary>
    public Variable Stack { get; }

    /// <summary>The workspace of the member that is being built.</summary>
    public Variable Workspace { get; }

    public RuntimeCalls Runtime { get; }

    /// <summary>The variable that holds the adjoint of another: <c>x</c> → <c>dx</c>.</summary>
    public Variable ShadowOf(Variable variable)
    {
        if (!_shadows.TryGetValue(variable, out Variable? shadow))
        {
            bool isParameter = Source.Parameters.Any(parameter => parameter.Variable == variable);
            shadow = isParameter
                ? Supply.New(Names.Adjoint(variable), ShadowType(variable.Type), VariableRole.Shadow)
                : Supply.New("d" + variable.Name, LocalShadowType(variable.Type), VariableRole.Shadow);
            _shadows[variable] = shadow;
        }
        return shadow;
    }

    /// <summary>The shadow of a storage operand mirrors it: the shadow of <c>a[i]</c> is <c>da[i]</c>.</summary>
    public Expr ShadowOf(Expr storage) => storage switch
    {
        Use use => new Use(ShadowOf(use.Variable)),
        Element row => new Element(ShadowOf(row.Storage), row.Indices, row.Path),
        Slice slice => new Slice(new(AdjointType(slice.SpanType.ElementType), false), ShadowOf(slice.Storage), slice.Start, slice.Count),
        View view => new View(new(AdjointType(view.SpanType.ElementType), false), ShadowOf(view.Storage)),
        Conditional choice => new Conditional(choice.Condition, ShadowOf(choice.WhenTrue), ShadowOf(choice.WhenFalse)),
        _ => throw new InvalidOperationException($"{storage.GetType().Name} has no shadow."),
    };

    /// <summary>
    /// Makes shadows for the storage parameters that get no derivative but through which one passes: what the method writes there and
    /// reads again.
    /// </summary>
    public IEnumerable<Statement> ShadowsOfPassedStorage() => Source.Parameters
        .Where(parameter => parameter is { IsActive: false, Type.IsStorage: true } && Activity.IsActive(parameter.Variable))
        .Select(parameter => new Assign(
            ShadowOf(parameter.Variable), Runtime.ZeroedLike(ShadowType(parameter.Type), new Use(parameter.Variable), parameter.IsMutated)));

    /// <summary>May elements be written that a storage variable stands for, so that it matters which rows of a jagged array are one array?</summary>
    public bool WritesElementsOf(Variable storage) => _written.Value.Contains(Classes.Of(storage));

    private static IEnumerable<Expr> ElementsWrittenBy(Statement statement) => statement switch
    {
        Store { Value.Type.IsStorage: false } store => [store.Storage],
        Call call => call.Mutated(),
        _ => [],
    };

    /// <summary>
    /// What is known of the integers of a member's body. Adjoints of parameters are as long as the parameters: the members see to that on entry.
    /// </summary>
    public Integers IntegersOf(Block body, IEnumerable<Variable> parameters) => new(body, parameters, Source.Parameters
        .Where(parameter => parameter is { IsActive: true, Type.IsStorage: true })
        .ToDictionary(parameter => ShadowOf(parameter.Variable).Id, parameter => parameter.Variable.Id));

    /// <summary>
    /// Are several directions, or several cotangents, carried at once? Then adjoints are as wide as what they belong to is not: the adjoint
    /// of a number has one for each direction, and that of a tangent, which is one for each direction, is the same for all.
    /// </summary>
    public bool CarriesSeveral { get; init; }

    /// <summary>Does generated code alone call what becomes of it? Then structs are taken and given leaf by leaf, arrays as spans, and nothing is checked.</summary>
    public bool IsWithin { get; init; }

    /// <summary>The primal variables that have shadows so far.</summary>
    public IEnumerable<KeyValuePair<Variable, Variable>> Shadows => _shadows;

    /// <summary>The adjoint of a local vector that stays an array may become a row of the adjoint of a jagged one, so it is an array, too.</summary>
    public IrType LocalShadowType(IrType type) => AdjointType(type) is SpanType span ? span with { IsReadOnly = false } : AdjointType(type);

    /// <summary>Adjoints of vector parameters are spans, whatever the vector is; those of matrices and jagged arrays are of the same type.</summary>
    public IrType ShadowType(IrType type) => AdjointType(type) switch
    {
        SpanType span => span with { IsReadOnly = false },
        ArrayType { Rank: 1, ElementType.IsStorage: false } vector => new SpanType(vector.ElementType, false),
        var adjoint => adjoint,
    };

    /// <summary>The type of what belongs to a value, wherever it is kept.</summary>
    public IrType AdjointType(IrType type) => CarriesSeveral ? type.WithWidth(!type.IsWide) : type;
}
