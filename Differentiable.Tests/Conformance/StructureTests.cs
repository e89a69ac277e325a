using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>The result of a gradient mirrors the sources.</summary>
public class StructureTests
{
    private static readonly Variable<float> s_a = new(1), s_b = new(2), s_c = new(3);

    [Fact]
    public void Tuples_in_tuples()
    {
        (Tensor<float> A, (Tensor<float> B, Tensor<float> C)) sources = (s_a, (s_b, s_c));
        (Tensor<float> a, (Tensor<float> b, Tensor<float> c)) = Record(out Tensor<float> y).MirroredGradient(y, sources);
        Assert.Equal([6, 3, 2], new[] { (float)a, (float)b, (float)c });
    }

    [Fact]
    public void Dictionaries_of_lists_and_arrays_of_tuples()
    {
        Dictionary<string, List<Tensor<float>>> byName = new() { ["first"] = [s_a], ["others"] = [s_b, s_c] };
        Dictionary<string, List<Tensor<float>>> gradients = Record(out Tensor<float> y).MirroredGradient(y, byName);
        Assert.Equal([6, 3, 2], gradients.Values.SelectMany(list => list).Select(gradient => (float)gradient));
        (Tensor<float>, Tensor<float>)[] pairs = Record(out y).MirroredGradient(y, new[] { ((Tensor<float>)s_a, (Tensor<float>)s_b) });
        Assert.Equal([6, 3], new[] { (float)pairs[0].Item1, (float)pairs[0].Item2 });
    }

    [Fact]
    public void What_is_not_connected_is_null_or_zero()
    {
        (Tensor<float>, Tensor<float>[]) sources = (s_a, [new Variable<float>(5)]);
        Assert.Null(Record(out Tensor<float> y).MirroredGradient(y, sources).Item2[0]);
        Expect.Equal(0, Record(out y).MirroredGradient(y, sources, UnconnectedGradients.Zero).Item2[0]);
    }

    [Fact]
    public void Structures_that_cannot_hold_gradients_are_refused()
    {
        GradientTape tape = Record(out Tensor<float> y);
        Assert.Contains("Tensor<T>", Assert.Throws<ArgumentException>(() => tape.MirroredGradient(y, (s_a, (s_b, s_c)))).Message, StringComparison.Ordinal);
        Assert.Contains("Tensor<T>", Assert.Throws<ArgumentException>(() => Record(out y).MirroredGradient(y, new List<Variable<float>> { s_a, s_b })).Message, StringComparison.Ordinal);
        Assert.Contains("Tensor<T>", Assert.Throws<ArgumentException>(() => Record(out y).MirroredGradient(y, new Dictionary<string, Variable<float>> { ["a"] = s_a })).Message, StringComparison.Ordinal);
        Assert.Contains("Tensor<T>", Assert.Throws<ArgumentException>(() => Record(out y).MirroredGradient(y, new[] { s_a })).Message, StringComparison.Ordinal);
        Assert.Contains("Tensor<T>", Assert.Throws<ArgumentException>(() => Record(out y).MirroredGradient(y, s_a)).Message, StringComparison.Ordinal);
        Expect.Equal(6, Record(out y).MirroredGradient(y, (Tensor<float>)s_a));
        Assert.Contains("System.String", Assert.Throws<ArgumentException>(() => Record(out y).MirroredGradient(y, ((Tensor<float>)s_a, "b"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_of_another_type_than_the_target()
    {
        Variable<Half> x = new((Half)3);
        GradientTape tape = new();
        Tensor<float> y = tape.Record(() => Tensor.Square(Tensor.Cast<Half, float>(x)));
        Tensor<Half>? dx = tape.Gradient(y, x);
        Assert.Equal((Half)6, dx!.ToScalar());
    }

    [Fact]
    public void A17_Sources_and_targets_of_several_types()
    {
        Variable<float> x = new(3);
        Tensor<int> s = 7;
        Tensor<double> z = 2;
        GradientTape tape = new();
        Tensor<float> y;
        Tensor<double> w;
        using (tape.Record())
        {
            tape.Watch(z);
            y = x * x;
            w = z * z;
        }
        TensorBase?[] gradients = tape.Gradient(new TensorBase[] { x, y, s, w }, new TensorBase[] { x, z, s });
        Expect.Equal(7, (Tensor<float>?)gradients[0]);
        Expect.Equal(4, (Tensor<double>?)gradients[1]);
        Assert.Null(gradients[2]);
    }

    [Fact]
    public void Structures_of_targets_are_weighted_by_structures_like_theirs()
    {
        GradientTape tape = new();
        (Tensor<float> Product, Tensor<float> Square) targets;
        using (tape.Record())
            targets = (s_a * s_b, s_b * s_b);
        (Tensor<float> A, Tensor<float> B) sources = (s_a, s_b);
        (Tensor<float> a, Tensor<float> b) = tape.MirroredGradient(targets, sources, outputGradients: ((Tensor<float>)10, (Tensor<float>)100));
        Expect.Equal(20, a);
        Expect.Equal(410, b);
        ArgumentException tooFew = Assert.Throws<ArgumentException>(() => Persistent(out Tensor<float> y).MirroredGradient((y, y), sources, outputGradients: y));
        Assert.Contains("2 targets and 1 output gradients", tooFew.Message, StringComparison.Ordinal);
    }

    /// <summary>Written as collections, too, which would else be stacked to one tensor that no tape knows.</summary>
    [Fact]
    public void Lists_of_targets_for_all_structures_of_sources()
    {
        GradientTape tape = new(persistent: true);
        Tensor<float> y, z;
        using (tape.Record())
            (y, z) = (s_a * s_b, s_b * s_c);
        (Tensor<float>? a, Tensor<float>? b) = tape.Gradient([y, z], (s_a, s_b));
        Assert.Equal([2, 4], new[] { (float)a!, (float)b! });
        (a, b, Tensor<float>? c) = tape.Gradient([y, z], (s_a, s_b, s_c));
        Assert.Equal([2, 4, 2], new[] { (float)a!, (float)b!, (float)c! });
        (_, _, _, Tensor<float>? last) = tape.Gradient([y, z], (s_a, s_b, s_c, s_b));
        Expect.Equal(4, last);
        Dictionary<string, Tensor<float>> byName = new() { ["b"] = s_b };
        Expect.Equal(4, tape.Gradient([y, z], byName)["b"]);
        Dictionary<string, Variable<float>> variables = new() { ["c"] = s_c };
        Expect.Equal(2, tape.Gradient([y, z], variables)["c"]);
        Expect.Equal(31, tape.GradientWith([y, z], [1f, 10f], s_b));
    }

    [Fact]
    public void Tuples_of_more_than_seven()
    {
        Tensor<float> a = s_a;
        (Tensor<float>, Tensor<float>, Tensor<float>, Tensor<float>, Tensor<float>, Tensor<float>, Tensor<float>, Tensor<float>, Tensor<float>) sources = (a, s_b, s_c, a, a, a, a, a, s_b);
        Expect.Equal(3, Record(out Tensor<float> y).MirroredGradient(y, sources).Item9);
    }

    [Fact]
    public void Weighted_gradients_for_tuples_and_dictionaries()
    {
        GradientTape tape = Persistent(out Tensor<float> y);
        (Tensor<float>? a, Tensor<float>? b) = tape.GradientWith(y, (Tensor<float>)10, (s_a, s_b));
        Assert.Equal([60, 30], new[] { (float)a!, (float)b! });
        (a, b, Tensor<float>? c) = tape.GradientWith(y, (Tensor<float>)10, (s_a, s_b, s_c));
        Assert.Equal([60, 30, 20], new[] { (float)a!, (float)b!, (float)c! });
        Dictionary<string, Tensor<float>> byName = new() { ["c"] = s_c, ["a"] = s_a };
        Assert.Equal([20, 60], tape.GradientWith(y, (Tensor<float>)10, byName).Values.Select(gradient => (float)gradient!));
    }

    [Fact]
    public void Jacobians_mirror_their_sources()
    {
        Variable<float> w = new([1f, 2], name: "w"), b = new([3f, 4], name: "b"), other = new(5);
        GradientTape tape = new(persistent: true);
        Tensor<float> y;
        using (tape.Record())
            y = (w * w) + (2 * b);
        Tensor<float> dw = [[2, 0], [0, 4]], db = [[2, 0], [0, 2]];
        (Tensor<float>? first, Tensor<float>? second, Tensor<float>? third) = tape.Jacobian(y, (w, b, other));
        Expect.Equal(dw, first);
        Expect.Equal(db, second);
        Assert.Null(third);
        Dictionary<string, Variable<float>> byName = new() { ["b"] = b, ["w"] = w };
        Dictionary<string, Tensor<float>?> jacobians = tape.Jacobian(y, byName);
        Expect.Equal(dw, jacobians["w"]);
        Expect.Equal(db, jacobians["b"]);
        (Tensor<float> W, List<Tensor<float>> Others) sources = (w, [b, other]);
        (Tensor<float> W, List<Tensor<float>> Others) mirrored = tape.MirroredJacobian(y, sources, UnconnectedGradients.Zero);
        Expect.Equal(dw, mirrored.W);
        Expect.Equal(db, mirrored.Others[0]);
        Expect.Equal([0, 0], mirrored.Others[1]);
        (Tensor<float> W, Tensor<double> Other) mixed = tape.MirroredJacobian(y, ((Tensor<float>)w, Tensor.Zeros<double>(3)), UnconnectedGradients.Zero);
        Expect.Equal(dw, mixed.W);
        Expect.Equal(Tensor.Zeros<double>(2, 3), mixed.Other);
    }

    [Fact]
    public void Tangents_mirror_their_targets()
    {
        ForwardAccumulator forward = new();
        forward.Watch(s_a, 1f);
        (Tensor<float> Product, List<Tensor<float>> Others) targets;
        using (forward.Record())
            targets = (s_a * s_b, [s_a * s_a * s_a, s_b * s_c]);
        ForwardAccumulator several = new();
        several.Watch([s_a, s_b], [1f, 10f]);
        using (several.Record())
            Expect.Equal(12, several.Jvp(s_a * s_b));
        Assert.Throws<ArgumentException>("tangents", () => several.Watch([s_c], [1f, 1f]));
        Tensor<float>?[] tangents = forward.Jvp([targets.Product, .. targets.Others]);
        Assert.Equal([2, 3], tangents[..2].Select(tangent => (float)tangent!));
        Assert.Null(tangents[2]);
        (Tensor<float> product, List<Tensor<float>> others) = forward.MirroredJvp(targets, UnconnectedGradients.Zero);
        Assert.Equal([2, 3, 0], new[] { (float)product, (float)others[0], (float)others[1] });
    }

    private static GradientTape Persistent(out Tensor<float> y)
    {
        GradientTape tape = new(persistent: true);
        using (tape.Record())
            y = s_a * s_b * s_c;
        return tape;
    }

    private static GradientTape Record(out Tensor<float> y)
    {
        GradientTape tape = new();
        using (tape.Record())
            y = s_a * s_b * s_c;
        return tape;
    }
}
