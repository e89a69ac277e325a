using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering;

/// <summary>The statements under construction, and the piece of source that each belongs to.</summary>
internal sealed partial class LoweringContext
{
    private readonly Stack<List<Statement>> _outer = new();
    private List<Statement> _prologue = [];
    private List<Statement> _statements = [];
    private SyntaxNode _source = declaration;
    private string? _note;
    private SyntaxNode _place = declaration;
    private SourceSpan? _position;

    /// <summary>The statements so far; a place to come back to with <see cref="Protect"/>.</summary>
    public int Mark => _statements.Count;

    private string Note => _note ??= NoteWriter.Write(_source);

    /// <summary>The piece of source that is being lowered.</summary>
    public SyntaxNode Source => _source;

    /// <summary>
    /// From here on, statements belong to this piece of source, unless it is a mirror's. Returns the piece before. The code of other members stands where the method calls them.
    /// </summary>
    public SyntaxNode Enter(SyntaxNode source)
    {
        SyntaxNode previous = _source;
        if (source != previous && IsOfUser(source.SyntaxTree))
            (_source, _note) = (source, null);
        if (source != previous && IsOwn(source))
            (_place, _position) = (source, null);
        return previous;
    }

    public void Add(Statement statement)
    {
        _statements.Add(statement with { Note = Note, Position = _position ??= FirstLine(_place) });
        Origins.Observe(statement);
    }

    /// <summary>A compound statement is known by its head.</summary>
    private static SourceSpan FirstLine(SyntaxNode source)
    {
        string text = source.ToString();
        int end = text.IndexOf('\n');
        return new SourceSpan(source.SpanStart, (end < 0 ? text : text.Substring(0, end)).TrimEnd().Length);
    }

    /// <summary>Adds statements that have their notes already.</summary>
    public void AddRange(IEnumerable<Statement> statements) => _statements.AddRange(statements);

    /// <summary>Starts a block inside the current one; <see cref="EndBlock"/> hands it out.</summary>
    public void BeginBlock()
    {
        _outer.Push(_statements);
        _statements = [];
    }

    /// <summary>Ends a block that an expression became; what is declared in it is declared in front of it.</summary>
    public Block EndBranch()
    {
        Block block = EndBlock();
        Statement[] declarations = [.. block.Statements.Where(statement => statement is Declare declare && DeclaredInExpressions.Contains(declare.Variable))];
        _statements.AddRange(declarations);
        return declarations.Length == 0 ? block : new Block(block.Statements.Where(statement => !declarations.Contains(statement)).ToEquatableArray());
    }

    public Block EndBlock()
    {
        Block block = new(_statements);
        _statements = _outer.Pop();
        return block;
    }

    /// <summary>The block that the method's body became, with the shared arrays that it reads named first.</summary>
    public Block Finish() => new([.. _prologue, .. _statements]);
}
