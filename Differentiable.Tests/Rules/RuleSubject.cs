using System.Numerics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Tests.Rules;

/// <summary>A row of the table under test: the operation applied to variables, and its contributions, in one precision.</summary>
internal sealed class RuleSubject<T>
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    private const int ResultId = 100;
    private const int CotangentId = 101;

    private readonly Use _result;
    private readonly Use _cotangent;

    public RuleSubject(Op op)
    {
        Type = typeof(T) == typeof(float) ? IrType.Single : IrType.Double;
        Rule = Rule.For(op);
        Operands = Rule.Domain.Box.Select((interval, i) => Variable(i, interval.IsWhole ? IrType.Int32 : Type)).ToEquatableArray<Expr>();
        Primal = new(op, Type, Operands);
        _result = Variable(ResultId, Type);
        _cotangent = Variable(CotangentId, Type);
    }

    public IrType Type { get; }

    public Rule Rule { get; }

    public EquatableArray<Expr> Operands { get; }

    public Apply Primal { get; }

    public IEnumerable<int> ActiveOperands => Enumerable.Range(0, Operands.Count).Where(i => Contribution(i) is not null);

    public Expr? Contribution(int operand) => Rule.Contribution(operand, Type, Operands, _result, _cotangent);

    public static bool IsResult(Variable variable) => variable.Id == ResultId;

    public T Value(double[] point) => new Interpreter<T>(Values(point)).Real(Primal);

    /// <summary>The contribution to an operand; zero where it has none.</summary>
    public T Contributed(int operand, double[] point, double cotangent = 1) =>
        Contribution(operand) is { } contribution ? At(point, cotangent).Real(contribution) : T.Zero;

    /// <summary>The branches that the contributions take at a point.</summary>
    public List<object> Decisions(double[] point)
    {
        Interpreter<T> interpreter = At(point, 1);
        foreach (int operand in ActiveOperands)
            interpreter.Real(Contribution(operand)!);
        return interpreter.Decisions;
    }

    private Interpreter<T> At(double[] point, double cotangent)
    {
        Dictionary<int, object> values = Values(point);
        values[ResultId] = Value(point);
        values[CotangentId] = T.CreateChecked(cotangent);
        return new(values);
    }

    private Dictionary<int, object> Values(double[] point) =>
        point.Select((value, i) => (i, Boxed: Operands[i].Type == IrType.Int32 ? (object)(int)value : T.CreateChecked(value)))
            .ToDictionary(pair => pair.i, pair => pair.Boxed);

    private static Use Variable(int id, IrType type) => new(new Variable(id, $"v{id}", type));
}
