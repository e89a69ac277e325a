using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Lowering.SecondRuns;

/// <summary>Do the matrices of derivatives that are asked for run the method more than once: for several blocks of columns or rows, or to know how many rows there are?</summary>
internal static class MatrixRuns
{
    public static bool AreSeveral(Function function) => function.Request.HasMatrices && !IsOneRun(function);

    private static bool IsOneRun(Function function)
    {
        int atOnce = function.CarriesSeveral ? Several.Count : 1;
        int? columns = Sum(function.Parameters.Where(parameter => parameter is { IsActive: true, IsInput: true }).Select(CountOf));
        if (function.Request.Has(DerivativeKinds.Hessian) && !(columns <= atOnce))
            return false;
        int? results = Sum(function.Result.Components.Select((type, i) => CountOf(type, function.Result.Parts.Count == 0 ? null : function.Result.Parts[i])));
        int? rows = results + Sum(function.Parameters.Where(parameter => parameter.IsActive && (parameter.IsMutated || parameter.Mode is PassingMode.Ref or PassingMode.Out)).Select(CountOf));
        bool canBeByRows = (function.CarriesSeveral || function.Request.Has(DerivativeKinds.Gradient)) && function.Result.Parts.All(part => part?.InlineLength is null);
        return !function.Request.Has(DerivativeKinds.Jacobian) || (results is not null && columns <= atOnce) || (canBeByRows && rows <= atOnce);
    }

    private static int? CountOf(Parameter parameter) => CountOf(parameter.Type, parameter.Part);

    /// <summary>How many real numbers there are, where that is known at compile time.</summary>
    private static int? CountOf(IrType type, Part? part)
    {
        int leaves = Leaf.Of(type.Leaf).Count(leaf => leaf.Type.IsReal);
        return leaves == 0 ? 0 : type.IsStorage ? part?.InlineLength * leaves : leaves;
    }

    private static int? Sum(IEnumerable<int?> counts) => counts.Aggregate((int?)0, (sum, count) => sum + count);
}
