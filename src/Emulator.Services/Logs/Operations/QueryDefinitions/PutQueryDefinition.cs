using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.QueryDefinitions;

/// <summary>Saves a query, or replaces a saved one with all its members.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutQueryDefinition.html"/>
/// </remarks>
[Operation]
internal static partial class PutQueryDefinition
{
    const int MaxDefinitions = 1000;

    [Shape]
    public sealed partial record Request
    {
        /// <summary>Default CWLI.</summary>
        [EnumSet(typeof(QueryLanguage))]
        public string? QueryLanguage { get; init; }

        [Length(1, 255)]
        public required string Name { get; init; }

        /// <summary>The query to replace; <c>null</c> for a new one.</summary>
        [Length(1, 256)]
        public string? QueryDefinitionId { get; init; }

        [ElementLength(1, 512), ElementRegularExpression(Patterns.LogGroupName)]
        public IReadOnlyList<string>? LogGroupNames { get; init; }

        [Length(1, 10_000)]
        public required string QueryString { get; init; }

        /// <summary>The same call again does not save the query twice.</summary>
        [Length(36, 128), RegularExpression(Patterns.ClientToken)]
        public string? ClientToken { get; init; }

        /// <summary>For CWLI only.</summary>
        [MaxLength(20)]
        public IReadOnlyList<QueryParameter>? Parameters { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required string QueryDefinitionId { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException, LimitExceededException.</exception>
    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        var language = request.QueryLanguage ?? QueryLanguage.Cwli;
        if (request.Parameters is [_, ..] && language != QueryLanguage.Cwli)
        {
            throw LogsErrors.ParametersOfOtherLanguage();
        }

        var id = request.QueryDefinitionId ?? NewId(request, logs);

        await logs.Write(write =>
        {
            var isKnown = logs.State.QueryDefinitions.Contains(id);
            if (isKnown && request.QueryDefinitionId is null)
            {
                // The call has come before, with the same token.
                return;
            }

            RequireRoom(request, logs, isKnown);
            logs.State.QueryDefinitions.Put(
                write,
                new QueryDefinition
                {
                    QueryLanguage = language,
                    QueryDefinitionId = id,
                    Name = request.Name,
                    QueryString = request.QueryString,
                    LastModified = logs.Now,
                    LogGroupNames = request.LogGroupNames,
                    Parameters = request.Parameters,
                }
            );
        });

        return new Response { QueryDefinitionId = id };
    }

    /// <summary>The same id for the same token, so that tokens need not be remembered.</summary>
    static string NewId(Request request, LogsScope logs) =>
        request.ClientToken is { } token
            ? new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(token)).AsSpan(0, 16)).ToString()
            : logs.Ids.NextUuid();

    static void RequireRoom(Request request, LogsScope logs, bool isKnown)
    {
        if (request.QueryDefinitionId is not null && !isKnown)
        {
            throw LogsErrors.QueryDefinitionNotFound();
        }

        if (!isKnown && logs.State.QueryDefinitions.Count >= MaxDefinitions)
        {
            throw LogsErrors.LimitExceeded();
        }
    }
}
