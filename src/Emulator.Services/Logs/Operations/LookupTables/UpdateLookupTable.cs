using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.LookupTables;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.LookupTables;

/// <summary>Replaces the content of a lookup table.</summary>
/// <remarks>
/// A description or key that is left out stays as it is.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_UpdateLookupTable.html"/>
/// </remarks>
[Operation]
internal static partial class UpdateLookupTable
{
    [Shape]
    public sealed partial record Request
    {
        public required string LookupTableArn { get; init; }

        [MaxLength(1024)]
        public string? Description { get; init; }

        /// <summary>CSV with a header row.</summary>
        [Length(1, 10_485_760)]
        public string? TableBody { get; init; }

        /// <summary>A query that is complete or cancelled.</summary>
        [Length(1, 256)]
        public string? QueryId { get; init; }

        /// <summary>Empty to take the key away.</summary>
        [MaxLength(256)]
        public string? KmsKeyId { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required string LookupTableArn { get; init; }

        /// <summary>Milliseconds since the epoch.</summary>
        public required long LastUpdatedTime { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException.</exception>
    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        var content = LookupTableContent.Of(request.TableBody, request.QueryId, logs);

        var updated = await logs.Write(write =>
        {
            var old = logs.State.LookupTables.Require(request.LookupTableArn);
            var table = old.With(content, logs.Now) with
            {
                Description = request.Description ?? old.Description,
                KmsKeyId = request.KmsKeyId is "" ? null : request.KmsKeyId ?? old.KmsKeyId,
            };
            logs.State.LookupTables.Replace(write, table);
            return table;
        });

        return new Response
        {
            LookupTableArn = logs.State.LookupTables.ArnOf(updated),
            LastUpdatedTime = updated.LastUpdatedTime,
        };
    }
}
