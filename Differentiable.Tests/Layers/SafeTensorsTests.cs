using System.Text;
using Differentiable.Layers;
using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Layers;

/// <summary>Parameters in files.</summary>
public sealed class SafeTensorsTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.safetensors");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void The_format_is_a_length_a_header_and_the_elements()
    {
        using MemoryStream stream = new();
        SafeTensors.Write(stream, new Dictionary<string, Tensor<float>> { ["a"] = [[1, 2]], ["b"] = 3 });
        byte[] bytes = stream.ToArray();
        const string Header = """{"a":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[],"data_offsets":[8,12]}}   """;
        Assert.Equal(0, Header.Length % 8);
        Assert.Equal(Header.Length, BitConverter.ToInt64(bytes));
        Assert.Equal(Header, Encoding.UTF8.GetString(bytes, 8, Header.Length));
        Assert.Equal([1f, 2f, 3f], Enumerable.Range(0, 3).Select(i => BitConverter.ToSingle(bytes, 8 + Header.Length + (4 * i))));
    }

    [Fact]
    public void What_is_written_is_read()
    {
        using MemoryStream stream = new();
        Tensor<Half> view = Tensor.Transpose(Tensor.From([(Half)1, (Half)2, (Half)3, (Half)4, (Half)5, (Half)6], [2, 3]));
        SafeTensors.Write(stream, new Dictionary<string, Tensor<Half>> { ["x"] = view, ["nothing"] = Tensor.Zeros<Half>([0, 2]) });
        stream.Position = 0;
        Dictionary<string, Tensor<Half>> read = SafeTensors.Read<Half>(stream);
        Assert.Equal(view.ToArray(), read["x"].ToArray());
        Assert.Equal([3, 2], read["x"].Shape);
        Assert.Equal([0, 2], read["nothing"].Shape);
    }

    [Fact]
    public void A_condition_is_one_byte()
    {
        using MemoryStream stream = new();
        Tensor<bool> x = new[] { true, false, true };
        SafeTensors.Write(stream, new Dictionary<string, Tensor<bool>> { ["x"] = x });
        Assert.Contains("[0,3]", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
        stream.Position = 0;
        Assert.Equal(x.ToArray(), SafeTensors.Read<bool>(stream)["x"].ToArray());
    }

    [Fact]
    public void A_network_is_saved_and_loaded()
    {
        Sequential<double> saved = new(new Dense<double>(4, "tanh"), new Dense<double>(1)), loaded = new(new Dense<double>(4, "tanh"), new Dense<double>(1));
        Tensor<double> x = [[1, 2, 3]], y = saved.Apply(x);
        saved.Save(_path);
        Assert.Contains("apply the module", Assert.Throws<InvalidDataException>(() => loaded.Load(_path)).Message, StringComparison.Ordinal);
        loaded.Apply(x);
        loaded.Load(_path);
        Expect.Equal(y, loaded.Apply(x), 0);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Sequential<double> saved = new(new Dense<double>(4)), other = new(new Dense<double>(5));
        saved.Apply([[1, 2, 3]]);
        other.Apply([[1, 2, 3]]);
        saved.Save(_path);
        Assert.Contains("(3, 4) there and (3, 5) here", Assert.Throws<InvalidDataException>(() => other.Load(_path)).Message, StringComparison.Ordinal);
        using FileStream file = File.OpenRead(_path);
        Assert.Contains("F64, not F32", Assert.Throws<InvalidDataException>(() => SafeTensors.Read<float>(file)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", "\"b\" begin at byte 4 of the data, where those of another tensor are, up to byte 8")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[8,12]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "from 4 to 8, before the elements of \"a\", belong to no tensor")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "there are 4 bytes that belong to none")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}""", "12 bytes of data")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[12,0]}}""", "no beginning and end: [12, 0]")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,12]}}""", "has the shape (2)")]
    public void Each_byte_belongs_to_one_tensor(string header, string expected) =>
        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => SafeTensors.Read<float>(FileOf(header, new byte[12]))).Message, StringComparison.Ordinal);

    [Fact]
    public void Tensors_of_other_types_can_be_left_out()
    {
        const string Header = """{"step":{"dtype":"I64","shape":[],"data_offsets":[0,8]},"x":{"dtype":"F32","shape":[1],"data_offsets":[8,12]},"new":{"dtype":"F8_E4M3","shape":[2],"data_offsets":[12,14]}}""";
        byte[] data = [.. BitConverter.GetBytes(7L), .. BitConverter.GetBytes(1.5f), 0, 0];
        Assert.Contains("I64", Assert.Throws<InvalidDataException>(() => SafeTensors.Read<float>(FileOf(Header, data))).Message, StringComparison.Ordinal);
        Assert.Equal(["x"], SafeTensors.Read<float>(FileOf(Header, data), skipOthers: true).Keys);
        Assert.Equal(7, SafeTensors.Read<long>(FileOf(Header, data), skipOthers: true)["step"].ToScalar());
    }

    [Fact]
    public void Brain_floats_are_read_as_floats()
    {
        const string Header = """{"x":{"dtype":"BF16","shape":[3],"data_offsets":[0,6]}}""";
        byte[] data = [0xC0, 0x3F, 0x00, 0xC0, 0x80, 0x7F];
        Expect.Equal([1.5f, -2, float.PositiveInfinity], SafeTensors.Read<float>(FileOf(Header, data))["x"]);
        Assert.Throws<InvalidDataException>(() => SafeTensors.Read<double>(FileOf(Header, data)));
    }

    [Fact]
    public void A_file_may_have_more_and_fewer_tensors_if_that_is_allowed()
    {
        Sequential<double> saved = new(new Dense<double>(4)), loaded = new(new Dense<double>(4), new Dense<double>(1));
        Tensor<double> x = [[1, 2, 3]];
        saved.Apply(x);
        loaded.Apply(x);
        saved.Save(_path);
        Assert.Throws<InvalidDataException>(() => loaded.Load(_path));
        Assert.Equal(["0/kernel", "0/bias"], loaded.Load(_path, isStrict: false));
        Expect.Equal(saved.NamedVariables[0].Value, loaded.NamedVariables[0].Value, 0);
    }

    [Fact]
    public void Names_that_could_not_be_read_again_are_refused()
    {
        Assert.Contains("\"a/kernel\" has a slash", Assert.Throws<ArgumentException>("name", () => new Named("a/kernel")).Message, StringComparison.Ordinal);
        KeyValuePair<string, Tensor<float>> x = new("x", 1);
        Assert.Contains("\"x\"", Assert.Throws<ArgumentException>("names", () => SafeTensors.Write(Stream.Null, [x, x])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("names", () => SafeTensors.Write(Stream.Null, [new KeyValuePair<string, Tensor<float>>("__metadata__", 1)]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no such file at all")]
    [InlineData("\u0002\0\0\0\0\0\0\0{x")]
    [InlineData("\u0008\0\0\0\0\0\0\0{\"a\":{}}")]
    public void What_is_no_such_file_is_refused(string text) => Assert.Throws<InvalidDataException>(() => SafeTensors.Read<float>(new MemoryStream(Encoding.UTF8.GetBytes(text))));

    private static MemoryStream FileOf(string header, byte[] data) => new([.. BitConverter.GetBytes((long)header.Length), .. Encoding.UTF8.GetBytes(header), .. data]);

    private sealed class Named : Module<float>
    {
        public Named(string name) => Add(name, 1f);

        public override Tensor<float> Apply(Tensor<float> x) => x;
    }
}
