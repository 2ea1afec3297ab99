using Emulator.Protocol;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Operations.LookupTables;

/// <summary>Shows a lookup table with its content.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLookupTable.html"/>
/// </remarks>
[Operation]
internal static partial class GetLookupTable
{
    [Shape]
    public sealed partial record Request
    {
        public required string LookupTableArn { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required string LookupTableArn { get; init; }

        public required string LookupTableName { get; init; }

        public string? Description { get; init; }

        /// <summary>The CSV, byte by byte as it came.</summary>
        public required Utf8Text TableBody { get; init; }

        public required long SizeBytes { get; init; }

        /// <summary>Milliseconds since the epoch.</summary>
        public required long LastUpdatedTime { get; init; }

        public string? KmsKeyId { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        var table = logs.State.LookupTables.Require(request.LookupTableArn);
        return new Response
        {
            LookupTableArn = logs.State.LookupTables.ArnOf(table),
            LookupTableName = table.Name,
            Description = table.Description,
            TableBody = table.Body,
            SizeBytes = table.Body.Length,
            LastUpdatedTime = table.LastUpdatedTime,
            KmsKeyId = table.KmsKeyId,
        };
    }
}
