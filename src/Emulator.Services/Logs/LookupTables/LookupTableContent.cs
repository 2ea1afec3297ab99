using Emulator.Languages.Insights;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Queries;
using Emulator.Services.Logs.Shapes;
using Emulator.Storage;

namespace Emulator.Services.Logs.LookupTables;

/// <summary>What a lookup table holds: CSV that a client sends, or the results of a query.</summary>
/// <param name="Body">In UTF-8.</param>
sealed record LookupTableContent(Utf8Text Body, LookupTable Table)
{
    const int MaxBytes = 10 << 20;

    /// <summary>The content that a request gives in one of two ways.</summary>
    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException.</exception>
    public static LookupTableContent Of(string? csv, string? queryId, LogsScope logs) =>
        (csv, queryId) switch
        {
            ({ }, null) => Parse(csv),
            (null, { }) => OfQuery(logs.State.Queries.Require(queryId, logs.Now), logs),
            _ => throw LogsErrors.OneLookupTableContent(),
        };

    /// <summary>Results as a table: a column for each field, without <c>@ptr</c>.</summary>
    /// <exception cref="AwsException">InvalidParameterException: there are no results, or too many.</exception>
    public static LookupTableContent Of(QueryResults results) =>
        LookupTable.Write(results.Rows.Select(Fields)) is { } csv
            ? Parse(csv)
            : throw LogsErrors.InvalidLookupTable("it needs results");

    static LookupTableContent OfQuery(LogQuery query, LogsScope logs) =>
        query.Status is QueryStatus.Complete or QueryStatus.Cancelled
            ? Of(query.ReadResults(logs.Engine.Store))
            : throw LogsErrors.LookupTableOfRunningQuery();

    static LookupTableContent Parse(string csv)
    {
        var body = new Utf8Text(csv);
        if (body.Length > MaxBytes)
        {
            throw LogsErrors.InvalidLookupTable("it has more than 10 MB");
        }

        try
        {
            return new(body, LookupTable.Parse(csv));
        }
        catch (FormatException fault)
        {
            throw LogsErrors.InvalidLookupTable(fault.Message);
        }
    }

    static IReadOnlyList<KeyValuePair<string, string>> Fields(IReadOnlyList<ResultField> row) =>
        [
            .. row.Where(field => field.Field != "@ptr")
                .Select(field => KeyValuePair.Create(field.Field, field.Value.ToString())),
        ];
}
