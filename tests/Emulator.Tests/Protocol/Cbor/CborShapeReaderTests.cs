using Emulator.Protocol;
using Emulator.Protocol.Cbor;

namespace Emulator.Tests.Protocol.Cbor;

public class CborShapeReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a0")]
    [InlineData("bfff")]
    public void An_empty_body_is_an_empty_structure(string hex) => Assert.Equal(new Sample(), Read(hex));

    [Theory]
    [InlineData("a000")]
    [InlineData("bf")]
    [InlineData("a1")]
    [InlineData("bf6161")]
    [InlineData("a16161")]
    [InlineData("bf6161ff")]
    [InlineData("a161611c")]
    [InlineData("a16161fc")]
    [InlineData("a16161ff")]
    [InlineData("a161613f")]
    [InlineData("a16161df")]
    [InlineData("a1616118")]
    [InlineData("c1")]
    [InlineData("f6")]
    public void Refuses_what_is_not_one_CBOR_map(string hex)
    {
        Assert.Equal("SerializationException", Assert.Throws<AwsException>(() => Read(hex)).Code);
    }

    // "u" over each kind of item, then "Count": 2.
    [Theory]
    [InlineData("00")]
    [InlineData("3903e7")]
    [InlineData("4100")]
    [InlineData("5f4100ff")]
    [InlineData("6161")]
    [InlineData("8201820203")]
    [InlineData("9f9fffff")]
    [InlineData("a1616101")]
    [InlineData("bf01bf0203ffff")]
    [InlineData("c11a6a6ddfc0")]
    [InlineData("c249010000000000000000")]
    [InlineData("f4")]
    [InlineData("f0")]
    [InlineData("f820")]
    [InlineData("f90000")]
    public void Passes_over_unknown_members(string item) =>
        Assert.Equal(new Sample { Count = 2 }, Read($"bf6175{item}65436f756e7402ff"));

    [Fact]
    public void Lets_the_last_duplicate_win() =>
        Assert.Equal(new Sample { Count = 2 }, Read("a265436f756e740165436f756e7402"));

    [Fact]
    public void Text_with_a_length_is_a_slice_of_the_body()
    {
        var body = Convert.FromHexString("a164546578746161");

        Assert.True(body.AsSpan().Overlaps(Sample.Read(new CborShapeReader(body), new()).Text!.Value.Span));
    }

    [Fact]
    public void Nests_64_levels_and_no_deeper()
    {
        Assert.NotNull(Read("a16175" + string.Concat(Enumerable.Repeat("81", 62)) + "80"));
        Assert.Contains(
            "deeper than 64",
            Assert.Throws<AwsException>(() => Read("a16175" + string.Concat(Enumerable.Repeat("81", 64)) + "80")).Text
        );
    }

    [Fact]
    public void Reserves_nothing_for_a_length_that_is_only_declared()
    {
        var bodies = new[]
        {
            "a1664e616d65733b7fffffff",
            "a1665661 6c756573 9a7fffffff",
            "bb7fffffffffffffff",
            "a1644e616d657b00000000ffffffff",
        };
        var before = GC.GetAllocatedBytesForCurrentThread();

        foreach (var body in bodies)
        {
            Assert.Throws<AwsException>(() => Read(body.Replace(" ", "")));
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    static Sample Read(string hex) => Sample.Read(new CborShapeReader(Convert.FromHexString(hex)), new());
}
