using System.Reflection;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Testing;

/// <summary>A differentiable function as the harness sees it: what it takes, what it gives, and how it is sampled.</summary>
internal sealed class CorpusFunction(MethodInfo method)
{
    private const int DefaultSamples = 2;

    private bool? _writesStorage;

    public MethodInfo Method { get; } = method;

    public string Name { get; init; } = $"{TypeName(method.DeclaringType!)}.{method.Name}";

    public IReadOnlyList<CorpusParameter> Parameters { get; } = [.. method.GetParameters().Select(p => new CorpusParameter(p))];

    public Type ReturnType => Method.ReturnType;

    public IEnumerable<CorpusParameter> ActiveInputs => Parameters.Where(p => p.IsActive && p.IsInput);

    public IEnumerable<CorpusParameter> ActiveOutputs => Parameters.Where(p => p.IsActive && p.IsOutput);

    /// <summary>Is there a gradient: one real result and none through a reference?</summary>
    public bool HasGradient => RealTypes.IsReal(ReturnType) && !Parameters.Any(p => p.IsScalarReference || p is { HoldsArrays: true, IsRef: true });

    /// <summary>Is this derivative written? All of them are, unless the function asks for less.</summary>
    public bool Has(Derivatives derivatives) => ((Method.GetCustomAttribute<DifferentiableAttribute>()?.Derivatives ?? Derivatives.All) & derivatives) != 0;

    public bool HasDestinations => Parameters.Any(p => p.IsActive && p.IsStorage);

    /// <summary>Does it write storage that it is given, in any sample?</summary>
    public bool WritesStorage => _writesStorage ??= Enumerable.Range(0, SampleCount).Select(Sample).Any(arguments =>
    {
        object?[] after = Run(arguments).Arguments;
        return Parameters.Any(p => p.IsStorage && (p is { HoldsArrays: true, IsRef: true } || !Bits.Of(arguments[p.Position]).SequenceEqual(Bits.Of(after[p.Position]))));
    });

    public bool IsFlat => Method.IsDefined(typeof(FlatAttribute));

    /// <summary>Does its gradient jump close to samples?</summary>
    public bool HasKinks => Method.IsDefined(typeof(KinksAttribute));

    public bool RoundsDifferently => Method.IsDefined(typeof(RoundsDifferentlyAttribute));

    public bool MayAllocate => Method.IsDefined(typeof(AllocatesAttribute)) || ReturnsStorage(ReturnType);

    public double Tolerance => Precision.Tolerance();

    public Precision Precision => Holds(typeof(Half)) ? Precision.Half
        : Holds(typeof(float)) || Method.IsDefined(typeof(SinglePrecisionAttribute)) ? Precision.Single
        : Precision.Double;

    public int SampleCount => Math.Max(
        Method.GetCustomAttribute<SamplesAttribute>()?.Count ?? DefaultSamples,
        Parameters.Select(p => p.Sampling.VariantCount).DefaultIfEmpty(1).Max());

    public object?[] Sample(int index) => new Sampler(this, index).Arguments();

    /// <summary>Runs the function on copies of the arguments.</summary>
    public Primal Run(object?[] arguments)
    {
        object?[] final = Reals.Copy(arguments);
        object? result = Invoker.Invoke(Method, final);
        return new(this, result, final);
    }

    public override string ToString() => Name;

    private bool Holds(Type scalar) => Parameters.Select(p => p.Type).Append(ReturnType).Any(type => RealTypes.Holds(type, scalar));

    private static bool ReturnsStorage(Type type) =>
        type.IsArray || RealTypes.HoldsArrays(type) || Tuples.IsTuple(type) && Tuples.ItemTypes(type).Any(ReturnsStorage);

    private static string TypeName(Type type)
    {
        string name = type.Name.Split('`')[0];
        return type.DeclaringType is { } outer ? $"{TypeName(outer)}.{name}" : name;
    }
}
