using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Callees;

/// <summary>Questions whether code returns what is in a variable of its, each of which may lead to others about the code that it calls.</summary>
internal sealed class ReturnQuestions
{
    private readonly Dictionary<(SyntaxNode, string), bool> _known = [];
    private readonly HashSet<(SyntaxNode, string)> _open = [];
    private bool _isCut;

    /// <summary>The answer. A question that leads back to itself adds nothing to it.</summary>
    public bool Answer(SyntaxNode code, string variable, Func<bool> find)
    {
        (SyntaxNode, string) question = (code, variable);
        if (_known.TryGetValue(question, out bool known))
            return known;
        if (!_open.Add(question))
        {
            _isCut = true;
            return false;
        }
        bool wasCut = _isCut;
        _isCut = false;
        bool answer = find();
        _open.Remove(question);
        // "No" is only known where nothing was left out that an open question may add.
        if (answer || !_isCut || _open.Count == 0)
            _known[question] = answer;
        _isCut = (_isCut || wasCut) && _open.Count > 0;
        return answer;
    }
}
