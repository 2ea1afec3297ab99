using Emulator.Protocol.Cbor;
using Emulator.Protocol.Shapes;

namespace Emulator.Tests.Protocol.Cbor;

public class CborDocumentTests
{
    // Bytes on disk: a change of these is a change of the file format.
    [Fact]
    public void Writes_the_same_bytes_in_every_version()
    {
        var sample = new Sample
        {
            Name = "é",
            Count = -1,
            Value = 41,
            Flag = true,
            Time = DateTimeOffset.FromUnixTimeMilliseconds(1_785_585_600_123),
            Values = [],
        };

        Assert.Equal(
            "bf644e616d6562c3a965436f756e74206556616c7565fb404480000000000064466c6167f56454696d65c1fb41da9b77f007df3b6656616c7565739fffff",
            Convert.ToHexStringLower(CborDocument.Write(sample))
        );
    }

    [Theory]
    [InlineData(0x7ff8000000000000)]
    [InlineData(0x7ff8000000000123)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void Keeps_every_bit_of_a_double(long bits)
    {
        var sample = new Sample { Value = BitConverter.Int64BitsToDouble(bits) };

        var copy = CborDocument.Read<Sample>(CborDocument.Write(sample));

        Assert.Equal(bits, BitConverter.DoubleToInt64Bits(copy.Value!.Value));
    }

    [Fact]
    public void Keeps_the_instant_of_a_time_with_an_offset()
    {
        var time = new DateTimeOffset(2026, 8, 1, 14, 0, 0, 123, TimeSpan.FromHours(2));

        Assert.Equal(time, CborDocument.Read<Sample>(CborDocument.Write(new Sample { Time = time })).Time);
    }

    [Fact]
    public void Refuses_bytes_that_are_no_document()
    {
        var document = CborDocument.Write(new Sample { Text = new Utf8Text("abc") });

        Assert.Throws<InvalidDataException>(() => CborDocument.Read<Sample>(document.AsMemory(..^2)));
    }
}
