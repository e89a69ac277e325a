using System.Text.RegularExpressions;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Generators.Emit;

/// <summary>
/// Names of types as C# writes them: short ones, or from <c>global::</c> on when the place that they are written to gives the short ones
/// another meaning. Methods of the type that is written to go by their simple names.
/// </summary>
internal sealed class TypeNames
{
    private const string Root = "global::";
    private const string Intrinsics = "System.Runtime.Intrinsics";
    private const string CompilerServices = "System.Runtime.CompilerServices";
    private const string Numerics = "System.Numerics";
    private const string Tensors = "Differentiable.Tensors";
    private const string MakerOfInlineArrays = Root + "Differentiable.Runtime.InlineArrays.Make";

    /// <summary>The types that have short names, with their namespaces. Lowering looks whether a short name means something else.</summary>
    private static readonly Dictionary<string, string> s_namespaces = new()
    {
        ["Math"] = "System",
        ["MathF"] = "System",
        ["Span"] = "System",
        ["ReadOnlySpan"] = "System",
        ["Array"] = "System",
        ["Half"] = "System",
        ["ArgumentException"] = "System",
        ["Destination"] = "Differentiable.Runtime",
        ["InlineArrays"] = "Differentiable.Runtime",
        ["Lanes"] = "Differentiable.Runtime",
        ["Shadow"] = "Differentiable.Runtime",
        ["Shape"] = Tensors,
        ["Tensor"] = Tensors,
        ["TensorPullbacks"] = Tensors,
        ["ValueStack"] = "Differentiable.Runtime",
        ["Workspace"] = "Differentiable.Runtime",
        ["Vector128"] = Intrinsics,
        ["Vector256"] = Intrinsics,
        ["CheckpointSchedule"] = "Differentiable.Runtime",
        ["MethodImpl"] = CompilerServices,
        ["MethodImplOptions"] = CompilerServices,
        ["INumberBase"] = Numerics,
        ["INumber"] = Numerics,
        ["IFloatingPoint"] = Numerics,
        ["IFloatingPointIeee754"] = Numerics,
        ["IBinaryFloatingPointIeee754"] = Numerics,
        ["IFloatingPointConstants"] = Numerics,
        ["IRootFunctions"] = Numerics,
        ["IPowerFunctions"] = Numerics,
        ["IExponentialFunctions"] = Numerics,
        ["ILogarithmicFunctions"] = Numerics,
        ["ITrigonometricFunctions"] = Numerics,
        ["IHyperbolicFunctions"] = Numerics,
    };

    private static readonly Regex s_typeName = new(
        @"\b(?:class|struct|record|interface)\s+(?!class\b|struct\b)([^\s:({,]+(?:\s*,\s*[^\s:({,]+)*)", RegexOptions.CultureInvariant);

    private static readonly Regex s_variance = new(@"(?<=[<,]\s*)(?:in|out)\s", RegexOptions.CultureInvariant);

    private static readonly Regex s_shortName = new(@"^(new )?([A-Za-z_]\w*)(?=[.<(]|$)", RegexOptions.CultureInvariant);
    private static readonly Regex s_fullName = new(@"^(new )?global::(System\.Numerics|System|Differentiable\.Runtime|Differentiable\.Tensors)\.(\w+)(?=[.<(]|$)", RegexOptions.CultureInvariant);
    private static readonly Regex s_halfAsArgument = new(@"(?<=\w<)Half(?=[>\[])", RegexOptions.CultureInvariant);

    /// <summary>The type of several numbers as a type argument.</summary>
    private static readonly Regex s_wideArgument = new(@"([<,]\s*)(Vector(?:128<float>|256<double>))", RegexOptions.CultureInvariant);

    private static readonly Regex s_call = new(@"\G\w+(?=[(<])", RegexOptions.CultureInvariant);

    /// <summary>The user's types that have a name of their own here, wherever they stand in a text.</summary>
    private readonly Regex? _visible;

    private readonly Dictionary<string, string> _visibleNames;
    private readonly string _ownType;
    private readonly HashSet<string> _parameters;
    private readonly bool _inFull;
    private readonly bool _isOutlined;
    private readonly bool _isWide;
    private readonly bool _isNumeric;
    private readonly bool _hasTensors;

    public TypeNames(MemberFile file)
    {
        Container container = file.Source.Container;
        IEnumerable<string> types = container.Types.Select(header => s_typeName.Match(s_variance.Replace(header, "")).Groups[1].Value);
        _ownType = Root + string.Join(".", types.Prepend(container.Namespace).Where(name => name.Length > 0)) + ".";
        _parameters = [.. file.AllMembers.SelectMany(member => member.Parameters).Select(parameter => parameter.Variable.Name)];
        _hasTensors = file.Source.HasTensors;
        _inFull = container.HidesSystemNames || _hasTensors && container.HidesTensorNames || _parameters.Overlaps(Known);
        _visibleNames = container.VisibleTypes.ToDictionary(type => type.FullName, type => type.Name);
        if (!_inFull)
        {
            foreach (string name in _hasTensors ? new[] { "Tensor", "Shape" } : [])
                _visibleNames[$"{Root}{Tensors}.{name}"] = name;
            IEnumerable<string> names = _visibleNames.Keys.OrderByDescending(name => name.Length).Select(Regex.Escape);
            _visible = new($@"(?:{string.Join("|", names.Append(Regex.Escape(MakerOfInlineArrays)))})(?![\w.:])", RegexOptions.CultureInvariant);
            _visibleNames[MakerOfInlineArrays] = MakerOfInlineArrays.Substring($"{Root}Differentiable.Runtime.".Length);
        }
        _isWide = file.AllMembers.Any(member => member.Parameters.Any(parameter => parameter.Variable.Type.IsWide));
        _isOutlined = file.AllMembers.Any(member => member.Body.Statements.LastOrDefault() is Outlined);
        _isNumeric = file.Source.TypeParameters.SelectMany(parameter => parameter.Constraints).Any(text => text.StartsWith($"{Root}{Numerics}.", StringComparison.Ordinal));
    }

    /// <summary>The short names that emitted code may use without saying where they come from.</summary>
    public static IEnumerable<string> Known => s_namespaces.Keys;

    /// <summary>The namespaces to import for the short names; none when names are written in full.</summary>
    public IEnumerable<string> Imports => _inFull
        ? _hasTensors ? [Tensors] : []
        : [.. new[] { "System", _isNumeric ? Numerics : "", _isOutlined ? CompilerServices : "", _isWide ? Intrinsics : "", "Differentiable.Runtime", _hasTensors ? Tensors : "" }.Where(name => name.Length > 0)];

    /// <summary>The text with the type that it starts with named as it is named here.</summary>
    public string Adapt(string text)
    {
        if (text.StartsWith(_ownType, StringComparison.Ordinal) && IsCall(text, _ownType.Length))
            return text.Substring(_ownType.Length);
        return _visible is null ? InFull(text) : InShort(text.Contains(Root) ? _visible.Replace(text, name => _visibleNames[name.Value]) : text);
    }

    /// <summary>A parameter would hide a field of the same name without a word.</summary>
    private bool IsCall(string text, int start) =>
        s_call.Match(text, start) is { Success: true } name && !_parameters.Contains(name.Value);

    private static string InFull(string text)
    {
        text = s_halfAsArgument.Replace(text, Root + "System.Half");
        Match match = s_shortName.Match(text);
        return match.Success && s_namespaces.TryGetValue(match.Groups[2].Value, out string space)
            ? $"{match.Groups[1].Value}{Root}{space}.{s_wideArgument.Replace(text.Substring(match.Groups[1].Length), $"$1{Root}{Intrinsics}.$2")}"
            : s_wideArgument.Replace(text, $"$1{Root}{Intrinsics}.$2");
    }

    private string InShort(string text)
    {
        Match match = s_fullName.Match(text);
        return match.Success && s_namespaces.TryGetValue(match.Groups[3].Value, out string space) && space == match.Groups[2].Value
            && (_isNumeric || space != Numerics)
            && (_hasTensors || space != Tensors)
            ? match.Groups[1].Value + text.Substring(match.Groups[3].Index)
            : text;
    }

    public string Of(IrType type) => type switch
    {
        ScalarType { IsWide: true } wide => Adapt(CpuSpellings.TypeOfSeveral(wide.Kind)),
        ScalarType scalar => Adapt(ScalarNames.Of(scalar)),
        ArrayType array => Innermost(array) + Ranks(array),
        SpanType span => Adapt($"{(span.IsReadOnly ? "ReadOnlySpan" : "Span")}<{Of(span.ElementType)}>"),
        OpaqueType opaque => Adapt(opaque.Name),
        TensorType tensor => Adapt(tensor.Name),
        StructType { IsTuple: false } whole => Adapt(whole.Name),
        StructType { IsSingle: true } single => Adapt(StructText.NameOf(single)),
        StructType tuple => $"({string.Join(", ", tuple.Fields.Select(field => Of(field.Type)))})",
        _ => throw new InvalidOperationException($"Unknown type {type}."),
    };

    /// <summary>Of a variable that starts with a value: that of an adjoint which is null to begin with says that it may be.</summary>
    public string Of(IrType type, Expr? value) => value is Constant && type is TensorType ? Of(type) + "?" : Of(type);

    /// <summary>Of the result: <c>void</c>, a type, or a tuple type.</summary>
    public string Of(ReturnShape result) => result switch
    {
        { IsVoid: true } => "void",
        { IsTuple: false } => Of(result.Components[0]),
        _ => $"({string.Join(", ", result.Components.Select((type, i) => Component(type, result.Names[i], i)))})",
    };

    /// <summary><c>double[3][]</c>: the creation of storage with the given lengths in its outermost dimensions.</summary>
    public string Sized(IrType type, string lengths)
    {
        ArrayType array = type as ArrayType ?? new(type.Element!, 1);
        return $"{Innermost(array)}[{lengths}]{(array.ElementType is ArrayType inner ? Ranks(inner) : "")}";
    }

    private string Component(IrType type, string name, int index) =>
        name.Length == 0 || name == $"Item{index + 1}" ? Of(type) : $"{Of(type)} {Names.Escape(name)}";

    private string Innermost(ArrayType array) => array.ElementType is ArrayType inner ? Innermost(inner) : Of(array.ElementType);

    private static string Ranks(ArrayType array) =>
        $"[{new string(',', array.Rank - 1)}]{(array.ElementType is ArrayType inner ? Ranks(inner) : "")}";
}
