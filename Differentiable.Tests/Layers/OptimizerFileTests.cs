using Differentiable.Layers;
using Differentiable.Optimizers;
using Differentiable.Tensors;

namespace Differentiable.Tests.Layers;

/// <summary>What optimizers remember: in single precision for halves, and in files.</summary>
public sealed class OptimizerFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.safetensors");

    public static TheoryData<string> Kinds => ["Sgd", "momentum", "Adam", "AMSGrad", "RmsProp", "centered", "all of RmsProp", "Adagrad", "Adadelta", "Adamax", "Nadam", "Ftrl"];

    public void Dispose() => File.Delete(_path);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Training_goes_on_as_if_it_had_not_been_interrupted(string kind)
    {
        Assert.Equal(Trained<double>(kind, false), Trained<double>(kind, true));
        Assert.Equal(Trained<Half>(kind, false), Trained<Half>(kind, true));
    }

    [Fact]
    public void A_file_has_to_fit_the_optimizer_and_the_variables()
    {
        KeyValuePair<string, Variable<double>>[] one = [new("x", new([1, 2]))], other = [new("x", new([1, 2, 3]))], renamed = [new("y", new([1, 2]))];
        Adam<double> saved = new(0.1);
        saved.Apply([one[0].Value], [[1.0, 1.0]]);
        saved.Save(_path, one);
        Assert.Contains("(2) there and (3) here", Refusal(new Adam<double>(0.1), other), StringComparison.Ordinal);
        Assert.Contains("x/means, x/squares", Refusal(new Adam<double>(0.1), renamed), StringComparison.Ordinal);
        Assert.Contains("x/means", Refusal(new RmsProp<double>(0.1), one), StringComparison.Ordinal);
        Assert.Contains("x/means", Refusal(new Sgd<double>(0.1), one), StringComparison.Ordinal);
        new RmsProp<double>(0.1).Save(_path, one);
        Sgd<double> sgd = new(0.1);
        sgd.Load(_path, one);
        Assert.Equal(0, sgd.Steps);
        using (FileStream file = File.Create(_path))
            SafeTensors.Write(file, new Dictionary<string, Tensor<double>>());
        Assert.Contains("no optimizer", Refusal(new Adam<double>(0.1), one), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_stand_in_the_header()
    {
        using MemoryStream stream = new();
        SafeTensors.Write(stream, new Dictionary<string, Tensor<float>> { ["a"] = 1 }, new Dictionary<string, string> { ["who"] = "\"me\"" });
        stream.Position = 0;
        Assert.Equal(["a"], SafeTensors.Read<float>(stream).Keys);
        stream.Position = 0;
        Assert.Equal("\"me\"", SafeTensors.ReadMetadata(stream)["who"]);
    }

    [Fact]
    public void Halves_are_trained_with_means_in_single_precision()
    {
        Variable<Half> narrow = new((Half)1);
        Variable<float> wide = new(1);
        Adam<Half> ofHalves = new(0.001);
        Adam<float> ofSingles = new(0.001);
        for (int i = 0; i < 100; i++)
        {
            ofHalves.Apply([narrow], [(Half)1e-4]);
            ofSingles.Apply([wide], [(float)(Half)1e-4]);
        }
        Assert.Equal(wide.ToScalar(), (float)narrow.ToScalar(), 0.01);
    }

    private string Refusal(Optimizer<double> optimizer, KeyValuePair<string, Variable<double>>[] variables) =>
        Assert.Throws<InvalidDataException>(() => optimizer.Load(_path, variables)).Message;

    /// <summary>Where a variable is after ten steps, in the middle of which the optimizer may be saved and another one loaded.</summary>
    private T[] Trained<T>(string kind, bool isInterrupted)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Optimizer<T> optimizer = New<T>(kind);
        KeyValuePair<string, Variable<T>>[] variables = [new("x", new(Tensor.Ones<T>([2]))), new("unused", new(T.One))];
        for (int i = 0; i < 10; i++)
        {
            if (isInterrupted && i == 5)
            {
                optimizer.Save(_path, variables);
                optimizer = New<T>(kind);
                optimizer.Load(_path, variables);
                Assert.Equal(5, optimizer.Steps);
            }
            Tensor<T> gradient = Tensor.From([T.One, T.CreateChecked(i)]);
            optimizer.Apply([variables[0].Value], [gradient]);
        }
        return variables[0].Value.ToArray();
    }

    private static Optimizer<T> New<T>(string kind)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => kind switch
        {
            "Sgd" => new Sgd<T>(LearningRate.ExponentialDecay(0.1, 3, 0.5)),
            "momentum" => new Sgd<T>(0.1, momentum: 0.9, nesterov: true),
            "Adam" => new Adam<T>(0.1),
            "AMSGrad" => new Adam<T>(0.1, amsgrad: true),
            "RmsProp" => new RmsProp<T>(0.1),
            "centered" => new RmsProp<T>(0.1, centered: true),
            "all of RmsProp" => new RmsProp<T>(0.1, momentum: 0.5, centered: true),
            "Adadelta" => new Adadelta<T>(1),
            "Adamax" => new Adamax<T>(0.1),
            "Nadam" => new Nadam<T>(0.1),
            "Ftrl" => new Ftrl<T>(0.1, l1: 0.01),
            _ => new Adagrad<T>(0.1),
        };
}
