using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Members;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>Runs the function on copies of what it writes, only to know how long its result is.</summary>
internal sealed class PrimalRun(AdjointContext context, JacobianShape shape)
{
    private readonly Function _function = context.Source;
    private readonly List<Statement> _before = [];

    /// <param name="inputs">What is there to run it on, structs whole.</param>
    /// <param name="values">Receive its result.</param>
    public List<Statement> Of(IEnumerable<MemberParameter> inputs, Variable[] values)
    {
        Queue<MemberParameter> left = new(inputs.Where(input => input.IsPassed));
        Queue<Parameter> declared = new(Declared());
        List<string> text = [""];
        List<Expr> arguments = [];
        if (_function.IsOnStruct)
        {
            arguments.Add(Argument(declared.Dequeue(), left.Dequeue()));
            text.Add(".");
        }
        Write(_function.Name + _function.TypeArguments + "(");
        string separator = "";
        foreach (Parameter parameter in declared)
        {
            Write(separator + (parameter.WholeMode switch { PassingMode.Ref => "ref ", PassingMode.Out => "out _", _ => "" }));
            separator = ", ";
            if (parameter.WholeMode == PassingMode.Out)
                continue;
            arguments.Add(Argument(parameter, left.Dequeue()));
            text.Add("");
        }
        Write(")");
        return [.. _before, .. Take(values, new(values[0].Type, text.ToEquatableArray(), arguments.ToEquatableArray(), IsPure: false))];

        void Write(string piece) => text[text.Count - 1] += piece;
    }

    /// <summary>The parameters as they are declared: of each struct the first leaf.</summary>
    private IEnumerable<Parameter> Declared() => _function.Parameters.Where(parameter => parameter.IsPassed)
        .GroupBy(parameter => parameter.DeclaredName)
        .Select(group => group.First());

    /// <summary>Takes the arrays out of a result.</summary>
    private IEnumerable<Statement> Take(Variable[] values, Opaque result)
    {
        if (_function.Result.Parts.Count == 0 || _function.Result.Parts[0] is not { } part)
            return [new Assign(values[0], result)];
        Variable whole = context.Supply.New("value", new OpaqueType(part.TypeName), VariableRole.Helper);
        IEnumerable<Statement> reads = Enumerable.Range(0, values.Length).Where(i => shape.CountOf(i) is null)
            .Select(i => new Assign(values[i], StructText.Read(new Use(whole), part.Type, new(_function.Result.Parts[i]!.Path, values[i].Type))));
        return [new Assign(whole, result with { Type = whole.Type }), .. reads];
    }

    /// <summary>What is passed by reference is a variable that nothing else reads.</summary>
    private Expr Argument(Parameter parameter, MemberParameter input)
    {
        Expr value = Value(input);
        if (parameter.WholeMode != PassingMode.Ref)
            return value;
        Variable copy = context.Supply.New(input.Variable.Name + "Copy", input.Variable.Type, VariableRole.Helper);
        _before.Add(new Assign(copy, new Opaque(copy.Type, ["", ""], [value], IsPure: false)));
        return new Use(copy);
    }

    private Expr Value(MemberParameter input)
    {
        if (_function.Parameters.FirstOrDefault(parameter => parameter.Variable == input.Variable) is { IsMutated: true, Type.IsStorage: true } written)
            return Copy(written);
        Parameter[] arrays = [.. _function.Parameters.Where(parameter => parameter is { IsMutated: true, InlineMode: null, Type.IsStorage: true } && parameter.Part?.Whole == input.Variable.Name)];
        return arrays.Length == 0 ? new Use(input.Variable) : WithCopies(input.Variable, arrays);
    }

    /// <summary>A struct with copies of the arrays that the function writes.</summary>
    private Opaque WithCopies(Variable whole, Parameter[] arrays)
    {
        Part part = arrays[0].Part!;
        if (part.Type.Each is not null)
            return WithCopies(new Use(whole), part.Type);
        Dictionary<EquatableArray<string>, Expr> copies = arrays.ToDictionary(array => array.Part!.Path, array => (Expr)Copy(array));
        return StructText.Make(part.Type, path => copies.TryGetValue(path, out Expr? copy) ? copy
            : StructType.At(part.Type, path) is StructType { Each: not null } inner ? WithCopies(StructText.Read(new Use(whole), new(path, StructText.TypeOf(inner))), inner)
            : StructText.Read(new Use(whole), new(path, StructType.At(part.Type, path))));
    }

    /// <summary>An array of structs with copies of all arrays in it.</summary>
    private static Opaque WithCopies(Expr array, StructType type) => StructText.ForEach(array, type, (element, leaf) => leaf.IsInline ? StructText.CopyInline(element, type.Each!, leaf)
        : leaf.Type is ArrayType storage
        ? new Opaque(storage, [$"({StructText.NameOf(storage)}?)", "?.Clone()"], [StructText.Read(element, leaf)], IsPure: true)
        : StructText.Read(element, leaf));

    private Use Copy(Parameter written)
    {
        IrType type = written.Type is SpanType span ? new ArrayType(span.ElementType, 1) : written.Type;
        Variable copy = context.Supply.New(written.Name + "Copy", type, VariableRole.Helper);
        _before.Add(new Assign(copy, (type.IsVector || type is ArrayType { Rank: > 1 }, written.MayBeNull) switch
        {
            (true, true) => new Opaque(type, [$"({RuntimeCalls.TypeText(type)}?)", "?.Clone()"], [new Use(written.Variable)], IsPure: false),
            (true, false) => new CopyOf(type, new Use(written.Variable)),
            _ => new Opaque(type, [$"Lanes.{RuntimeCalls.NameFor("Copy", type)}(", ")"], [new Use(written.Variable)], IsPure: false),
        }));
        return new(copy);
    }
}
