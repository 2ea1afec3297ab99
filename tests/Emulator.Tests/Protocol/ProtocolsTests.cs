using Emulator.Protocol;
using Emulator.Tests.Support;

namespace Emulator.Tests.Protocol;

public class ProtocolsTests
{
    [Theory, CaseFile("wire-routing.txt")]
    public void Recognises_a_request(string line, string headers, string body, string expected)
    {
        var call = Protocols.Recognise(Requests.Make(line, headers, body));

        var protocol = call.Protocol.GetType().Name.Replace("Protocol", "");
        var operation = call.Operation.Length == 0 ? "-" : call.Operation;
        var refusal = protocol == "Query" ? call.Refusal?.QueryCode : call.Refusal?.Code;
        Assert.Equal(expected, $"{protocol} {call.Service} {operation} {refusal}".TrimEnd());
    }

    [Theory]
    [InlineData("x-amzn-query-mode: true", true)]
    [InlineData("X-Amzn-Query-Mode: True", true)]
    [InlineData("x-amzn-query-mode: false", false)]
    [InlineData("", false)]
    public void Sees_who_wants_the_statuses_of_Query(string header, bool expected)
    {
        var headers = "X-Amz-Target: GraniteServiceVersion20100801.PutDashboard; " + header;

        Assert.Equal(expected, Protocols.Recognise(Requests.Make("POST /", headers, "")).QueryMode);
    }

    [Fact]
    public void A_presigned_request_reads_its_input_from_URL_and_body()
    {
        var request = Requests.Make("POST /?Action=ListMetrics&Name=a&X-Amz-Signature=0", "", "Count=5");

        var input = Protocols.Recognise(request).Protocol.OpenInput(request);

        Assert.Equal(new Sample { Name = "a", Count = 5 }, Sample.Read(input, new()));
    }
}
