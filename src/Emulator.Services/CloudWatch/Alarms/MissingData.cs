namespace Emulator.Services.CloudWatch.Alarms;

/// <summary>How an alarm takes a period without data.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html"/></remarks>
enum MissingData
{
    /// <summary>As unknown; the default.</summary>
    Missing,

    /// <summary>The alarm keeps its state.</summary>
    Ignore,

    Breaching,

    NotBreaching,
}

/// <summary>The names of <see cref="MissingData"/> in requests.</summary>
static class MissingDataNames
{
    /// <summary>AWS takes gaps of these metrics differently, unless told otherwise.</summary>
    const string DynamoDB = "AWS/DynamoDB";

    public static bool TryParse(string name, out MissingData treatment)
    {
        treatment = name switch
        {
            "breaching" => MissingData.Breaching,
            "notBreaching" => MissingData.NotBreaching,
            "ignore" => MissingData.Ignore,
            _ => MissingData.Missing,
        };
        return treatment != MissingData.Missing || name == "missing";
    }

    /// <summary>What applies when a request does not say.</summary>
    /// <param name="ns">The namespace of the alarm's metric.</param>
    public static MissingData Default(string? ns) => ns == DynamoDB ? MissingData.Ignore : MissingData.Missing;
}
