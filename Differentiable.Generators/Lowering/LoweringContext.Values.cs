using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Structs;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering;

/// <summary>The variables of the method, and values that are kept in new ones.</summary>
internal sealed partial class LoweringContext
{
    private Dictionary<ISymbol, Variable> _shared = new(SymbolEqualityComparer.Default);
    private int _variables;
    private int _labels;

    public Variable NewVariable(string name, IrType type, VariableRole role = VariableRole.Primal) => new(_variables++, name, type, role);

    public int NewLabel() => _labels++;

    /// <summary>A temporary whose life starts here.</summary>
    public Variable NewTemporary(IrType type, string name = "t")
    {
        Variable temporary = NewVariable(name, type, VariableRole.Temporary);
        Add(new Declare(temporary));
        return temporary;
    }

    /// <summary>A temporary that holds this value. The elements of an inline array that lies in an element are named where they lie.</summary>
    public Use Save(Expr value, string name = "t")
    {
        if (InlineArrays.TryRow(value) is { } row)
            value = new View(row, value);
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
        StructLeaves.Contains(variable.Id) || (variable.Role != VariableRole.Temporary && IsReassigned(variable.Name, variable.Type));

    /// <summary>The same of a variable of that name: a struct may be changed by its members as well.</summary>
    public bool IsReassigned(string name, IrType type) => Reassignments.Contains(name) || (type is OpaqueType { IsStruct: true, IsIntegral: false } && Reassignments.AsksMembersOf(name));

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
}
