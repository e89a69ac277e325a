namespace Differentiable.Tests.Classes;

/// <summary>Differentiable methods of objects: the members that are marked are inputs like parameters.</summary>
public class InstanceMethodTests
{
    private static readonly double[] s_x = [0.4, -0.3, 0.9];

    [Theory]
    [InlineData("Output")]
    [InlineData("Loss")]
    public void Fields_and_properties_that_are_marked_are_inputs(string method) =>
        AssertTwins(new Perceptron { Bias = 0.2 }.WithWeights(0.3, -0.8, 0.5, 0.1), typeof(PerceptronTwin), method, s_x, 0.6);

    [Fact]
    public void Gradients_have_the_parts_of_the_members_behind_those_of_the_parameters()
    {
        Perceptron layer = new Perceptron { Bias = 0.2 }.WithWeights(0.3, -0.8, 0.5, 0.1);
        (double y, double[] weights, double bias) = layer.LossGradient(s_x, 0.6);
        const double Step = 1e-6;
        layer.Bias += Step;
        double above = layer.Loss(s_x, 0.6);
        layer.Bias -= 2 * Step;
        double below = layer.Loss(s_x, 0.6);
        Assert.Equal((above - below) / (2 * Step), bias, 1e-8);
        Assert.Equal(4, weights.Length);
        Assert.NotEqual(0, y);
    }

    [Theory]
    [InlineData("Discount")]
    [InlineData("Annuity")]
    [InlineData("Swap")]
    public void Bases_records_and_objects_behind_objects(string method) =>
        AssertTwins(new SpreadCurve(0.04).WithSurface(0.3, 0.5, 0.7, 0.9), typeof(SpreadCurveTwin), method, 0.8, 3);

    [Theory]
    [InlineData("Energy")]
    [InlineData("Tuned")]
    [InlineData("Coupled")]
    public void Names_that_collide_and_other_objects(string method) => AssertTwins(
        new Spring(3) { Stiffness = 0.9 }, typeof(SpringTwin), method, 0.8, method == "Coupled" ? new Spring(3) { Stiffness = 1.75 } : 0.6);

    /// <summary>Rules are called with the object, whether or not the method is differentiable itself.</summary>
    [Fact]
    public void Methods_of_objects_may_have_rules()
    {
        var gauge = new Gauge(3) { Gain = 2 };
        Assert.Equal((18.0, 18.0), gauge.ScaledGradient(2));
        Assert.Equal((12.0, 24.0), (gauge.OwnGradient(2), gauge.UsesOwnGradient(2)));
        Assert.Equal(gauge.ScaledGradient(2), gauge.ScaledOfGradient(2, gauge));
    }

    /// <summary>The constants change under way, so each run starts with a new object.</summary>
    [Fact]
    public void Constants_that_change_are_read_where_the_method_reads_them()
    {
        double[] positions = [0.4, 0.6], twins = [0.4, 0.6], dpositions = [0.5, 0.25], dtwins = [0.5, 0.25];
        double dspeed = 0.3, dtwin = 0.3;
        float[] bend = [0.5f, 0.25f], dbend = new float[2], dbendOfTwin = new float[2];
        double stiffness = new Spring(3) { Stiffness = 0.8 }.RelaxVjp(positions, 1.1, ref dspeed, dpositions, dbend);
        double expected = SpringTwin.RelaxVjp(twins, 1.1, 0.8, bend, ref dtwin, dtwins, dbendOfTwin);
        Assert.Equal(expected, stiffness);
        Assert.Equal(dtwin, dspeed);
        Assert.Equal(dtwins, dpositions);
        Assert.Equal(dbendOfTwin, dbend);
        Assert.Equal(twins, positions);
    }

    private static void AssertTwins(object target, Type twin, string method, params object?[] arguments)
    {
        IReadOnlyList<string> members = new Twins(target, twin, method, arguments).Check();
        Assert.Contains(method + "Vjp", members);
        Assert.Contains(method + "Reverse", members);
        Assert.Contains(method + "Jvp", members);
        Assert.Contains(method + "Jacobian", members);
        Assert.Contains(method + "JvpReverse", members);
    }
}
