using System.Numerics;
using System.Reflection;
using System.Runtime.Loader;
using Differentiable.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Tests.Lowering;

/// <summary>The mirrors of the structs of System.Numerics compute what those do.</summary>
public class MirrorTests
{
    private static readonly Lazy<Assembly> s_mirrors = new(Load);

    /// <summary>Those of structs; LINQ and lists have other types than their mirrors, and are compared with them by the functions of the corpus.</summary>
    public static TheoryData<string> Types => [.. Repository.SourceFiles("Differentiable.Generators/Mirrors")
        .Select(path => Path.GetFileName(path).Split('.')[0]).Distinct().Where(type => s_mirrors.Value.GetType("System.Numerics." + type) is not null)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Each_static_function_and_operator_agrees_with_the_real_one(string type)
    {
        Type mirror = s_mirrors.Value.GetType("System.Numerics." + type)!, real = typeof(Vector3).Assembly.GetType("System.Numerics." + type) ?? typeof(Complex).Assembly.GetType("System.Numerics." + type)!;
        int compared = 0;
        foreach (MethodInfo function in mirror.GetMethods(BindingFlags.Static | BindingFlags.Public))
        {
            MethodInfo? other = real.GetMethods(BindingFlags.Static | BindingFlags.Public).FirstOrDefault(candidate => Key(candidate) == Key(function));
            if (other is null || function.Name == "ConditionalSelect" || function.GetParameters().Any(parameter => parameter.ParameterType.IsByRefLike))
                continue; // a property there is a field here; numbers are no masks; spans cannot be given by reflection
            using IEnumerator<double> numbers = Ascending(new(1)).GetEnumerator();
            object?[] arguments = [.. function.GetParameters().Select(parameter => Make(parameter.ParameterType, numbers))];
            object?[] others = [.. other.GetParameters().Select((parameter, i) => Convert(arguments[i], parameter.ParameterType))];
            double[] expected = [.. Numbers(other.Invoke(null, others)), .. Reals.OfAll(others)];
            double[] actual = [.. Numbers(function.Invoke(null, arguments)), .. Reals.OfAll(arguments)];
            double tolerance = real == typeof(Complex) ? 1e-13 : function.Name == "Invert" || Key(function) == "Plane Transform(Plane, Matrix4x4)" ? 1e-3 : 2e-5;
            Agreement.Close(expected, actual, tolerance, $"{type}.{Key(function)}");
            compared++;
        }
        Assert.True(compared > 3, $"{type} has {compared} functions");
    }

    /// <summary>The numbers of a result; masks, whose bits are all set, are none.</summary>
    private static IEnumerable<double> Numbers(object? result) => Reals.Of(result).Select(number => double.IsNaN(number) ? -1 : number);

    private static string Key(MethodInfo method) =>
        $"{method.ReturnType.Name} {method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name))})";

    /// <summary>The near plane comes before the far one.</summary>
    private static IEnumerable<double> Ascending(Random random) => Enumerable.Range(0, int.MaxValue).Select(i => 0.4 + 0.05 * i + 0.04 * random.NextDouble());

    private static object? Make(Type type, IEnumerator<double> numbers) => type.IsByRef
        ? Activator.CreateInstance(type.GetElementType()!)
        : Reals.Refill(Activator.CreateInstance(type), numbers);

    /// <summary>The same numbers in the type of the other assembly.</summary>
    private static object? Convert(object? value, Type type)
    {
        if (type.IsByRef)
            type = type.GetElementType()!;
        return Reals.Refill(type.IsPrimitive ? value : Activator.CreateInstance(type), Reals.Of(value).ToList().GetEnumerator());
    }

    private static Assembly Load()
    {
        IEnumerable<SyntaxTree> trees = Repository.SourceFiles("Differentiable.Generators/Mirrors").Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path));
        MetadataReference[] references = [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)];
        CSharpCompilation compilation = CSharpCompilation.Create("Mirrors", [CSharpSyntaxTree.ParseText("global using System;"), .. trees], references, new(OutputKind.DynamicallyLinkedLibrary));
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()));
        image.Position = 0;
        return new AssemblyLoadContext(nameof(MirrorTests)).LoadFromStream(image);
    }
}
