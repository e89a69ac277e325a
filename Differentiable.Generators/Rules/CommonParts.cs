using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Rules;

/// <summary>
/// Finds what the contributions of one operation have in common, as both partial derivatives of <c>Atan2</c> have the distance, so that it is computed once.
/// What the operation is given counts as a whole: all of it is computed anyway, but not each of its parts. What is common is computed in any case, so rules keep it finite
/// where a condition of theirs holds it off.
/// </summary>
internal sealed class CommonParts
{
    private readonly HashSet<Expr> _given;
    private readonly Func<Expr, Expr> _name;
    private readonly HashSet<Expr> _seen = [];
    private readonly HashSet<Expr> _common = [];
    private readonly Dictionary<Expr, Expr> _names = [];

    private CommonParts(IEnumerable<Expr> given, Func<Expr, Expr> name)
    {
        _given = [.. given];
        _name = name;
    }

    /// <summary>The contributions, with names in the place of what occurs in them more than once.</summary>
    /// <param name="contributions">What the operation contributes to each of its operands, or each operand to its tangent.</param>
    /// <param name="given">What the rules were given: operands, result, cotangents.</param>
    /// <param name="name">Gives a part its name, parts of it first.</param>
    public static List<Expr> Name(IReadOnlyList<Expr> contributions, IEnumerable<Expr> given, Func<Expr, Expr> name)
    {
        CommonParts parts = new(given, name);
        foreach (Expr contribution in contributions)
            parts.Count(contribution);
        return parts._common.Count == 0 ? [.. contributions] : [.. contributions.Select(parts.Named)];
    }

    private void Count(Expr part)
    {
        if (IsWorthAName(part) && !_seen.Add(part))
            _common.Add(part);
        else if (!_given.Contains(part))
            part.Children().Items.ToList().ForEach(Count);
    }

    private static bool IsWorthAName(Expr part) => part is Apply { Op: not Op.Negate, Type.IsReal: true } or Conditional { Type.IsReal: true };

    private Expr Named(Expr part)
    {
        if (_names.TryGetValue(part, out Expr? name))
            return name;
        Expr rest = _given.Contains(part) ? part : part.MapChildren(Named);
        return _common.Contains(part) ? _names[part] = _name(rest) : rest;
    }
}
