using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Rules;

/// <summary>
/// Puts a program's expressions in the place of a template's placeholders, and the operation's precision in the place of <c>double</c>.
/// </summary>
/// <param name="type">The type of the operation.</param>
/// <param name="arguments">Its operands.</param>
/// <param name="result">Its value.</param>
/// <param name="cotangent">The adjoint of its value.</param>
internal sealed class Instantiation(IrType type, EquatableArray<Expr> arguments, Expr result, Expr cotangent)
{
    public Expr Of(Expr template) => template switch
    {
        Use use => Replace(use.Variable),
        Constant { Type.IsReal: true } constant => Constant.Real(type, (double)constant.Value),
        Constant => template,
        Apply apply => Algebra.Apply(apply.Op, Typed(apply.Type), apply.Arguments.Select(Of).ToEquatableArray()),
        Conditional choice => Algebra.Choose(Of(choice.Condition), Of(choice.WhenTrue), Of(choice.WhenFalse)),
        Ir.Convert convert => Algebra.Convert(Typed(convert.Type), Of(convert.Operand)),
        _ => throw new InvalidOperationException($"A rule cannot hold {template.GetType().Name}."),
    };

    private Expr Replace(Variable placeholder) =>
        Template.IsResult(placeholder) ? result
        : Template.IsCotangent(placeholder) ? cotangent
        : arguments[Template.IndexOf(placeholder)];

    private IrType Typed(IrType templateType) => templateType.IsReal ? type : templateType;
}
