namespace Emulator.Services.CloudWatch.Alarms.Documents;

/// <summary>The names by which notifications of alarms call regions.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/general/latest/gr/cw_region.html"/>, with <c>EU</c> where AWS's recorded messages have it.</remarks>
static class RegionNames
{
    /// <summary>The code itself for a region that AWS does not have.</summary>
    public static string Of(string region) =>
        region switch
        {
            "us-east-1" => "US East (N. Virginia)",
            "us-east-2" => "US East (Ohio)",
            "us-west-1" => "US West (N. California)",
            "us-west-2" => "US West (Oregon)",
            "af-south-1" => "Africa (Cape Town)",
            "ap-east-1" => "Asia Pacific (Hong Kong)",
            "ap-east-2" => "Asia Pacific (Taipei)",
            "ap-south-1" => "Asia Pacific (Mumbai)",
            "ap-south-2" => "Asia Pacific (Hyderabad)",
            "ap-southeast-1" => "Asia Pacific (Singapore)",
            "ap-southeast-2" => "Asia Pacific (Sydney)",
            "ap-southeast-3" => "Asia Pacific (Jakarta)",
            "ap-southeast-4" => "Asia Pacific (Melbourne)",
            "ap-southeast-5" => "Asia Pacific (Malaysia)",
            "ap-southeast-7" => "Asia Pacific (Thailand)",
            "ap-northeast-1" => "Asia Pacific (Tokyo)",
            "ap-northeast-2" => "Asia Pacific (Seoul)",
            "ap-northeast-3" => "Asia Pacific (Osaka)",
            "ca-central-1" => "Canada (Central)",
            "ca-west-1" => "Canada West (Calgary)",
            "cn-north-1" => "China (Beijing)",
            "cn-northwest-1" => "China (Ningxia)",
            "eu-central-1" => "EU (Frankfurt)",
            "eu-central-2" => "Europe (Zurich)",
            "eu-north-1" => "EU (Stockholm)",
            "eu-south-1" => "EU (Milan)",
            "eu-south-2" => "Europe (Spain)",
            "eu-west-1" => "EU (Ireland)",
            "eu-west-2" => "EU (London)",
            "eu-west-3" => "EU (Paris)",
            "il-central-1" => "Israel (Tel Aviv)",
            "me-central-1" => "Middle East (UAE)",
            "me-south-1" => "Middle East (Bahrain)",
            "mx-central-1" => "Mexico (Central)",
            "sa-east-1" => "South America (Sao Paulo)",
            "us-gov-east-1" => "AWS GovCloud (US-East)",
            "us-gov-west-1" => "AWS GovCloud (US-West)",
            _ => region,
        };
}
