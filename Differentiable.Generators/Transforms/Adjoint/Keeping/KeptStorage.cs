using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Runtime;
using Differentiable.Generators.Transforms.Versioning;

namespace Differentiable.Generators.Transforms.Adjoint.Keeping;

/// <summary>
/// How the reverse sweep gets to know which storage a variable stood for. Changed back, aliased or made again where that is possible; else the
/// storage stays until then, and a reference to it is stored. All that may share elements then stays, since a copy made again
/// would not be the same storage.
/// </summary>
internal sealed class KeptStorage(AdjointContext context, SavedElements saved, Placement placement)
{
    private readonly Dictionary<Variable, bool> _byReference = [];

    public Keep KeepOf(Variable storage)
    {
        Definition definition = context.Regions[storage];
        if (IsRotated(definition))
            return Keep.Rotated;
        if (!IsMade(definition))
            return MustBeReferenced(storage) ? Referenced(storage) : Keep.Recomputed;
        return IsKeptByReference(storage) ? Referenced(storage) : Keep.Remade;
    }

    /// <summary>Is a reference stored to some storage of the class?</summary>
    public bool IsKeptByReference(Variable storage)
    {
        Variable key = context.Classes.Of(storage);
        if (!_byReference.TryGetValue(key, out bool isKept))
            _byReference[key] = isKept = MembersOf(key).Any(MustBeReferenced);
        return isKept;
    }

    /// <summary>The storage variables that a loop carries from round to round.</summary>
    public IEnumerable<Variable> CarriedIn(Region loopBody) => context.Regions.Variables
        .Where(variable => variable.Type.IsStorage && context.Regions[variable] is { Kind: DefinitionKind.Carried } definition && definition.Region == loopBody)
        .OrderBy(variable => variable.Id);

    /// <summary>The storage variable whose place a carried one takes in the next round, if it takes one's.</summary>
    public Variable? SourceOf(Variable carried)
    {
        Expr? value = ((Assign)context.Regions[carried].Statement!).Value;
        Variable? source = null;
        while (value is Use use)
        {
            source = use.Variable;
            value = context.Regions.ValueOf(source);
        }
        return value is null ? source : null;
    }

    private IEnumerable<Variable> MembersOf(Variable key) => MembersOf(context, key);

    private static IEnumerable<Variable> MembersOf(AdjointContext context, Variable key) =>
        context.Regions.Variables.Where(variable => variable.Type.IsStorage && context.Classes.Of(variable) == key);

    /// <summary>Do the storage variables that the loop carries only change places? Then the reverse sweep can change them back.</summary>
    private bool IsRotated(Definition definition)
    {
        if (definition.Kind != DefinitionKind.Carried || !placement.HoldsAround(definition.Region))
            return false;
        List<Variable> carried = [.. CarriedIn(definition.Region)];
        return new HashSet<Variable?>(carried.Select(SourceOf)).SetEquals(carried);
    }

    /// <summary>Is it new storage of a kind that can be made again?</summary>
    private static bool IsMade(Definition definition) => definition is { Kind: DefinitionKind.Assigned, Statement: Assign { Value: NewStorage or CopyOf } };

    private bool MustBeReferenced(Variable storage)
    {
        if (placement.Holds(storage))
            return false;
        Definition definition = context.Regions[storage];
        return definition is { Kind: DefinitionKind.Assigned, Statement: Assign assign }
            ? (!CanBeMadeAgain(assign) || OutlivesRound(storage, definition.Region)) && !CanBeAliasedAgain(assign, definition.Region)
            : !IsRotated(definition);
    }

    /// <summary>May what is made in the region be seen behind it, through a variable or a jagged array that lives longer?</summary>
    private bool OutlivesRound(Variable storage, Region region)
    {
        Region frame = placement.Separated(region)!;
        return MembersOf(context.Classes.Of(storage))
            .Select(member => context.Regions[member])
            .Any(member => !member.Region.IsInside(frame) || member.Kind == DefinitionKind.Carried && member.Region == frame);
    }

    /// <summary>Rows are put into a jagged array, and a copy of one shares them: what they were shows only in itself.</summary>
    private static bool CanBeMadeAgain(Assign assign) => assign.Value switch
    {
        NewStorage made => made.Type is SpanType or ArrayType { ElementType.IsStorage: false },
        CopyOf copy => copy.Type is SpanType,
        _ => false,
    };

    /// <summary>Does the alias read nothing that changes before the reverse of the region around starts?</summary>
    private bool CanBeAliasedAgain(Assign assign, Region region)
    {
        Block around = placement.Separated(region)!.Block;
        return assign.Value is not (NewStorage or CopyOf) && assign.Value.DescendantsAndSelf().All(part => part switch
        {
            Opaque opaque => opaque.IsPure,
            Element { Type.IsStorage: true } row => !saved.ReplacesRowsIn(around, context.Classes.Of(row)),
            Element element => !saved.IsWrittenIn(around, context.Classes.Of(element.Storage)),
            Use use => !context.Regions.IsFinalOfInnerLoop(use.Variable, assign.Target),
            _ => true,
        });
    }

    /// <summary>A reference to an array, or to a part of the workspace.</summary>
    private Keep Referenced(Variable storage)
    {
        if (placement.AreHalves)
            throw new UnsupportedStorageException($"the array variable '{storage.Name}' of a forward half");
        RequireReference(context, storage);
        return Keep.Stored;
    }

    /// <summary>Requires that a reference to what the variable stands for can be stored. Where a span over anything else than the workspace lies cannot.</summary>
    public static void RequireReference(AdjointContext context, Variable storage)
    {
        Variable key = context.Classes.Of(storage);
        List<Variable> parameters = [.. context.Source.Parameters
            .Select(parameter => parameter.Variable)
            .Where(parameter => context.Classes.Of(parameter) == key && parameter.Type.IsVector)];
        if (parameters.Count > 0)
            throw new ParameterStorageException(parameters);
        if (storage.Type is SpanType && MembersOf(context, key).Any(member => member.Type is not SpanType))
            throw new UnsupportedStorageException($"{(storage.Role == VariableRole.Primal ? $"the span '{storage.Name}'" : "a span")} that lies in one array or another", PositionOf(context, storage));
    }

    /// <summary>Where the user's code sets the variable last.</summary>
    private static SourceSpan? PositionOf(AdjointContext context, Variable storage) => context.Body.DescendantStatements()
        .Where(statement => statement.Defines().Any(target => target.Name == storage.Name && target.Type.IsStorage))
        .Select(statement => statement.Position)
        .Where(position => position is not null)
        .OrderBy(position => position!.Value.Start)
        .LastOrDefault();
}
