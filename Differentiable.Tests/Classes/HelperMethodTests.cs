namespace Differentiable.Tests.Classes;

/// <summary>Methods and properties without attribute that an object calls on itself.</summary>
public class HelperMethodTests
{
    private const double X = 0.7;

    [Fact]
    public void What_they_read_are_inputs()
    {
        Springboard board = new(2, 0.3);
        (double x, double stiffness, double[] weights) = board.ForceGradient(X);
        AssertDerivatives(board, b => b.Force(X), x0 => board.Force(x0), x, stiffness, weights);
        (double value, double dot) = board.ForceJvp(X, 0, 1, new double[2]);
        Assert.Equal(board.Force(X), value, 1e-12);
        Assert.Equal(stiffness, dot, 1e-12);
    }

    [Fact]
    public void They_may_write_what_they_are_given_and_call_themselves()
    {
        Springboard board = new(2, 0.3);
        (double x, double stiffness, double[] weights) = board.WorkGradient(X, 3);
        AssertDerivatives(board, b => b.Work(X, 3), x0 => board.Work(x0, 3), x, stiffness, weights);
        (double value, double dot) = board.WorkJvp(X, 3, 0, 1, new double[2]);
        Assert.Equal(board.Work(X, 3), value, 1e-12);
        Assert.Equal(stiffness, dot, 1e-12);
    }

    [Fact]
    public void Callers_know_what_they_read()
    {
        Springboard board = new(2, 0.3);
        (double x, double stiffness, double[] weights) = board.BothGradient(X);
        AssertDerivatives(board, b => b.Both(X), x0 => board.Both(x0), x, stiffness, weights);
    }

    private static void AssertDerivatives(Springboard board, Func<Springboard, double> ofBoard, Func<double, double> ofX, double x, double stiffness, double[] weights)
    {
        const double Step = 1e-5;
        double before = board.Stiffness;
        Assert.Equal((ofX(X + Step) - ofX(X - Step)) / (2 * Step), x, 1e-7);
        board.Stiffness = before + Step;
        double above = ofBoard(board);
        board.Stiffness = before - Step;
        double below = ofBoard(board);
        board.Stiffness = before;
        Assert.Equal((above - below) / (2 * Step), stiffness, 1e-7);
        for (int i = 0; i < weights.Length; i++)
        {
            double[] all = (double[])board.Weights;
            all[i] += Step;
            above = ofBoard(board);
            all[i] -= 2 * Step;
            below = ofBoard(board);
            all[i] += Step;
            Assert.Equal((above - below) / (2 * Step), weights[i], 1e-7);
        }
    }
}
