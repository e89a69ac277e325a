using System.Text.RegularExpressions;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>Of the members of lifted functions, those that are called by the members of the method that they were lifted out of, directly or through each other.</summary>
internal static class CalledMembers
{
    private static readonly Regex s_call = new(@"\w+(?=[(<])", RegexOptions.CultureInvariant);

    public static MemberFile Keep(MemberFile file)
    {
        if (file.Lifted.Count == 0)
            return file;
        List<Member> lifted = [.. file.Lifted.SelectMany(function => function.Members)];
        HashSet<string> called = [.. file.Members.SelectMany(NamesIn)];
        var pending = new Stack<Member>(lifted.Where(member => called.Contains(member.Name)));
        while (pending.Count > 0)
        {
            foreach (string name in NamesIn(pending.Pop()).Where(called.Add))
            {
                foreach (Member member in lifted.Where(member => member.Name == name))
                    pending.Push(member);
            }
        }
        return file with
        {
            Lifted = file.Lifted.Select(function => function with { Members = Kept(function, called).Select(member => member with { IsHidden = true }).ToEquatableArray() }).ToEquatableArray(),
        };
    }

    /// <summary>Where nothing carries a derivative, what carries several directions is what carries one.</summary>
    private static IEnumerable<Member> Kept(MemberFile function, HashSet<string> called) => function.Members
        .Where(member => called.Contains(member.Name))
        .GroupBy(member => (member.Name, member.Parameters.Select(parameter => parameter.Variable.Type).ToEquatableArray()))
        .Select(namesakes => namesakes.First());

    private static IEnumerable<string> NamesIn(Member member)
    {
        IReadOnlyList<Statement> statements = member.Body.DescendantStatements();
        IEnumerable<string> inText = statements
            .SelectMany(statement => statement.Expressions())
            .SelectMany(expression => expression.DescendantsAndSelf())
            .OfType<Opaque>()
            .SelectMany(opaque => opaque.Text)
            .SelectMany(text => s_call.Matches(text).Cast<Match>())
            .Select(match => match.Value);
        return [.. statements.OfType<Call>().Select(call => call.Callee.Name), .. inText];
    }
}
