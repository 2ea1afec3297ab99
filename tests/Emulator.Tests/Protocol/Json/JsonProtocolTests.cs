using Emulator.Protocol;
using Emulator.Protocol.Shapes;

namespace Emulator.Tests.Protocol.Json;

public class JsonProtocolTests
{
    static readonly WireCall CloudWatch = Recognise("GraniteServiceVersion20100801.GetDashboard");
    static readonly WireCall Logs = Recognise("Logs_20140328.DeleteLogGroup");

    // awsJson 1.0 and 1.1: a void operation has a content type and no body, one with an output shape at least {}.
    [Fact]
    public void A_void_operation_answers_nothing()
    {
        var answer = Answers.To(Logs, Empty.Value, hasOutput: false);

        Assert.Equal(
            (200, "application/x-amz-json-1.1", "", ""),
            (answer.Status, answer.ContentType, answer.Headers, answer.Text)
        );
    }

    [Fact]
    public void An_operation_with_nothing_to_say_answers_an_empty_object()
    {
        var answer = Answers.To(CloudWatch, new Sample(), hasOutput: true);

        Assert.Equal(
            (200, "application/x-amz-json-1.0", "", "{}"),
            (answer.Status, answer.ContentType, answer.Headers, answer.Text)
        );
    }

    [Fact]
    public void Writes_every_kind_of_value()
    {
        var sample = new Sample
        {
            Name = "é😀\"\\\n\u0001</>",
            Text = new Utf8Text("x"),
            Count = -1,
            Size = 1_785_585_600_123,
            Value = 41,
            Flag = true,
            Time = DateTimeOffset.FromUnixTimeMilliseconds(1_785_585_600_123),
            Blob = new byte[] { 0, 255 },
            Values = [0.1, double.NaN, double.NegativeInfinity],
            Rows =
            [
                [],
                ["a", "b"],
            ],
            Tags = new() { ["k\""] = "v" },
        };

        Assert.Equal(
            """
            {"Name":"é😀\"\\\n\u0001</>","Text":"x","Count":-1,"Size":1785585600123,"Value":41.0,"Flag":true,
            "Time":1.785585600123E9,"Blob":"AP8=","Values":[0.1,"NaN","-Infinity"],"Rows":[[],["a","b"]],
            "Tags":{"k\"":"v"}}
            """.ReplaceLineEndings(""),
            Answers.To(CloudWatch, sample, hasOutput: true).Text
        );
    }

    // Recorded from AWS: the namespace in __type, the Query code in the header.
    [Fact]
    public void An_error_of_CloudWatch_names_its_shape_and_its_Query_code()
    {
        var error = new AwsException("InvalidParameterValueException", "The value is wrong.")
        {
            QueryCode = "InvalidParameterValue",
        };

        var answer = Answers.To(CloudWatch, error);

        Assert.Equal((400, "x-amzn-query-error: InvalidParameterValue;Sender"), (answer.Status, answer.Headers));
        Assert.Equal(
            """{"__type":"com.amazonaws.cloudwatch.v2010_08_01#InvalidParameterValueException","message":"The value is wrong."}""",
            answer.Text
        );
    }

    // Recorded from AWS: SetAlarmState for an unknown alarm, which has no message.
    [Theory]
    [InlineData(true, 404)]
    [InlineData(false, 400)]
    public void The_status_of_Query_holds_only_in_query_mode(bool queryMode, int status)
    {
        var error = new AwsException("ResourceNotFound", null, 404) { QueryCode = "ResourceNotFound" };

        var answer = Answers.To(CloudWatch with { QueryMode = queryMode }, error);

        Assert.Equal((status, "x-amzn-query-error: ResourceNotFound;Sender"), (answer.Status, answer.Headers));
        Assert.Equal("""{"__type":"com.amazonaws.cloudwatch.v2010_08_01#ResourceNotFound"}""", answer.Text);
    }

    [Fact]
    public void An_error_without_a_Query_code_has_no_header()
    {
        var error = new AwsException("ConflictException", "no", 409) { CapitalMessage = true };

        var answer = Answers.To(CloudWatch, error);

        Assert.Equal((400, ""), (answer.Status, answer.Headers));
        Assert.Equal(
            """{"__type":"com.amazonaws.cloudwatch.v2010_08_01#ConflictException","Message":"no"}""",
            answer.Text
        );
    }

    [Fact]
    public void A_framework_error_has_the_framework_s_namespace()
    {
        var error = new AwsException("ValidationException", "1 validation error detected: …")
        {
            QueryCode = "ValidationError",
            TypeNamespace = "com.amazon.coral.validate",
        };

        Assert.StartsWith(
            """{"__type":"com.amazon.coral.validate#ValidationException",""",
            Answers.To(CloudWatch, error).Text
        );
    }

    // Recorded from AWS: Logs answers 400 where CloudWatch would answer 404, with the bare name and no header.
    [Fact]
    public void An_error_of_Logs_is_bare()
    {
        var error = new AwsException("ResourceNotFoundException", "The specified log group does not exist.", 404)
        {
            TypeNamespace = "ignored",
            QueryCode = "Ignored",
        };

        var answer = Answers.To(Logs with { QueryMode = true }, error);

        Assert.Equal((400, "application/x-amz-json-1.1", ""), (answer.Status, answer.ContentType, answer.Headers));
        Assert.Equal(
            """{"__type":"ResourceNotFoundException","message":"The specified log group does not exist."}""",
            answer.Text
        );
    }

    [Fact]
    public void Details_follow_the_message()
    {
        var error = new AwsException("MalformedQueryException", "no")
        {
            Details = writer =>
            {
                writer.Member("queryCompileError"u8);
                writer.BeginStructure();
                writer.EndStructure();
            },
        };

        Assert.Equal(
            """{"__type":"MalformedQueryException","message":"no","queryCompileError":{}}""",
            Answers.To(Logs, error).Text
        );
    }

    // The body that users of Logs report for an unknown operation is exactly this.
    [Fact]
    public void An_unknown_operation_has_no_message()
    {
        Assert.Equal(
            """{"__type":"UnknownOperationException"}""",
            Answers.To(Logs, Logs.Protocol.UnknownOperation(Logs)).Text
        );
        Assert.Equal(
            """{"__type":"com.amazon.coral.service#UnknownOperationException"}""",
            Answers.To(CloudWatch, CloudWatch.Protocol.UnknownOperation(CloudWatch)).Text
        );
    }

    // Fluent Bit gets this when it sends an object as a message; other errors spell the member with a small letter.
    [Fact]
    public void Input_of_the_wrong_kind_is_a_SerializationException()
    {
        Assert.Equal(
            """{"__type":"SerializationException","Message":"Start of list found where not expected"}""",
            Answers.To(Logs, WireErrors.Serialization("Start of list found where not expected")).Text
        );
    }

    // Of the statuses above 500 only this one is not retried by SDKs, measured with botocore, JavaScript v3 and Go.
    [Fact]
    public void What_is_not_implemented_answers_501()
    {
        var answer = Answers.To(CloudWatch, WireErrors.NotImplemented("GetDashboard is not implemented."));

        Assert.Equal((501, "x-amzn-query-error: NotImplemented;Receiver"), (answer.Status, answer.Headers));
    }

    [Fact]
    public void An_error_of_HTTP_keeps_its_status()
    {
        Assert.Equal(413, Answers.To(Logs, WireErrors.RequestEntityTooLarge(11, 10)).Status);
    }

    static WireCall Recognise(string target) =>
        Protocols.Recognise(Requests.Make("POST /", $"X-Amz-Target: {target}", ""));
}
