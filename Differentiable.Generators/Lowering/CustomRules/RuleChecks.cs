using Differentiable.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>What is wrong with a rule, or with the rule that a method names.</summary>
internal static class RuleChecks
{
    /// <summary>What is wrong with the rules that a method or a property names, or with what a method is the rule of.</summary>
    public static IEnumerable<Diagnostic> Check(ISymbol member, Compilation compilation) => RuleSubjects.Of(member) is not { } method ? [] :
    [
        .. RuleAttributes.TargetsOf(method).Select(target => Check(target, method, compilation)).OfType<Diagnostic>(),
        .. RuleAttributes.RulesNamedBy(member).Select(named => CheckNamed(named.Rule, named.Attribute, method, compilation)).OfType<Diagnostic>(),
    ];

    private static Diagnostic? Check(RuleTarget target, IMethodSymbol rule, Compilation compilation)
    {
        Location location = RuleAttributes.LocationOf(target.Attribute, rule);
        List<IMethodSymbol> named = [.. Closed(target.Type, compilation).SelectMany(type => type.GetMembers(target.Method)).Select(RuleSubjects.Of).OfType<IMethodSymbol>()
            .Where(method => RuleSubjects.NameOf(method) == target.Method)];
        if (named.Count == 0)
            return Diagnostic.Create(Descriptors.NoSuchMethod, location, target.Type.Name, target.Method, "name one that it has" + OperatorsOf(target.Type));
        List<IMethodSymbol> overloads = [.. named.Where(method => RuleSubjects.ReasonAgainst(method) is null).SelectMany(method => Closed(method, compilation))];
        if (overloads.Count == 0)
            return NoSubject(location, named[0]);
        List<(IMethodSymbol Method, RuleMatch Match)> fitting = [.. Fitting(rule, overloads)];
        if (fitting.Count == 0 || RuleSearch.IsInGenericType(rule))
            return DoesNotFit(location, rule, Closest(rule, overloads));
        return fitting
            .Select(pair => Conflict(pair.Method, pair.Match, compilation) is { } other
                ? Diagnostic.Create(Descriptors.SeveralRules, location, RuleSubjects.FullNameOf(rule), RuleSubjects.FullNameOf(other), RuleSubjects.FullNameOf(pair.Method))
                : null)
            .FirstOrDefault(diagnostic => diagnostic is not null);
    }

    private static Diagnostic? CheckNamed(string name, AttributeData attribute, IMethodSymbol method, Compilation compilation)
    {
        Location location = RuleAttributes.LocationOf(attribute, method);
        if (RuleSubjects.ReasonAgainst(method) is not null)
            return NoSubject(location, method);
        List<IMethodSymbol> rules = [.. method.ContainingType.GetMembers(name).OfType<IMethodSymbol>()];
        if (rules.Count == 0)
            return Diagnostic.Create(Descriptors.NoSuchMethod, location, method.ContainingType.Name, name, "the rule has to stand beside its method");
        List<IMethodSymbol> closed = [.. Closed(method, compilation)];
        return rules.Any(rule => Fitting(rule, closed).Any()) ? null : DoesNotFit(location, rules[0], closed[0]);
    }

    /// <summary>The names by which operators go, which <c>nameof</c> does not know.</summary>
    private static string OperatorsOf(INamedTypeSymbol type)
    {
        List<string> names = [.. type.GetMembers().OfType<IMethodSymbol>()
            .Where(method => method.MethodKind is MethodKind.UserDefinedOperator or MethodKind.Conversion && RuleSubjects.ReasonAgainst(method) is null)
            .Select(method => method.Name).Distinct()];
        return names.Count == 0 ? "" : $" (its operators are '{string.Join("', '", names)}')";
    }

    private static Diagnostic NoSubject(Location location, IMethodSymbol method)
    {
        (string what, string help) = RuleSubjects.ReasonAgainst(method)!.Value;
        return Diagnostic.Create(Descriptors.NoSubjectOfRule, location, RuleSubjects.FullNameOf(method), what, help);
    }

    private static Diagnostic DoesNotFit(Location location, IMethodSymbol rule, IMethodSymbol method) => Diagnostic.Create(
        Descriptors.RuleDoesNotFit,
        location,
        RuleSubjects.FullNameOf(rule),
        RuleSubjects.FullNameOf(method),
        RuleMatch.ShapeOf(rule, method, isPullback: true).Write("static", rule.Name, method),
        RuleMatch.ShapeOf(rule, method, isPullback: false).Write("static", rule.Name, method));

    private static IEnumerable<(IMethodSymbol Method, RuleMatch Match)> Fitting(IMethodSymbol rule, IEnumerable<IMethodSymbol> methods) => methods
        .Select(method => (method, RuleMatch.Of(rule, method, allowsEmptyDestinations: false)))
        .Where(pair => pair.Item2 is not null)
        .Select(pair => (pair.method, pair.Item2!));

    /// <summary>Another rule of the same form for the method.</summary>
    private static IMethodSymbol? Conflict(IMethodSymbol method, RuleMatch match, Compilation compilation) => new RuleSearch(compilation).Find(method)
        .FirstOrDefault(other => other.IsPullback == match.IsPullback
            && !SymbolEqualityComparer.Default.Equals(other.Rule.OriginalDefinition, match.Rule.OriginalDefinition))?.Rule;

    /// <summary>The overload whose parameters have most names in common with the rule's.</summary>
    private static IMethodSymbol Closest(IMethodSymbol rule, IReadOnlyList<IMethodSymbol> overloads) => overloads
        .OrderByDescending(method => method.Parameters.Count(parameter => rule.Parameters.Any(other => other.Name == parameter.Name)))
        .ThenBy(method => Math.Abs(method.Parameters.Length - rule.Parameters.Length))
        .First();

    /// <summary>The type, or where it is generic the types that it is of <c>double</c> and of <c>float</c>.</summary>
    private static IEnumerable<INamedTypeSymbol> Closed(INamedTypeSymbol type, Compilation compilation) =>
        type.Arity == 0 ? [type] : Reals(compilation).Select(real => type.Construct([.. type.TypeParameters.Select(_ => real)]));

    private static IEnumerable<IMethodSymbol> Closed(IMethodSymbol method, Compilation compilation) =>
        method.Arity == 0 ? [method] : Reals(compilation).Select(real => method.Construct([.. method.TypeParameters.Select(_ => real)]));

    private static IEnumerable<ITypeSymbol> Reals(Compilation compilation) =>
        [compilation.GetSpecialType(SpecialType.System_Double), compilation.GetSpecialType(SpecialType.System_Single)];
}
