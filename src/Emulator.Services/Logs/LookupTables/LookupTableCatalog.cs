using Emulator.Languages.Insights;
using Emulator.Protocol;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.Logs.LookupTables;

/// <summary>The lookup tables of an account in a region.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Lookup.html"/>
/// </remarks>
/// <threadsafety>Changed inside a <see cref="Store.Write{T}"/>; read from any thread.</threadsafety>
sealed class LookupTableCatalog(ResourceTable<LookupTableDocument> tables, Scope scope)
{
    const int MaxTables = 100;

    public string ArnOf(LookupTableDocument table) => LogArn.LookupTable(scope, table.Name);

    public IEnumerable<LookupTableDocument> WithPrefix(string prefix, string? after) =>
        tables.WithPrefix(prefix, after);

    public LookupTableDocument? Find(string name) => tables.Find(name);

    /// <summary>A table for a query; <c>null</c> when there is none.</summary>
    public LookupTable? Read(string name) =>
        tables.Find(name) is { } table ? LookupTable.Parse(table.Body.ToString()) : null;

    /// <exception cref="AwsException">InvalidParameterException: it is no such ARN; ResourceNotFoundException.</exception>
    public LookupTableDocument Require(string arn)
    {
        if (!LogArn.TryParseLookupTable(arn, out var owner, out var name))
        {
            throw LogsErrors.InvalidLookupTableArn();
        }

        return owner == scope && tables.Find(name) is { } table ? table : throw LogsErrors.LookupTableNotFound();
    }

    /// <exception cref="AwsException">ResourceAlreadyExistsException, LimitExceededException.</exception>
    public void Create(Write write, LookupTableDocument table)
    {
        if (tables.Contains(table.Name))
        {
            throw LogsErrors.LookupTableExists();
        }

        if (tables.Count >= MaxTables)
        {
            throw LogsErrors.LimitExceeded();
        }

        tables.Put(write, table);
    }

    public void Replace(Write write, LookupTableDocument table) => tables.Put(write, table);

    public void Delete(Write write, LookupTableDocument table) => tables.Remove(write, table.Name);
}
