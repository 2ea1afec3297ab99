using System.Buffers;
using Emulator.Protocol.EventStream;

namespace Emulator.Tests.Protocol.EventStream;

/// <remarks>The messages were accepted by botocore 1.43 and the JavaScript SDK 3.1168, which verify both checksums.</remarks>
public class EventStreamMessageTests
{
    readonly ArrayBufferWriter<byte> _output = new();

    [Fact]
    public void Begins_with_an_initial_response()
    {
        EventStreamMessage.WriteInitialResponse(_output);

        AssertWritten(
            "0000004500000035a382cc730d3a6d6573736167652d747970650700056576656e740b3a6576656e742d7479706507"
                + "0010696e697469616c2d726573706f6e7365b7624dee"
        );
    }

    [Fact]
    public void Wraps_an_event()
    {
        EventStreamMessage.WriteEvent(
            _output,
            "sessionUpdate",
            """{"sessionMetadata":{"sampled":false},"sessionResults":[]}"""u8
        );

        AssertWritten(
            "0000009c0000005383b615360d3a6d6573736167652d747970650700056576656e740b3a6576656e742d7479706507000d7365"
                + "7373696f6e5570646174650d3a636f6e74656e742d747970650700106170706c69636174696f6e2f6a736f6e7b227365737369"
                + "6f6e4d65746164617461223a7b2273616d706c6564223a66616c73657d2c2273657373696f6e526573756c7473223a5b5d7d8b"
                + "9f0a13"
        );
    }

    [Fact]
    public void Wraps_an_exception()
    {
        EventStreamMessage.WriteException(_output, "SessionTimeoutException", """{"message":"x"}"""u8);

        AssertWritten(
            "00000084000000651c9c5cec0d3a6d6573736167652d74797065070009657863657074696f6e0f3a657863657074696f6e2d74"
                + "797065070017"
                + "53657373696f6e54696d656f7574457863657074696f6e0d3a636f6e74656e742d74797065070010"
                + "6170706c69636174696f6e2f6a736f6e7b226d657373616765223a2278227d75a3cc69"
        );
    }

    void AssertWritten(string hex) => Assert.Equal(hex, Convert.ToHexStringLower(_output.WrittenSpan));
}
