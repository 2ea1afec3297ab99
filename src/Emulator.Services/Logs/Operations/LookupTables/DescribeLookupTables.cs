using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.LookupTables;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.LookupTables;

/// <summary>Lists lookup tables by name.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLookupTables.html"/>
/// </remarks>
[Operation]
internal static partial class DescribeLookupTables
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 256), RegularExpression(Patterns.LookupTableName)]
        public string? LookupTableNamePrefix { get; init; }

        [Range(1, 100)]
        public int? MaxResults { get; init; }

        [MinLength(1)]
        public string? NextToken { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<LookupTable> LookupTables { get; init; }

        public string? NextToken { get; init; }
    }

    /// <summary>A lookup table without its content.</summary>
    [Shape]
    public sealed partial record LookupTable
    {
        public required string LookupTableArn { get; init; }

        public required string LookupTableName { get; init; }

        public string? Description { get; init; }

        /// <summary>The names in the header row.</summary>
        public required IReadOnlyList<string> TableFields { get; init; }

        /// <summary>How many rows there are below the header.</summary>
        public required long RecordsCount { get; init; }

        public required long SizeBytes { get; init; }

        /// <summary>Milliseconds since the epoch.</summary>
        public required long LastUpdatedTime { get; init; }

        public string? KmsKeyId { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        var prefix = request.LookupTableNamePrefix ?? "";

        var page = LogPage<LookupTableDocument>
            .Take(
                $"DescribeLookupTables {prefix}",
                request.NextToken,
                request.MaxResults,
                after => logs.State.LookupTables.WithPrefix(prefix, after),
                table => table.Name
            )
            .Select(table => Describe(table, logs));

        return new Response { LookupTables = page.Items, NextToken = page.NextToken };
    }

    static LookupTable Describe(LookupTableDocument table, LogsScope logs) =>
        new()
        {
            LookupTableArn = logs.State.LookupTables.ArnOf(table),
            LookupTableName = table.Name,
            Description = table.Description,
            TableFields = table.Fields,
            RecordsCount = table.RecordsCount,
            SizeBytes = table.Body.Length,
            LastUpdatedTime = table.LastUpdatedTime,
            KmsKeyId = table.KmsKeyId,
        };
}
