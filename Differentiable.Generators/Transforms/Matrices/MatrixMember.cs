using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Members;
using Differentiable.Generators.Transforms.Runtime;
using Differentiable.Generators.Transforms.Wholes;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>A member that fills a matrix of derivatives, and its overload that allocates the matrix.</summary>
/// <param name="context">The function.</param>
/// <param name="name">What the matrix is called.</param>
/// <param name="remarks">What is kept while it is made.</param>
internal sealed class MatrixMember(AdjointContext context, string name, string remarks)
{
    private readonly Function _function = context.Source;

    /// <summary>The matrix.</summary>
    public Variable Matrix { get; } = context.Supply.New(
        FreeName.Like(name, taken => context.Source.Parameters.Any(parameter => parameter.Name == taken)), MatrixShape.TypeOf(context.Source), VariableRole.Shadow);

    public Directions Directions { get; } = Directions.Of(context);

    public Statement RequireShape(Expr rows, Expr columns) => new Evaluate(Opaque.Check(
        [$"Destination.RequireShape<{RuntimeCalls.TypeText(Matrix.Type.Leaf)}>(", ", ", ", ", ", nameof(", "))"],
        [new Use(Matrix), rows, columns, new Use(Matrix)]));

    public Member Of(string suffix, string summary, List<Statement> body) => Finish(new(
        _function.Name + suffix, _function.Accessibility,
        [.. Signature.Inputs(_function), new MemberParameter(Matrix, "", null, "Receives the derivatives. What it held is overwritten.")],
        ReturnShape.Void, summary, "", IsHidden: false, new(body)));

    /// <param name="suffix">What stands behind the function's name.</param>
    /// <param name="summary">What it gives.</param>
    /// <param name="before">Finds the number of rows, given the inputs.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    public Member Allocating(string suffix, string summary, Func<List<MemberParameter>, List<Statement>> before, Expr rows, Expr columns)
    {
        (List<MemberParameter> inputs, IReadOnlyList<Assign> reads) = Gathering.Parameters(Signature.Inputs(_function, areLast: true), context.Supply);
        List<Expr> arguments = [.. inputs.Where(input => input.IsPassed).Select(input => new Use(input.Variable)), new Use(Matrix)];
        List<string> text = [_function.Name + suffix + _function.TypeArguments + "(", .. Enumerable.Repeat(", ", arguments.Count - 1), ")"];
        return Finish(new(
            _function.Name + suffix, _function.Accessibility, inputs, new([Matrix.Type], [""], IsTuple: false),
            summary + " Allocates the matrix.", "The derivatives.", IsHidden: false,
            new(
            [
                .. reads.Where(read => read.Target.Type.IsStorage),
                .. before(inputs),
                new Assign(Matrix, new NewStorage(Matrix.Type, [rows, columns], [], OnStack: false)),
                new Evaluate(new Opaque(new OpaqueType("void"), text, arguments, IsPure: false)),
                new Return([new Use(Matrix)]),
            ])));
    }

    /// <summary>A run for each block of directions; where all are in one, that.</summary>
    public IEnumerable<Statement> Blocks(Variable first, Expr total, List<Statement> run) => total is Constant { Value: int and > 0 and var known } && known <= Directions.Count
        ? new Block(run).RewriteExpressions(part => InFirstBlock(part, first)).Statements
        : [new For(first, Constant.Of(0), Op.Less, total, Directions.Count, new(run))];

    /// <summary>What an expression is in the block that begins at zero.</summary>
    private static Expr InFirstBlock(Expr expression, Variable first) => expression switch
    {
        Use use when use.Variable == first => Constant.Of(0),
        Conditional { Condition: Apply { Op: Op.Equal, Arguments: [Constant { Value: int a }, Constant { Value: int b }] } } unit => a == b ? unit.WhenTrue : unit.WhenFalse,
        Apply { Op: Op.Negate, Arguments: [Constant { Value: 0 } zero] } => zero,
        Apply { Op: Op.Subtract, Arguments: [var position, Constant { Value: 0 }] } => position,
        _ => expression,
    };

    /// <summary>Another member, to be called by name.</summary>
    public static Callee CalleeOf(Function function, Member member) => new(
        "", member.Name,
        member.Parameters.Select(parameter => new Parameter(
            parameter.Variable, parameter.Modifier == "ref" ? PassingMode.Ref : PassingMode.Value, IsActive: false, IsMutated: false, Default: null)
        {
            Origin = parameter.IsPassed ? ParameterOrigin.Argument : ParameterOrigin.Member,
        }).ToEquatableArray(),
        member.Result)
    {
        IsCalledAsItIs = true,
        TypeArguments = function.TypeArguments,
    };

    private Member Finish(Member member) => Finishing.Run(member with { Remarks = remarks }, context);
}
