using System.Reflection;
using Differentiable.Generators.Emit;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Ir.Verification;
using Differentiable.Tests.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace Differentiable.Tests.Emit;

/// <summary>Emitted code does what the intermediate representation says, to the bit.</summary>
public class RandomProgramTests
{
    private const int Programs = 80;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Emitted_code_computes_what_the_representation_means(int seed)
    {
        RandomPrograms[] programs = [.. Enumerable.Range(0, Programs).Select(i => new RandomPrograms((seed * Programs) + i))];
        Assert.All(programs, program => Assert.Empty(Verifier.Violations(program.Body, program.Parameters, Stage.Members)));
        string text = Emitter.Emit(FileOf(programs));
        Type model = Load(text);
        for (int i = 0; i < programs.Length; i++)
        {
            MethodInfo method = model.GetMethod($"G{i}")!;
            foreach (int n in new[] { 0, 1, 3 })
            {
                double[] expectedArray = [0.5, -1, 2, 3], actualArray = [.. expectedArray];
                object? expected = Interpreter.Run(programs[i].Body, programs[i].Parameters, [0.7, -1.3, n, expectedArray]);
                object? actual = method.Invoke(null, [0.7, -1.3, n, actualArray]);
                bool agree = Bits([.. expectedArray, (double)expected!]).SequenceEqual(Bits([.. actualArray, (double)actual!]));
                Assert.True(agree, $"G{i}: {expected} but {actual}\n{Printer.Print(programs[i].Body)}\n{text}");
            }
        }
    }

    private static IEnumerable<long> Bits(IEnumerable<double> values) =>
        values.Select(value => double.IsNaN(value) ? -1 : BitConverter.DoubleToInt64Bits(value));

    private static MemberFile FileOf(RandomPrograms[] programs)
    {
        ReturnShape real = new([IrType.Double], [""], IsTuple: false);
        MemberFile first = Emitted.File(programs[0].Body, real, programs[0].Parameters);
        IEnumerable<Member> members = programs.Select((program, i) =>
            Emitted.File(program.Body, real, program.Parameters).Members[0] with { Name = $"G{i}" });
        return first with { Members = members.ToEquatableArray() };
    }

    private static Type Load(string text)
    {
        using MemoryStream image = new();
        EmitResult result = Emitted.Compile(text).Emit(image);
        Assert.True(result.Success);
        return Assembly.Load(image.ToArray()).GetType("Models.Model")!;
    }
}
