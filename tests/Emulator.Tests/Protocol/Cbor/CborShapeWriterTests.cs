using System.Buffers;
using Emulator.Protocol.Cbor;

namespace Emulator.Tests.Protocol.Cbor;

public class CborShapeWriterTests
{
    readonly ArrayBufferWriter<byte> _output = new();

    // A GetMetricData answer of AWS: indefinite containers, doubles and times in eight bytes though they would fit in fewer.
    [Fact]
    public void Writes_the_bytes_that_AWS_writes()
    {
        var writer = new CborShapeWriter(_output);

        writer.BeginStructure();
        writer.Member("MetricDataResults"u8);
        writer.BeginList();
        writer.BeginStructure();
        writer.Member("Id"u8);
        writer.WriteString("m1");
        writer.Member("Label"u8);
        writer.WriteString("L");
        writer.Member("Timestamps"u8);
        writer.BeginList();
        writer.WriteTimestamp(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));
        writer.EndList();
        writer.Member("Values"u8);
        writer.BeginList();
        writer.WriteDouble(41);
        writer.EndList();
        writer.Member("StatusCode"u8);
        writer.WriteString("Complete");
        writer.EndStructure();
        writer.EndList();
        writer.Member("Messages"u8);
        writer.BeginList();
        writer.EndList();
        writer.EndStructure();

        Assert.Equal(
            "bf714d657472696344617461526573756c74739fbf624964626d31654c6162656c614c6a54696d657374616d70739fc1fb41da9b"
                + "77f0000000ff6656616c7565739ffb4044800000000000ff6a537461747573436f646568436f6d706c657465ffff684d65737361"
                + "6765739fffff",
            Convert.ToHexStringLower(_output.WrittenSpan)
        );
    }
}
