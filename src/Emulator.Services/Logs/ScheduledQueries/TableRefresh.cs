using Emulator.Protocol;
using Emulator.Services.Logs.LookupTables;
using Emulator.Services.Logs.Queries;
using Emulator.Services.Logs.Shapes;
using Emulator.Storage;

namespace Emulator.Services.Logs.ScheduledQueries;

/// <summary>The results of a run on their way into a lookup table.</summary>
/// <param name="Content"><c>null</c> when the results make no table.</param>
/// <param name="Error">Why not.</param>
sealed record TableRefresh(LookupTableConfiguration Target, LookupTableContent? Content, string? Error)
{
    /// <returns><c>null</c> when nothing is to be refreshed: only runs that are complete count.</returns>
    public static TableRefresh? Of(ScheduledRun? run, string status, QueryResults results)
    {
        if (run?.LookupTable is not { } target || status != QueryStatus.Complete)
        {
            return null;
        }

        try
        {
            return new TableRefresh(target, LookupTableContent.Of(results), null);
        }
        catch (AwsException error)
        {
            return new TableRefresh(target, null, error.Text);
        }
    }

    /// <summary>Creates or replaces the table.</summary>
    /// <returns>What has come of it.</returns>
    public ScheduledQueryDestination Apply_OnWriter(Write write, LookupTableCatalog tables, long now)
    {
        try
        {
            return Content is null ? Failed(Error) : Complete(Put_OnWriter(write, tables, Content, now), tables);
        }
        catch (AwsException error)
        {
            return Failed(error.Text);
        }
    }

    LookupTableDocument Put_OnWriter(Write write, LookupTableCatalog tables, LookupTableContent content, long now)
    {
        if (tables.Find(Target.TableName) is { } known)
        {
            var replaced = known.With(content, now) with
            {
                Description = Target.Description ?? known.Description,
                KmsKeyId = Target.KmsKeyId ?? known.KmsKeyId,
            };
            tables.Replace(write, replaced);
            return replaced;
        }

        var created = LookupTableDocument.Of(Target.TableName, content, now) with
        {
            Description = Target.Description,
            KmsKeyId = Target.KmsKeyId,
            Tags = Target.Tags ?? new Dictionary<string, string>(),
        };
        tables.Create(write, created);
        return created;
    }

    static ScheduledQueryDestination Complete(LookupTableDocument table, LookupTableCatalog tables) =>
        new()
        {
            DestinationType = ScheduledQueryDestination.LookupTable,
            DestinationIdentifier = table.Name,
            Status = ActionStatus.Complete,
            ProcessedIdentifier = tables.ArnOf(table),
        };

    ScheduledQueryDestination Failed(string? error) =>
        new()
        {
            DestinationType = ScheduledQueryDestination.LookupTable,
            DestinationIdentifier = Target.TableName,
            Status = ActionStatus.Failed,
            ErrorMessage = error,
        };
}
