using System.Globalization;
using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Adjoint.Calls;
using Differentiable.Generators.Transforms.Adjoint.Keeping;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>Says in the method's own terms how many bytes a member keeps for the reverse sweep: <c>Keeps 8 * steps bytes …</c></summary>
internal sealed class KeptText
{
    private readonly AdjointContext _context;
    private readonly SizeText _sizes;
    private readonly IReadOnlyList<Ledger.Entry> _entries;
    private readonly bool _isTwice;

    private KeptText(AdjointContext context, Ledger ledger, bool isTwice = false)
    {
        _context = context;
        _sizes = new(context);
        _isTwice = isTwice;
        _entries = isTwice ? [.. ledger.Entries.Select(entry => entry with { Bytes = 2 * entry.Bytes })] : ledger.Entries;
    }

    public static string Of(AdjointContext context, Ledger ledger) => new KeptText(context, ledger).Sentence("Keeps", "for the reverse sweep");

    public static string OfHalf(AdjointContext context, Ledger ledger) => new KeptText(context, ledger).Sentence("Leaves", "on the value stack");

    /// <summary>What the forward half leaves, and for each block of rows once more.</summary>
    public static string OfRows(AdjointContext context, Ledger left) => new KeptText(context, left, isTwice: true).Sentence("Keeps", "for the reverse sweep");

    private string Sentence(string verb, string what)
    {
        List<Term> terms = [.. _entries.Where(entry => entry.Callee is null).Select(TermOf)];
        List<string> parts = [.. terms.GroupBy(term => term.EachRoundOf)
            .Select(group => group.Key.Length == 0 ? $"{Sum(group)} bytes" : $"{Sum(group)} bytes for each round of {group.Key}")];
        List<string> callees = [.. _entries.Select(entry => entry.Callee).OfType<string>().Distinct().Select(callee => callee + CallHalves.Forward)];
        if (callees.Count > 0)
            parts.Add($"{(_isTwice ? "twice " : "")}what {Listed(callees)} {(callees.Count == 1 ? "leaves" : "leave")} at each call");
        if (parts.Count == 0)
            return $"{verb} nothing {what}.";
        List<string> loops = [.. terms.Select(term => term.RoundsAreOf).Where(note => note.Length > 0).Distinct()];
        string rounds = loops.Count == 0 ? "" : $", rounds being those of {Listed(loops)}";
        return $"{verb} {(MayBeLess ? "at most " : "")}{Listed(parts)} {what}{rounds}.";
    }

    private static string Listed(List<string> parts) => parts.Count == 1
        ? parts[0]
        : string.Join(", ", parts.Take(parts.Count - 1)) + " and " + parts[parts.Count - 1];

    /// <summary>Not all branches are taken, and loops that are reversed round by round, one after the other, never keep anything at the same time.</summary>
    private bool MayBeLess => _entries.Any(entry => entry.IsInBranch || entry.Snapshots is not null) || _entries.Select(entry => entry.Round).Distinct().Count() > 2;

    private Term TermOf(Ledger.Entry entry)
    {
        string elements = entry switch
        {
            { ElementsOf: { } storage } => _sizes.Elements(storage),
            { Length: { } length } => _sizes.Of(length),
            _ => "",
        };
        var factors = new List<string>();
        string eachRoundOf = "", roundsAreOf = "";
        if (entry.Snapshots is { } loop)
        {
            string? rounds = _sizes.Rounds(loop);
            factors.AddRange(_sizes.Snapshots(loop.CheckpointingOf()!, rounds ?? "rounds"));
            roundsAreOf = rounds is null && loop.CheckpointingOf()!.Kind != CheckpointKind.Binomial ? NameOf(loop) : "";
        }
        foreach (Statement around in entry.Rounds)
        {
            if (_sizes.Rounds(around) is not { } rounds || ChangesIn(around, entry))
            {
                eachRoundOf = entry.Round is { } round ? $"{NameOf(around)} in one of {NameOf(round)}" : NameOf(around);
                break;
            }
            factors.Insert(0, rounds);
        }
        return Folded(new(entry.Bytes, elements, factors, eachRoundOf, roundsAreOf));
    }

    /// <summary>Numbers among the factors go into the size.</summary>
    private static Term Folded(Term term)
    {
        int bytes = term.Bytes;
        bool Folds(string factor)
        {
            if (!int.TryParse(factor, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
                return false;
            bytes *= number;
            return true;
        }
        List<string> factors = [.. term.Factors.Where(factor => !Folds(factor))];
        string elements = Folds(term.Elements) ? "" : term.Elements;
        return factors.Count == 0 && elements.Length > 0
            ? term with { Bytes = bytes, Elements = "", Factors = [elements] }
            : term with { Bytes = bytes, Elements = elements, Factors = factors };
    }

    private static string NameOf(Statement loop) => loop.Note is { } note ? $"'{note}'" : "the loop";

    /// <summary>Does the number of elements, or of rounds of a loop inside, differ from round to round?</summary>
    private bool ChangesIn(Statement loop, Ledger.Entry entry)
    {
        Region body = _context.Regions.Of(loop.Blocks()[0]);
        IEnumerable<Expr> sizes = entry.Rounds.TakeWhile(inner => inner != loop).Append(entry.Snapshots).OfType<For>().SelectMany(inner => new[] { inner.Start, inner.Bound });
        return sizes.Append(entry.ElementsOf).Append(entry.Length).OfType<Expr>().Select(_sizes.Resolved).SelectMany(size => size.Variables())
            .Any(variable => _context.Regions.Knows(variable) && _context.Regions[variable].Region.IsInside(body));
    }

    private static string Sum(IEnumerable<Term> terms) => string.Join(" + ", terms
        .GroupBy(term => string.Join(" * ", term.Factors))
        .Select(group => Product([.. group], group.Key)));

    private static string Product(List<Term> terms, string factors)
    {
        List<string> sum = [.. terms.GroupBy(term => term.Elements)
            .Select(group => SizeText.Times(group.Sum(term => term.Bytes).ToString(CultureInfo.InvariantCulture), group.Key))];
        string bytes = sum.Count > 1 && factors.Length > 0 ? $"({string.Join(" + ", sum)})" : string.Join(" + ", sum);
        return SizeText.Times(bytes, factors);
    }

    /// <param name="Bytes">The size, or that of one element.</param>
    /// <param name="Elements">The number of elements, or empty.</param>
    /// <param name="Factors">How often it is kept.</param>
    /// <param name="EachRoundOf">The loop whose rounds show only as it runs, or empty.</param>
    /// <param name="RoundsAreOf">The loop that the word 'rounds' refers to, or empty.</param>
    private sealed record Term(int Bytes, string Elements, List<string> Factors, string EachRoundOf, string RoundsAreOf);
}
