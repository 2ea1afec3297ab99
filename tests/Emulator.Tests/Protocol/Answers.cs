using System.Buffers;
using System.Text;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;

namespace Emulator.Tests.Protocol;

/// <summary>What a protocol makes of an answer or an error, as text.</summary>
sealed record Answers(int Status, string? ContentType, string Headers, byte[] Body)
{
    public const string RequestId = "7a62c49f-347e-4fc4-9331-6e8eEXAMPLE";

    public string Text => Encoding.UTF8.GetString(Body);

    public string Hex => Convert.ToHexStringLower(Body);

    public static Answers To(WireCall call, IShape answer, bool hasOutput) =>
        Capture(response => call.Protocol.WriteAnswer(response, call, answer, hasOutput, RequestId));

    public static Answers To(WireCall call, AwsException error) =>
        Capture(response => call.Protocol.WriteError(response, call, error, RequestId));

    static Answers Capture(Action<WireResponse> write)
    {
        var body = new ArrayBufferWriter<byte>();
        var response = new WireResponse { Body = body };
        write(response);

        // Every answer carries the id; the others are what a test is about.
        Assert.Contains(new("x-amzn-RequestId", RequestId), response.Headers);
        var others = response.Headers.Where(header => header.Key != "x-amzn-RequestId");
        return new Answers(
            response.Status,
            response.ContentType,
            string.Join(", ", others.Select(header => $"{header.Key}: {header.Value}")),
            body.WrittenSpan.ToArray()
        );
    }
}
