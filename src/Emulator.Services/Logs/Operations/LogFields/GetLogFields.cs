using System.Text.Json;
using Emulator.Languages.Insights;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Fields;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.LogFields;

/// <summary>Lists the fields of a data source with their types.</summary>
/// <remarks>
/// The types are taken from the latest events of the log groups whose tags name the data source.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogFields.html"/>
/// </remarks>
[Operation(Fidelity = Fidelity.Partial)]
internal static partial class GetLogFields
{
    /// <summary>How many events of a log group are looked at.</summary>
    const int EventsPerGroup = 1000;

    [Shape]
    public sealed partial record Request
    {
        public required string DataSourceName { get; init; }

        public required string DataSourceType { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        /// <summary>By name.</summary>
        public required IReadOnlyList<LogFieldsListItem> LogFields { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException: no log group has this data source.</exception>
    public static Response Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        var source = new DataSource(request.DataSourceName, request.DataSourceType);
        var groups = logs.Groups.ByName.All.Where(group => DataSource.Of(group.Document) == source).ToList();
        if (groups.Count == 0)
        {
            throw LogsErrors.DataSourceNotFound();
        }

        var schema = new FieldSchema();
        foreach (var group in groups)
        {
            var query = new EventQuery { From = EventId.Before(group.VisibleFrom(logs.Now)), Descending = true };
            foreach (var stored in group.Events.Read(query, cancel).Take(EventsPerGroup))
            {
                Add(schema, stored.Message.Bytes);
            }
        }

        return new Response { LogFields = schema.Fields };
    }

    static void Add(FieldSchema schema, ReadOnlyMemory<byte> message)
    {
        if (!FieldDiscovery.IsObject(message))
        {
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(message);
            schema.Add(document.RootElement);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair in a name, which no string can hold.
        }
    }
}
