using Emulator.Protocol;
using Emulator.Protocol.Shapes;

namespace Emulator.Tests.Protocol.Query;

public class QueryProtocolTests
{
    const string Namespace = "xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"";

    static readonly WireCall Call = Protocols.Recognise(Requests.Make("POST /", "", "Action=GetDashboard"));

    // botocore needs a document for every operation, and a result element for those that have an output shape.
    [Fact]
    public void A_void_operation_answers_without_a_result()
    {
        var answer = Answers.To(Call, Empty.Value, hasOutput: false);

        Assert.Equal((200, "text/xml", ""), (answer.Status, answer.ContentType, answer.Headers));
        Assert.Equal(
            $"<GetDashboardResponse {Namespace}><ResponseMetadata><RequestId>{Answers.RequestId}</RequestId></ResponseMetadata></GetDashboardResponse>",
            answer.Text
        );
    }

    [Fact]
    public void An_operation_with_nothing_to_say_answers_an_empty_result()
    {
        Assert.Contains(
            $"{Namespace}><GetDashboardResult/><ResponseMetadata>",
            Answers.To(Call, new Sample(), hasOutput: true).Text
        );
    }

    // Times with milliseconds only where there are some, doubles as Java prints them: recorded from AWS.
    [Fact]
    public void Writes_every_kind_of_value()
    {
        var sample = new Sample
        {
            Name = " a&b<c> ",
            Count = -1,
            Size = 1,
            Value = 41,
            Flag = false,
            Time = DateTimeOffset.FromUnixTimeSeconds(1_785_585_600),
            Blob = new byte[] { 0, 255 },
            Child = new Sample { Time = DateTimeOffset.FromUnixTimeMilliseconds(1_785_585_600_120) },
            Children = [new Sample(), new Sample { Name = "" }],
            Values = [],
            Rows =
            [
                ["a"],
                [],
            ],
            Tags = new() { ["k&"] = "v", ["l"] = "" },
            Index = new() { ["i"] = new Sample() },
        };

        Assert.Contains(
            "<GetDashboardResult><Name> a&amp;b&lt;c&gt; </Name><Count>-1</Count><Size>1</Size><Value>41.0</Value><Flag>false</Flag>"
                + "<Time>2026-08-01T12:00:00Z</Time><Blob>AP8=</Blob><Child><Time>2026-08-01T12:00:00.120Z</Time></Child>"
                + "<Children><member/><member><Name></Name></member></Children><Values/><Rows><member><member>a</member></member><member/></Rows>"
                + "<Tags><entry><key>k&amp;</key><value>v</value></entry><entry><key>l</key><value></value></entry></Tags>"
                + "<Index><entry><key>i</key><value/></entry></Index></GetDashboardResult>",
            Answers.To(Call, sample, hasOutput: true).Text
        );
    }

    // XML 1.0 cannot express these at all; botocore refuses even their references.
    [Fact]
    public void Drops_characters_that_XML_forbids()
    {
        var sample = new Sample { Name = "a\u0000\u0001\u001fb\uFFFEc\uFFFFd\uFFFDe\r\n\tＡ" };

        Assert.Contains("<Name>abcd\uFFFDe&#xD;\n\tＡ</Name>", Answers.To(Call, sample, hasOutput: true).Text);
    }

    // The layout of recorded errors. JavaScript v2 and botocore see the message only with a capital letter.
    [Fact]
    public void An_error_names_its_Query_code()
    {
        var error = new AwsException("MissingRequiredParameterException", "The parameter <Namespace> is required.")
        {
            QueryCode = "MissingParameter",
        };

        var answer = Answers.To(Call, error);

        Assert.Equal((400, "text/xml", ""), (answer.Status, answer.ContentType, answer.Headers));
        Assert.Equal(
            $"<ErrorResponse {Namespace}><Error><Type>Sender</Type><Code>MissingParameter</Code>"
                + "<Message>The parameter &lt;Namespace&gt; is required.</Message></Error>"
                + $"<RequestId>{Answers.RequestId}</RequestId></ErrorResponse>",
            answer.Text
        );
    }

    [Fact]
    public void Details_follow_the_message()
    {
        var error = new AwsException("DashboardInvalidInputError", "m")
        {
            QueryCode = "InvalidParameterInput",
            Details = writer =>
            {
                writer.Member("dashboardValidationMessages"u8);
                writer.BeginList();
                writer.BeginStructure();
                writer.Member("DataPath"u8);
                writer.WriteString("/widgets");
                writer.EndStructure();
                writer.EndList();
            },
        };

        Assert.Contains(
            "<Message>m</Message><dashboardValidationMessages><member><DataPath>/widgets</DataPath></member></dashboardValidationMessages></Error>",
            Answers.To(Call, error).Text
        );
    }

    // Recorded from AWS: SetAlarmState for an unknown alarm. 404 whether or not query mode is asked for.
    [Fact]
    public void An_error_keeps_its_status_and_may_lack_a_message()
    {
        var answer = Answers.To(
            Call,
            new AwsException("ResourceNotFound", null, 404) { QueryCode = "ResourceNotFound" }
        );

        Assert.Equal(404, answer.Status);
        Assert.Contains("<Error><Type>Sender</Type><Code>ResourceNotFound</Code></Error>", answer.Text);
    }

    [Fact]
    public void An_error_without_a_Query_code_goes_by_its_own()
    {
        Assert.Contains(
            "<Code>ConflictException</Code>",
            Answers.To(Call, new AwsException("ConflictException", "m", 409)).Text
        );
    }

    [Fact]
    public void A_fault_of_the_service_is_a_receiver_s()
    {
        var answer = Answers.To(Call, WireErrors.InternalFailure("m"));

        Assert.Equal(500, answer.Status);
        Assert.Contains("<Type>Receiver</Type><Code>InternalFailure</Code>", answer.Text);
    }

    [Fact]
    public void An_unknown_action_is_named()
    {
        Assert.Contains(
            "<Code>InvalidAction</Code><Message>Could not find operation GetDashboard for version 2010-08-01</Message>",
            Answers.To(Call, Call.Protocol.UnknownOperation(Call)).Text
        );
    }
}
