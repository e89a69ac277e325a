using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Versioning;

/// <summary>
/// Of which parameters elements may be written. Lowering says so of all that a variable ever stands for; with versions, what it stands for later, once it was given another array, is no longer taken for the
/// parameter's.
/// </summary>
internal static class WrittenParameters
{
    public static VersionedFunction Mark(VersionedFunction function)
    {
        if (function.Source is { IsRefused: true } or { IsAbstract: true } || !function.Source.Parameters.Any(parameter => parameter.IsMutated))
            return function;
        var classes = new StorageClasses(function.Body);
        HashSet<Variable> elements = [], rows = [];
        foreach (Statement statement in function.Body.DescendantStatements())
        {
            if (statement is Store store)
                (store.Value.Type.IsStorage ? rows : elements).Add(classes.Of(store.Storage));
            else if (statement is Call call)
                elements.UnionWith(call.Mutated().Select(classes.Of));
        }
        return function with { Source = function.Source with { Parameters = function.Source.Parameters.Map(Marked) } };

        Parameter Marked(Parameter parameter) => parameter with { IsMutated = parameter.IsMutated && (parameter.InlineMode is not null || IsWritten(parameter.Variable)) };

        bool IsWritten(Variable storage) => elements.Contains(classes.Of(storage)) || RuntimeCalls.IsJagged(storage.Type) && rows.Contains(classes.Of(storage));
    }
}
