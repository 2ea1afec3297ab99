namespace Emulator.Services.Logs.Shapes;

/// <summary>How log events are spread over the shards of a Kinesis stream.</summary>
static class Distribution
{
    public const string Random = "Random";
    public const string ByLogStream = "ByLogStream";
}
