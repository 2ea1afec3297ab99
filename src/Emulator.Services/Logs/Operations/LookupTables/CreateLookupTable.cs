using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.LookupTables;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.LookupTables;

/// <summary>Creates a lookup table out of CSV, or of the results of a query.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLookupTable.html"/>
/// </remarks>
[Operation]
internal static partial class CreateLookupTable
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 256), RegularExpression(Patterns.LookupTableName)]
        public required string LookupTableName { get; init; }

        [MaxLength(1024)]
        public string? Description { get; init; }

        /// <summary>CSV with a header row.</summary>
        [Length(1, 10_485_760)]
        public string? TableBody { get; init; }

        /// <summary>A query that is complete or cancelled.</summary>
        [Length(1, 256)]
        public string? QueryId { get; init; }

        /// <summary>Stored and shown; nothing is encrypted.</summary>
        [MaxLength(256)]
        public string? KmsKeyId { get; init; }

        [
            Length(1, 50),
            KeyLength(1, 128),
            KeyRegularExpression(Patterns.TagKey),
            ElementLength(0, 256),
            ElementRegularExpression(Patterns.TagValue)
        ]
        public IReadOnlyDictionary<string, string>? Tags { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required string LookupTableArn { get; init; }

        /// <summary>Milliseconds since the epoch.</summary>
        public required long CreatedAt { get; init; }
    }

    /// <exception cref="AwsException">
    /// InvalidParameterException, LimitExceededException, ResourceAlreadyExistsException, ResourceNotFoundException.
    /// </exception>
    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        var content = LookupTableContent.Of(request.TableBody, request.QueryId, logs);
        var table = LookupTableDocument.Of(request.LookupTableName, content, logs.Now) with
        {
            Description = request.Description,
            KmsKeyId = request.KmsKeyId is "" ? null : request.KmsKeyId,
            Tags = TagRules.With(
                new Dictionary<string, string>(),
                request.Tags ?? new Dictionary<string, string>(),
                request.LookupTableName
            ),
        };

        await logs.Write(write => logs.State.LookupTables.Create(write, table));

        return new Response
        {
            LookupTableArn = logs.State.LookupTables.ArnOf(table),
            CreatedAt = table.LastUpdatedTime,
        };
    }
}
