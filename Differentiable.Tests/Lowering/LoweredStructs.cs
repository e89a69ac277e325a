using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Structs;

namespace Differentiable.Tests.Lowering;

/// <summary>The structs of a lowered function's signature, which its body knows leaf by leaf.</summary>
internal sealed class LoweredStructs(Function function, Func<Variable, string> name)
{
    /// <summary>Does the function, or one that it calls, take or return inline arrays, or arrays of structs with arrays in them? Those are not put together here.</summary>
    public static bool HaveOtherStorage(Function function)
    {
        IEnumerable<Callee> callees = function.Body.DescendantStatements().OfType<Call>().Select(call => call.Callee);
        IEnumerable<Part?> parts = [.. function.Parameters.Select(parameter => parameter.Part), .. function.Result.Parts, .. callees.SelectMany(PartsOf)];
        return parts.Any(part => part is { InlineLength: not null } or { IsGathered: true });
    }

    private static IEnumerable<Part?> PartsOf(Callee callee) => [.. callee.Parameters.Select(parameter => parameter.Part), .. callee.Result.Parts];

    /// <summary>What takes parameters apart on entry.</summary>
    public IEnumerable<string> Taken() => function.Parameters.Where(parameter => parameter.Part is not null).Select(parameter =>
        $"var {name(parameter.Variable)} = {(parameter.IsInput ? $"{parameter.Part!.Whole}.{string.Join(".", parameter.Part.Path)}" : $"default({LoweredText.TypeName(parameter.Type)})")};");

    /// <summary>What puts them together on the way out.</summary>
    public IEnumerable<string> HandedBack() => function.Parameters
        .Where(parameter => parameter is { Part: not null, WholeMode: PassingMode.Ref or PassingMode.Out })
        .GroupBy(parameter => parameter.Part!.Whole)
        .Select(group => $"{group.Key} = {Made(group.First().Part!.Type, group.ToDictionary(leaf => leaf.Part!.Path, leaf => name(leaf.Variable)))};");

    public string Returned(IReadOnlyList<string> values) => function.Result.Parts is [{ } part, ..]
        ? $"return {Made(part.Type, values.Select((value, i) => (function.Result.Parts[i]!.Path, value)).ToDictionary(pair => pair.Path, pair => pair.value))};"
        : values.Count == 1 ? $"return {values[0]};" : $"return ({string.Join(", ", values)});".Replace(" ()", "");

    /// <summary>A call whose structs are put together before it and taken apart behind it.</summary>
    public static string CallText(Call call, Func<Expr, string> text, Func<Variable?, string> name)
    {
        Callee callee = call.Callee;
        int result = callee.Result.Components.Count;
        List<string> arguments = [], before = [], after = [];
        string target = callee.Type;
        foreach (IGrouping<string, int> group in Enumerable.Range(0, callee.Parameters.Count).GroupBy(i => callee.Parameters[i].Part?.Whole ?? callee.Parameters[i].Name).ToList())
        {
            Parameter first = callee.Parameters[group.First()];
            string value = first.WholeMode == PassingMode.Out ? "default" : first.Part is { } part
                ? Made(part.Type, group.ToDictionary(i => callee.Parameters[i].Part!.Path, i => text(call.Arguments[i]!)))
                : text(call.Arguments[group.First()]!);
            bool isReference = first.WholeMode is PassingMode.Ref or PassingMode.Out, isSelf = group.Key == StructParameters.Self;
            if (!isReference && !isSelf)
            {
                arguments.Add(value);
                continue;
            }
            string type = first.Part is null ? LoweredText.TypeName(first.Type) : StructText.NameOf(first.Part.Type);
            before.Add($"{type} {group.Key}__ = {value};");
            if (isSelf)
                target = $"{group.Key}__";
            else
                arguments.Add($"{first.WholeMode.ToString().ToLowerInvariant()} {group.Key}__");
            if (!isReference)
                continue;
            after.AddRange(group.Where(i => callee.Parameters[i].IsOutput).Select(i => $"{name(call.Results[result++])} = {group.Key}__{(first.Part is null ? "" : "." + string.Join(".", callee.Parameters[i].Part!.Path))};"));
        }
        string run = callee.Text.Count == 0 ? $"{target}.{callee.Name}({string.Join(", ", arguments)});" : OperatorText(callee, arguments.Count + 1 < callee.Text.Count ? [target, .. arguments] : arguments, before);
        IEnumerable<string> results = callee.Result.Parts.Count > 0
            ? callee.Result.Parts.Select((part, i) => $"{name(call.Results[i])} = result__.{string.Join(".", part!.Path)};")
            : callee.Result.Components.Select((_, i) => $"{name(call.Results[i])} = result__;");
        return callee.Result.IsVoid
            ? $"{{ {string.Join(" ", [.. before, run, .. after])} }}"
            : $"{{ {string.Join(" ", [.. before, $"var result__ = {run}", .. results, .. after])} }}";
    }

    /// <summary>An operator or a property of these operands; what is stepped has to be a variable.</summary>
    private static string OperatorText(Callee callee, List<string> operands, List<string> before)
    {
        if (callee.IsStep)
        {
            before.Add($"var step__ = {operands[0]};");
            operands = ["step__"];
        }
        return string.Concat(callee.Text.Zip([.. operands.Select(operand => $"({operand})"), ";"], (text, operand) => text + operand));
    }

    private static string Made(StructType type, Dictionary<EquatableArray<string>, string> leaves)
    {
        Opaque made = StructText.Make(type, path => leaves.TryGetValue(path, out string? leaf) ? new Opaque(IrType.Double, [leaf], [], IsPure: true) : null);
        return string.Concat(made.Text.Select((piece, i) => i < made.Arguments.Count ? piece + ((Opaque)made.Arguments[i]).Text[0] : piece));
    }
}
