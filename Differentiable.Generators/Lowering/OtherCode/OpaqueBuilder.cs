using System.Text;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Structs;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>
/// Writes an <see cref="Opaque"/>: C# text that is carried over as it is, with expressions in its holes. Parentheses stand where the text
/// needs them; those around the whole are up to whoever uses it.
/// </summary>
internal sealed class OpaqueBuilder
{
    private readonly List<string> _pieces = [];
    private readonly List<Expr> _arguments = [];
    private readonly StringBuilder _piece = new();
    private bool _isPure = true;

    /// <summary>The real values that go in directly; what merged text takes was judged where that text was written.</summary>
    public List<Expr> RealArguments { get; } = [];

    /// <summary>The text that goes in, in which a real value may be written out.</summary>
    public List<Expr> TextArguments { get; } = [];

    public OpaqueBuilder Text(string text)
    {
        _piece.Append(text);
        return this;
    }

    /// <summary>An expression where C# allows any.</summary>
    public OpaqueBuilder Hole(Expr expr)
    {
        if (SuspectCheck.IsText(expr.Type))
            TextArguments.Add(expr);
        switch (expr)
        {
            case StructValue { Struct.IsTuple: true } tuple:
                return Text("(").Holes(tuple.Elements).Text(")");
            case StructValue whole:
                return Whole(whole);
            case Opaque opaque when !opaque.IsPure || !opaque.Arguments.Any(a => a.Type.HoldsReal):
                Merge(opaque);
                return this;
            default:
                _arguments.Add(expr);
                if (expr.Type.HoldsReal)
                    RealArguments.Add(expr);
                EndPiece();
                return this;
        }
    }

    /// <summary>A struct, made of its fields again.</summary>
    private OpaqueBuilder Whole(StructValue whole)
    {
        Dictionary<EquatableArray<string>, Expr> leaves = whole.Struct.Leaves().Zip(StructValues.Leaves(whole), (leaf, value) => (leaf.Path, value))
            .ToDictionary(pair => pair.Path, pair => pair.value);
        RealArguments.AddRange(leaves.Values.Where(leaf => leaf.Type.HoldsReal));
        Merge(StructText.Make(whole.Struct, path => leaves[path]));
        return this;
    }

    /// <summary>An expression as an operand.</summary>
    public OpaqueBuilder Operand(Expr expr) => IsPrimary(expr) ? Hole(expr) : Text("(").Hole(expr).Text(")");

    public OpaqueBuilder Holes(IEnumerable<Expr> expressions)
    {
        string separator = "";
        foreach (Expr expr in expressions)
        {
            Text(separator).Hole(expr);
            separator = ", ";
        }
        return this;
    }

    /// <summary>The expression. It is pure when it says so and everything that was merged into it is.</summary>
    public Opaque Build(IrType type, bool isPure)
    {
        EndPiece();
        return new Opaque(type, _pieces, _arguments, isPure && _isPure);
    }

    private static bool IsPrimary(Expr expr) => expr switch
    {
        Use or Element or Length or StructValue => true,
        Opaque opaque => IsPrimary(opaque),
        Constant constant => constant.Value is bool or int and >= 0,
        _ => false,
    };

    /// <summary>Text that ends with a hole or has an operator between holes binds more loosely than a name or a call.</summary>
    private static bool IsPrimary(Opaque opaque) => opaque.Text.Count == 1
        || opaque.Text.Skip(1).All(t => t.Length > 0 && t[0] != ' ');

    private void Merge(Opaque opaque)
    {
        _isPure &= opaque.IsPure;
        _piece.Append(opaque.Text[0]);
        for (int i = 0; i < opaque.Arguments.Count; i++)
        {
            _arguments.Add(opaque.Arguments[i]);
            EndPiece();
            _piece.Append(opaque.Text[i + 1]);
        }
    }

    private void EndPiece()
    {
        _pieces.Add(_piece.ToString());
        _piece.Clear();
    }
}
