using System.Reflection;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Tests.Rules;

/// <summary>Every spelled function exists in .NET, and is the one that the user called under whatever name.</summary>
public class SpellingTests
{
    private static readonly double[] Specials =
    [
        0, -0.0, 1, -1, 0.5, -0.5, 1.5, 2, 2.5, -2.5, 3, 1e-300, -1e-300, 1e300, 1e-40, 4e-324, 0.1, 0.7, -0.3, 20, 100.25,
        double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue,
    ];

    /// <summary>The operations that are spelled as a function, with a type.</summary>
    public static TheoryData<string, string> Functions
    {
        get
        {
            TheoryData<string, string> functions = [];
            foreach (Op op in Enum.GetValues<Op>().Where(op => Spelling.Of(op, IrType.Double).Kind == SpellingKind.Function))
            {
                functions.Add(op.ToString(), "double");
                functions.Add(op.ToString(), "float");
            }
            return functions;
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Function_ExistsWithItsSignature(string name, string type)
    {
        Op op = RuleSamples.Parse(name);
        Type real = RealType(type);
        MethodInfo? method = Intrinsics.Find(Spelling.Of(op, TypeOf(real)).Text, Parameters(op, real));
        Assert.NotNull(method);
        Assert.Equal(Result(op, real), method.ReturnType);
    }

    [Theory]
    [InlineData(nameof(Op.Abs), 1)]
    [InlineData(nameof(Op.Sign), 1)]
    [InlineData(nameof(Op.Min), 2)]
    [InlineData(nameof(Op.Max), 2)]
    [InlineData(nameof(Op.Clamp), 3)]
    public void Function_OfIntegersExists(string name, int operands)
    {
        Op op = RuleSamples.Parse(name);
        Assert.NotNull(Intrinsics.Find(Spelling.Of(op, IrType.Int32).Text, [.. Enumerable.Repeat(typeof(int), operands)]));
        Assert.NotNull(Intrinsics.Find(Spelling.Of(op, IrType.Int64).Text, [.. Enumerable.Repeat(typeof(long), operands)]));
    }

    /// <summary>The primal is emitted under the spelled name: it must have the bits of the user's call under any other name.</summary>
    [Theory]
    [MemberData(nameof(Functions))]
    public void Synonyms_AreTheSameFunctionToTheBit(string name, string type)
    {
        Op op = RuleSamples.Parse(name);
        Type real = RealType(type);
        MethodInfo spelled = Intrinsics.Find(Spelling.Of(op, TypeOf(real)).Text, Parameters(op, real))!;
        foreach (MethodInfo synonym in Synonyms(op, spelled.Name, real))
        {
            foreach (object[] arguments in Arguments(Parameters(op, real)))
            {
                bool isSame = Equals(Bits(Outcome(spelled, arguments)), Bits(Outcome(synonym, arguments)));
                Assert.True(isSame, $"{synonym.DeclaringType}.{synonym.Name}({string.Join(", ", arguments)}) differs");
            }
        }
    }

    /// <summary>
    /// <c>double.Clamp</c> is no synonym of <c>Math.Clamp</c>: it orders zeros by their sign and passes on NaN bounds, as a maximum and a
    /// minimum do.
    /// </summary>
    [Fact]
    public void ClampOnTheType_IsAMaximumAndAMinimum()
    {
        foreach (object[] v in Arguments([typeof(double), typeof(double), typeof(double)]))
        {
            (double x, double low, double high) = ((double)v[0], (double)v[1], (double)v[2]);
            if (!(low > high))
                Assert.Equal(Bits(Math.Min(Math.Max(x, low), high)), Bits(double.Clamp(x, low, high)));
        }
    }

    [Fact]
    public void Spelling_FollowsThePrecision()
    {
        Assert.Equal("Math.Sin", Spelling.Of(Op.Sin, IrType.Double).Text);
        Assert.Equal("MathF.Sin", Spelling.Of(Op.Sin, IrType.Single).Text);
        Assert.Equal("float.SinPi", Spelling.Of(Op.SinPi, IrType.Single).Text);
        Assert.Equal("Math.Clamp", Spelling.Of(Op.Clamp, IrType.Single).Text);
        Assert.Equal("float.Clamp", Spelling.Of(Op.ClampOnType, IrType.Single).Text);
        Assert.Equal("Math.Max", Spelling.Of(Op.Max, IrType.Int32).Text);
    }

    [Theory]
    [MemberData(nameof(RuleSamples.Everything), MemberType = typeof(RuleSamples))]
    public void EveryOperation_HasASpelling(string name)
    {
        Spelling spelling = Spelling.Of(RuleSamples.Parse(name), IrType.Double);
        Assert.Equal(spelling.Kind == SpellingKind.Operand, spelling.Text.Length == 0);
    }

    private static IEnumerable<MethodInfo> Synonyms(Op op, string name, Type real)
    {
        Type[] homes = op == Op.Clamp ? [typeof(Math)] : op == Op.ClampOnType ? [real] : [typeof(Math), typeof(MathF), real];
        string[] names = op == Op.Ieee754Remainder ? [name, "Ieee754Remainder"] : [name];
        return homes
            .SelectMany(home => names.Select(candidate => Intrinsics.Find(home, candidate, Parameters(op, real))))
            .OfType<MethodInfo>();
    }

    /// <summary>What a call returns, or the type of what it throws (<c>Clamp</c> with crossed bounds, <c>Sign</c> of NaN).</summary>
    private static object Outcome(MethodInfo method, object[] arguments)
    {
        try
        {
            return method.Invoke(null, arguments)!;
        }
        catch (TargetInvocationException exception)
        {
            return exception.InnerException!.GetType();
        }
    }

    private static object Bits(object value) => value switch
    {
        double number => BitConverter.DoubleToInt64Bits(number),
        float number => BitConverter.SingleToInt32Bits(number),
        _ => value,
    };

    private static IEnumerable<object[]> Arguments(Type[] parameters) =>
        parameters.Aggregate(
            (IEnumerable<object[]>)[[]],
            (tuples, parameter) => tuples.SelectMany(tuple => Values(parameter).Select(value => (object[])[.. tuple, value])));

    private static IEnumerable<object> Values(Type type) =>
        type == typeof(int) ? [0, 1, 2, 3, 5]
        : type == typeof(float) ? Specials.Select(value => (object)(float)value)
        : Specials.Cast<object>();

    private static Type[] Parameters(Op op, Type real)
    {
        EquatableArray<Interval> box = Rule.For(op).Domain.Box;
        return op == Op.RoundDigits ? [real, typeof(int)]
            : box.Count == 0 ? [real]
            : [.. box.Select(interval => interval.IsWhole ? typeof(int) : real)];
    }

    private static Type Result(Op op, Type real) => op switch
    {
        Op.Sign or Op.ILogB => typeof(int),
        >= Op.IsNaN and <= Op.IsPositive => typeof(bool),
        _ => real,
    };

    private static Type RealType(string name) => name == "float" ? typeof(float) : typeof(double);

    private static IrType TypeOf(Type real) => real == typeof(float) ? IrType.Single : IrType.Double;
}
