using System.Collections.Immutable;
using System.Text;

namespace Differentiable.Generators.Ir;

/// <summary>Structs in one piece, as C# text: where a member takes, gives or passes one on whole.</summary>
internal static class StructText
{
    private const string Runtime = "global::Differentiable.Runtime.";

    /// <summary>A struct made of its leaves; those that are missing are zero. An array of structs is asked for whole, by the path to it.</summary>
    public static Opaque Make(StructType type, Func<EquatableArray<string>, Expr?> leaf)
    {
        var text = new Builder();
        Write(text, type, [], leaf);
        return text.Build(TypeOf(type));
    }

    /// <summary>A leaf of a struct that a variable holds.</summary>
    public static Opaque Read(Expr whole, Leaf leaf) => new(leaf.Type, ["", PathTo(leaf)], [whole], IsPure: true);

    /// <summary>The same, where there may be arrays of structs on the way: what is read is then an array, of the leaf of each element.</summary>
    public static Opaque Read(Expr whole, StructType type, Leaf leaf)
    {
        (string before, string behind) = Around(type, leaf.Path);
        return new(leaf.Type, [before, behind], [whole], IsPure: true);
    }

    /// <summary>An array of structs like another, with the arrays of structs in them made in the same way.</summary>
    /// <param name="array">The other.</param>
    /// <param name="type">Its type.</param>
    /// <param name="leaf">What a leaf is, given what reads the element of the other, and the way to it; null for zero.</param>
    public static Opaque ForEach(Expr array, StructType type, Func<Expr, Leaf, Expr?> leaf)
    {
        (StructType each, string name) = (type.Each!, NameOf(type.Each!));
        Opaque element = new(TypeOf(each), ["element"], [], IsPure: true);
        Opaque made = each.Each is not null ? ForEach(element, each, leaf) : Make(each, path => StructType.At(each, path) switch
        {
            StructType inner => ForEach(Read(element, new(path, TypeOf(inner))), inner, leaf),
            var other => leaf(element, new(path, other) { IsInline = StructType.InlineAt(each, path) is not null }),
        });
        return new(TypeOf(type), [$"{Runtime}Leaves.{(type.Rank > 1 ? "InShape" : "Of")}<{name}, {name}>(", ", static element => ", ")"], [array, made], IsPure: true);
    }

    /// <summary>An inline array made of some of the elements of another array.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="elements">The array.</param>
    /// <param name="index">How many such arrays stand before it there.</param>
    public static Opaque MakeInline(StructType type, Expr elements, Expr index)
    {
        string element = NameOf(type.Fields[0].Type.Element!);
        return new(type, [$"{Runtime}InlineArrays.Make<{type.Name}, {element}>({Runtime}InlineArrays.Row<{element}>(", ", ", $", {type.InlineLength}))"], [elements, index], IsPure: true);
    }

    /// <summary>The elements of an inline array in a struct, as an array.</summary>
    public static Opaque CopyInline(Expr whole, StructType type, Leaf leaf)
    {
        StructType inline = StructType.InlineAt(type, leaf.Path)!;
        return new(leaf.Type, [$"{Runtime}InlineArrays.Elements<{inline.Name}, {NameOf(leaf.Type.Element!)}>(", $"{PathTo(leaf)})"], [whole], IsPure: true);
    }

    private static (string Before, string Behind) Around(StructType type, EquatableArray<string> path)
    {
        if (path.Count == 0)
            return ("", "");
        if (type.Rank > 1 && StructType.IsLength(path))
            return ("", $".{path[0]}");
        if (type.Each is { } each)
        {
            (string before, string behind) = Around(each, path);
            string method = StructType.InlineAt(each, path) is { } inline
                ? $"Elements<{NameOf(each)}, {inline.Name}, {NameOf(inline.Fields[0].Type.Element!)}>"
                : type.IsReadOnlySpan is null ? "Of" : $"Of<{NameOf(each)}, {NameOf(StructType.At(each, path))}>";
            return ($"{Runtime}Leaves.{method}(", $", static element => {before}element{behind})");
        }
        string field = path[0].Length > 0 ? "." + path[0] : "";
        if (type[path[0]].Type is not StructType inner)
            return ("", field);
        (string before2, string behind2) = Around(inner, path.Items.RemoveAt(0));
        return (before2, field + behind2);
    }

    /// <summary>The elements of an inline array in a variable, where they stand.</summary>
    public static Opaque ReadInline(Expr whole, Leaf leaf)
    {
        IrType element = leaf.Type.Element!;
        return new(new SpanType(element, IsReadOnly: true), [$"(global::System.ReadOnlySpan<{NameOf(element)}>)", PathTo(leaf)], [whole], IsPure: true);
    }

    private static string PathTo(Leaf leaf) => string.Concat(leaf.Path.Where(name => name.Length > 0).Select(name => "." + name));

    /// <summary>The value of a struct with one leaf replaced, for what cannot be assigned leaf by leaf.</summary>
    public static Opaque With(StructType type, Expr whole, EquatableArray<string> path, Expr value)
    {
        Field field = type[path[0]];
        EquatableArray<string> rest = path.Items.RemoveAt(0);
        Expr changed = rest.Count > 0 && field.Type is StructType inner ? With(inner, Read(whole, new([field.Name], TypeOf(inner))), rest, value) : value;
        if (type.IsNullable)
            return WithPart(type, whole, field, changed);
        if (field.Write != FieldWrite.None)
            return new(TypeOf(type), ["", $" with {{ {field.Name} = ", " }"], [whole, changed], IsPure: true);
        var text = new Builder();
        Write(text, type, _ => true, other => text.Hole(other == field ? changed : Read(whole, new([other.Name], other.Type))));
        return text.Build(TypeOf(type));
    }

    /// <summary>A value that may be missing with one of its parts replaced: whether it is there comes before what it is.</summary>
    private static Opaque WithPart(StructType type, Expr whole, Field field, Expr changed)
    {
        IrType value = type[StructType.ValueIfAny].Type is StructType inner ? TypeOf(inner) : type[StructType.ValueIfAny].Type;
        bool isPresence = field.Name == StructType.HasValue;
        Expr hasValue = isPresence ? changed : Read(whole, new([StructType.HasValue], IrType.Boolean));
        Expr present = isPresence ? Read(whole, new([StructType.ValueIfAny], value)) : changed;
        return new(TypeOf(type), ["(", " ? ", $" : default({type.Name}))"], [hasValue, present], IsPure: true);
    }

    /// <summary>Can the leaf be assigned where the struct lies in a variable? Through a property only as a whole.</summary>
    public static bool IsAssignable(IrType type, EquatableArray<string> path)
    {
        for (int i = 0; i < path.Count; i++)
        {
            Field field = ((StructType)type)[path[i]];
            if (field.Write < (i < path.Count - 1 ? FieldWrite.Assign : FieldWrite.Set))
                return false;
            type = field.Type;
        }
        return true;
    }

    public static OpaqueType TypeOf(StructType type) => new(NameOf(type));

    public static string NameOf(StructType type) => type.IsSingle ? $"global::System.ValueTuple<{NameOf(type.Fields[0].Type)}>"
        : type.IsTuple ? $"({string.Join(", ", type.Fields.Select(field => NameOf(field.Type)))})"
        : type.Name;

    /// <summary>A type as C# writes it.</summary>
    public static string NameOf(IrType type) => type switch
    {
        ScalarType { Kind: ScalarKind.Boolean } => "bool",
        ScalarType { Kind: ScalarKind.Int16 } => "short",
        ScalarType { Kind: ScalarKind.UInt16 } => "ushort",
        ScalarType { Kind: ScalarKind.Int32 } => "int",
        ScalarType { Kind: ScalarKind.UInt32 } => "uint",
        ScalarType { Kind: ScalarKind.Int64 } => "long",
        ScalarType { Kind: ScalarKind.UInt64 } => "ulong",
        ScalarType { Kind: ScalarKind.Single } => "float",
        TypeParameter parameter => parameter.Name,
        ScalarType scalar => scalar.Kind.ToString().ToLowerInvariant(),
        ArrayType array => $"{NameOf(array.ElementType)}[{new string(',', array.Rank - 1)}]",
        SpanType span => $"global::System.{(span.IsReadOnly ? "ReadOnlySpan" : "Span")}<{NameOf(span.ElementType)}>",
        OpaqueType opaque => opaque.Name,
        TensorType tensor => tensor.Name,
        StructType whole => NameOf(whole),
        _ => throw new InvalidOperationException($"{type} is no field's type."),
    };

    private static void Write(Builder text, StructType type, ImmutableArray<string> path, Func<EquatableArray<string>, Expr?> leaf)
    {
        if (type.Each is not null)
            text.Hole(leaf(path)!);
        else if (type.IsInline)
            WriteInline(text, type, leaf(path.Add("")));
        else if (type.IsNullable)
            WriteNullable(text, type, path, leaf);
        else
            WriteFields(text, type, path, leaf);
    }

    /// <summary>An inline array is made of a span of its elements.</summary>
    private static void WriteInline(Builder text, StructType type, Expr? elements)
    {
        text.Text(elements is null ? $"default({type.Name})" : $"{Runtime}InlineArrays.Make<{type.Name}, {NameOf(type.Fields[0].Type.Element!)}>(");
        if (elements is null)
            return;
        text.Hole(elements);
        text.Text(")");
    }

    /// <summary>A value that may be missing; where nothing says whether it is, it is there.</summary>
    private static void WriteNullable(Builder text, StructType type, ImmutableArray<string> path, Func<EquatableArray<string>, Expr?> leaf)
    {
        Expr hasValue = leaf(path.Add(StructType.HasValue)) ?? Constant.Of(true);
        bool isThere = hasValue is Constant { Value: true };
        text.Text(isThere ? $"(({type.Name})(" : "(");
        if (!isThere)
        {
            text.Hole(hasValue);
            text.Text(" ? ");
        }
        ImmutableArray<string> at = path.Add(StructType.ValueIfAny);
        if (type[StructType.ValueIfAny].Type is StructType value)
            Write(text, value, at, leaf);
        else
            text.Hole(leaf(at)!);
        text.Text(isThere ? "))" : $" : default({type.Name}))");
    }

    private static void WriteFields(Builder text, StructType type, ImmutableArray<string> path, Func<EquatableArray<string>, Expr?> leaf) =>
        Write(text, type, field => IsGiven(field, path.Add(field.Name), leaf), field =>
        {
            ImmutableArray<string> at = path.Add(field.Name);
            if (!IsGiven(field, at, leaf))
                text.Text("default");
            else if (field.Type is StructType inner)
                Write(text, inner, at, leaf);
            else
                text.Hole(leaf(at)!);
        });

    private static bool IsGiven(Field field, ImmutableArray<string> at, Func<EquatableArray<string>, Expr?> leaf) => field.Type is StructType { Each: null } inner
        ? inner.Fields.Any(below => IsGiven(below, at.Add(below.Name), leaf))
        : leaf(at) is not null;

    /// <summary>A tuple, a call of the constructor, or <c>default</c> with every field initialized.</summary>
    private static void Write(Builder text, StructType type, Func<Field, bool> isGiven, Action<Field> write)
    {
        IEnumerable<Field> positional = type.IsTuple ? type.Fields : type.Constructor.Select(index => type.Fields[index]);
        bool isPositional = type.IsTuple || type.Constructor.Count > 0;
        string start = type.IsSingle ? $"new {NameOf(type)}(" : type.IsTuple ? "(" : isPositional ? $"new {type.Name}(" : type.StartsFromCode ? $"default({type.Name}) with {{ " : $"new {type.Name} {{ ";
        text.Text(start);
        string separator = "";
        foreach (Field field in isPositional ? positional : type.Fields.Where(isGiven))
        {
            text.Text(isPositional ? separator : $"{separator}{field.Name} = ");
            write(field);
            separator = ", ";
        }
        text.Text(isPositional ? ")" : " }");
    }

    /// <summary>Puts pieces of text and holes together.</summary>
    private sealed class Builder
    {
        private readonly List<string> _pieces = [];
        private readonly List<Expr> _holes = [];
        private readonly StringBuilder _piece = new();

        public void Text(string text) => _piece.Append(text);

        public void Hole(Expr expression)
        {
            _holes.Add(expression);
            _pieces.Add(_piece.ToString());
            _piece.Clear();
        }

        public Opaque Build(IrType type) => new(type, [.. _pieces, _piece.ToString()], _holes, IsPure: true);
    }
}
