using Emulator.Protocol;
using Emulator.Protocol.Shapes;

namespace Emulator.Tests.Protocol.Cbor;

public class CborProtocolTests
{
    static readonly WireCall CloudWatch = Recognise("GraniteServiceVersion20100801");
    static readonly WireCall Logs = Recognise("Logs_20140328");

    // The Go SDK takes nothing without the header.
    [Fact]
    public void A_void_operation_answers_nothing()
    {
        var answer = Answers.To(CloudWatch, Empty.Value, hasOutput: false);

        Assert.Equal(
            (200, null, "smithy-protocol: rpc-v2-cbor", ""),
            (answer.Status, answer.ContentType, answer.Headers, answer.Hex)
        );
    }

    // botocore fails on an empty body where it expects a map.
    [Fact]
    public void An_operation_with_nothing_to_say_answers_an_empty_map()
    {
        var answer = Answers.To(CloudWatch, new Sample(), hasOutput: true);

        Assert.Equal((200, "application/cbor", "bfff"), (answer.Status, answer.ContentType, answer.Hex));
    }

    // Recorded from AWS.
    [Fact]
    public void Writes_the_error_that_AWS_writes()
    {
        var error = new AwsException("ResourceNotFound", null, 404) { QueryCode = "ResourceNotFound" };

        var answer = Answers.To(CloudWatch with { QueryMode = true }, error);

        Assert.Equal((404, "application/cbor"), (answer.Status, answer.ContentType));
        Assert.Equal("x-amzn-query-error: ResourceNotFound;Sender, smithy-protocol: rpc-v2-cbor", answer.Headers);
        Assert.Equal(
            "bf665f5f747970657835636f6d2e616d617a6f6e6177732e636c6f756477617463682e76323031305f30385f3031235265736f"
                + "757263654e6f74466f756e64ff",
            answer.Hex
        );
    }

    [Fact]
    public void An_error_of_Logs_is_bare()
    {
        var answer = Answers.To(Logs, new AwsException("InvalidParameterException", "m"));

        Assert.Equal((400, "smithy-protocol: rpc-v2-cbor"), (answer.Status, answer.Headers));
        Assert.Equal(
            "bf665f5f747970657819496e76616c6964506172616d65746572457863657074696f6e676d657373616765616dff",
            answer.Hex
        );
    }

    static WireCall Recognise(string service) =>
        Protocols.Recognise(Requests.Make($"POST /service/{service}/operation/X", "smithy-protocol: rpc-v2-cbor", ""));
}
