using System.Text;
using Emulator.Server.Deliveries;

namespace Emulator.Tests.Server.Deliveries;

/// <summary>The signatures are those of botocore 1.43 for the same requests, with the secret key <c>test</c>.</summary>
public class AwsRequestTests
{
    static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(
        "arn:aws:lambda:us-east-1:123456789012:function:my fn",
        "/2015-03-31/functions/my%20fn/invocations?Qualifier=live",
        """{"a":1}""",
        "e8d84f77f858e7b5b898c75d97e1217e6af78618d1f5b14f874bbe9727b97d6d"
    )]
    [InlineData(
        "arn:aws:sns:eu-west-1:123456789012:alerts",
        "/",
        "Action=Publish&Version=2010-03-31",
        "43709876d9a2fc31a59129220cf72549c1a39dc5c66e55b518e02f9b7de9ecf0"
    )]
    public void A_request_is_signed_as_AWS_signs(string target, string path, string body, string signature)
    {
        var arn = TargetArn.Parse(target);

        using var request = AwsRequest.Plain(
            new Uri("http://localhost:4567"),
            arn,
            path,
            Encoding.UTF8.GetBytes(body),
            "text/plain",
            Now
        );

        Assert.Equal("20260105T090000Z", Assert.Single(request.Headers.GetValues("X-Amz-Date")));
        Assert.Equal(
            $"AWS4-HMAC-SHA256 Credential=123456789012/20260105/{arn.Region}/{arn.Service}/aws4_request, "
                + $"SignedHeaders=host;x-amz-date, Signature={signature}",
            request.Headers.NonValidated["Authorization"].ToString()
        );
    }
}
