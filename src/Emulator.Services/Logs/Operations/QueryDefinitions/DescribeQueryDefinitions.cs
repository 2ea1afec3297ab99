using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.QueryDefinitions;

/// <summary>Lists saved queries by name.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeQueryDefinitions.html"/>
/// </remarks>
[Operation]
internal static partial class DescribeQueryDefinitions
{
    [Shape]
    public sealed partial record Request
    {
        [EnumSet(typeof(QueryLanguage))]
        public string? QueryLanguage { get; init; }

        [Length(1, 255)]
        public string? QueryDefinitionNamePrefix { get; init; }

        [Range(1, 1000)]
        public int? MaxResults { get; init; }

        [MinLength(1)]
        public string? NextToken { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<QueryDefinition> QueryDefinitions { get; init; }

        public string? NextToken { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        var prefix = request.QueryDefinitionNamePrefix ?? "";

        var page = LogPage<QueryDefinition>.Take(
            $"DescribeQueryDefinitions {request.QueryLanguage} {prefix}",
            request.NextToken,
            request.MaxResults,
            after =>
                logs.State.QueryDefinitions.All.Where(definition =>
                        definition.Name.StartsWith(prefix, StringComparison.Ordinal)
                        && (request.QueryLanguage is null || definition.QueryLanguage == request.QueryLanguage)
                        && string.CompareOrdinal(Position(definition), after) > 0
                    )
                    .OrderBy(Position, StringComparer.Ordinal),
            Position
        );

        return new Response { QueryDefinitions = page.Items, NextToken = page.NextToken };
    }

    /// <summary>By name; two queries may have the same.</summary>
    static string Position(QueryDefinition definition) => $"{definition.Name}\0{definition.QueryDefinitionId}";
}
