using System.Buffers;
using System.Text;
using Emulator.Protocol;
using Emulator.Protocol.Json;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Sigv4;
using Emulator.Protocol.Validation;

namespace Emulator.Tests.Protocol.Clients;

public class RecordedRequestTests
{
    public static TheoryData<string> Titles { get; } = [.. RecordedRequest.ReadAll().Select(request => request.Title)];

    [Theory, MemberData(nameof(Titles))]
    public void Means_what_the_client_was_told_to_send(string title)
    {
        var recorded = RecordedRequest.ReadAll().Single(request => request.Title == title);
        var call = Protocols.Recognise(recorded.Request);
        var scope = CredentialScope.Of(recorded.Request);

        Assert.Null(call.Refusal);
        Assert.Equal(recorded.Caller, $"{scope.AccessKey} {scope.Region}");
        Assert.Equal(recorded.Input, ToJson(Read(call.Operation, call.Protocol.OpenInput(recorded.Request))));
    }

    [Fact]
    public void Speaks_for_every_protocol()
    {
        var protocols = RecordedRequest
            .ReadAll()
            .Select(recorded => Protocols.Recognise(recorded.Request).Protocol.GetType().Name);

        Assert.Equal(["CborProtocol", "JsonProtocol", "QueryProtocol"], protocols.Distinct().Order());
    }

    public static IShape Read(string operation, ShapeReader input) =>
        operation switch
        {
            "PutMetricData" => Read<RecordedShapes.PutMetricData>(input),
            "GetMetricData" => Read<RecordedShapes.GetMetricData>(input),
            "ListMetrics" => Read<RecordedShapes.ListMetrics>(input),
            "PutMetricAlarm" => Read<RecordedShapes.PutMetricAlarm>(input),
            _ => Read<RecordedShapes.PutLogEvents>(input),
        };

    static T Read<T>(ShapeReader input)
        where T : IShape<T> => T.Read(input, new ConstraintReport());

    /// <summary>Writes JSON with the members in the order of the declaration, whatever order they came in.</summary>
    static string ToJson(IShape shape)
    {
        var output = new ArrayBufferWriter<byte>();
        shape.Write(new JsonShapeWriter(output));
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
