using System.Globalization;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Fields;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Protection;

namespace Emulator.Services.Logs.Operations.LogFields;

/// <summary>Shows all fields of one log event.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogRecord.html"/>
/// </remarks>
[Operation]
internal static partial class GetLogRecord
{
    [Shape]
    public sealed partial record Request
    {
        /// <summary>A <c>@ptr</c> out of the results of a query.</summary>
        public required string LogRecordPointer { get; init; }

        public bool? Unmask { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        /// <summary>System fields and discovered ones; times in milliseconds since the epoch.</summary>
        public required IReadOnlyDictionary<string, string> LogRecord { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException.</exception>
    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        if (!LogRecordPointer.TryParse(request.LogRecordPointer, out var pointer))
        {
            throw LogsErrors.InvalidRecordPointer();
        }

        // Groups are known by their ids to the writer only.
        var group = await logs.Write(_ => logs.Engine.LogJournal.Find(pointer.GroupId));
        if (group is null || group.Scope.Region != logs.Scope.Region)
        {
            throw LogsErrors.LogRecordNotFound();
        }

        return new Response { LogRecord = Fields(logs, group, Find(request, logs, group, pointer.Id, cancel)) };
    }

    static StoredEvent Find(Request request, LogsScope logs, LogGroupState group, EventId id, CancellationToken cancel)
    {
        var query = new EventQuery { From = id, Until = id.Next };
        foreach (var stored in ProtectedReader.Read(logs.Engine, group, query, request.Unmask == true, cancel))
        {
            if (stored.Id.Timestamp >= group.VisibleFrom(logs.Now))
            {
                return stored;
            }
        }

        throw LogsErrors.LogRecordNotFound();
    }

    static Dictionary<string, string> Fields(LogsScope logs, LogGroupState group, StoredEvent stored)
    {
        var message = stored.Message;
        var fields = new Dictionary<string, string>
        {
            [SystemFields.Timestamp] = stored.Id.Timestamp.ToString(CultureInfo.InvariantCulture),
            [SystemFields.IngestionTime] = stored.Id.IngestionTime.ToString(CultureInfo.InvariantCulture),
            [SystemFields.Message] = message.ToString(),
            [SystemFields.LogStream] =
                group.Streams.Find(stored.StreamId)?.Name ?? throw LogsErrors.LogRecordNotFound(),
            [SystemFields.Log] = $"{group.Scope.Account}:{group.Name}",
        };
        foreach (var (name, value) in new EventFields(logs.Engine, group).Of(stored))
        {
            fields[name] = value;
        }

        return fields;
    }
}
