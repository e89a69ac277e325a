namespace Differentiable.Tests.Fuzz.Grammar;

internal sealed partial class MethodWriter
{
    private void Branch(int depth)
    {
        if (_choices.Chance(12))
        {
            BranchOrThrow(depth);
            return;
        }
        Line($"if ({Condition(2)})");
        Block(_scope.Inner(), () => Statements(depth + 1, 3));
        if (_choices.Chance(20))
        {
            Line($"else if ({Condition(1)})");
            Block(_scope.Inner(), () => Statements(depth + 1, 2));
        }
        if (_choices.Chance(45))
        {
            Line("else");
            Block(_scope.Inner(), () => Statements(depth + 1, 3));
        }
    }

    /// <summary>A branch whose other side throws, and is never taken.</summary>
    private void BranchOrThrow(int depth)
    {
        bool throwsFirst = _choices.Chance(50);
        Line($"if ({Real(1)} {(throwsFirst ? ">" : "<")} 1e9)");
        if (throwsFirst)
            Line("    throw new InvalidOperationException();");
        else
            Block(_scope.Inner(), () => Statements(depth + 1, 3));
        Line("else");
        if (throwsFirst)
            Block(_scope.Inner(), () => Statements(depth + 1, 3));
        else
            Line("    throw new InvalidOperationException();");
    }

    private void Switch(int depth)
    {
        bool isReal = _scope.Integers.Count == 0 || _choices.Chance(20);
        Line($"switch ({(isReal ? _choices.Any(_scope.Reals).Name : $"{Operand(Integer())} % 4")})");
        Line("{");
        _indent++;
        string[] labels = isReal ? ["case < 0.25:", "case > 1.0:"] : ["case 0:", "case 1 or 2:", $"case 3 when {Condition(0)}:"];
        foreach (string label in labels.Append("default:").Where(_ => _choices.Chance(75)).DefaultIfEmpty("default:"))
            Section(label, depth);
        _indent--;
        Line("}");
    }

    private void Section(string label, int depth)
    {
        Line(label);
        Block(_scope.InnerSwitch(), () =>
        {
            Statements(depth + 1, 2);
            Line(_scope.CanContinue && _choices.Chance(15) ? "continue;" : "break;");
        });
    }
}
