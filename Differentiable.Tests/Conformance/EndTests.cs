using System.Collections.Immutable;
using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>Recordings that are ended twice, and requests that name nothing.</summary>
public class EndTests
{
    private readonly GradientTape _tape = new();
    private readonly Variable<double> _x = new(3);

    [Fact]
    public void A_recording_that_has_ended_does_not_end_the_next_one()
    {
        RecordingScope first = _tape.Record();
        first.Dispose();
        using (_tape.Record())
        {
            first.Dispose();
            Assert.True(_tape.IsRecording);
        }
        Assert.False(_tape.IsRecording);
    }

    [Fact]
    public void What_goes_on_twice_is_recorded_once()
    {
        Tensor<double> y;
        using (_tape.Record())
        {
            RecordingScope pause = _tape.StopRecording();
            pause.Dispose();
            pause.Dispose();
            y = _x * _x;
        }
        Assert.False(_tape.IsRecording);
        Expect.Equal(6, _tape.Gradient(y, _x));
    }

    [Fact]
    public void Targets_and_sources_have_to_be_there()
    {
        Tensor<double> y = _tape.Record(() => _x * _x);
        Assert.Throws<ArgumentNullException>("target", () => _tape.Gradient((Tensor<double>)null!, _x));
        Assert.Throws<ArgumentNullException>("source", () => _tape.Gradient(y, (Tensor<double>)null!));
        Expect.Equal(6, _tape.Gradient(y, _x));
    }

    [Fact]
    public void Structures_that_cannot_be_filled_are_refused_before_the_tape_lets_go()
    {
        Tensor<double> y = _tape.Record(() => _x * _x);
        Assert.Throws<ArgumentException>("structure", () => _tape.MirroredGradient(y, ImmutableArray.Create<Tensor<double>>(_x)));
        Assert.Throws<ArgumentException>("structure", () => _tape.MirroredGradient(y, new Tensor<double>[,] { { _x } }));
        ArgumentException refused = Assert.Throws<ArgumentException>("structure", () => _tape.MirroredGradient(y, ImmutableDictionary<string, Tensor<double>>.Empty.Add("x", _x)));
        Assert.Contains("dictionaries of these that can be changed", refused.Message);
        Expect.Equal(6, _tape.MirroredGradient(y, new List<Tensor<double>> { _x })[0]);
    }
}
