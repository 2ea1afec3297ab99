using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Indexes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.IndexPolicies;

/// <summary>Lists the indexed fields of log groups.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeFieldIndexes.html"/>
/// </remarks>
[Operation(Fidelity = Fidelity.Partial)]
internal static partial class DescribeFieldIndexes
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 100), ElementLength(1, 2048), ElementRegularExpression(Patterns.LogGroupIdentifier)]
        public required IReadOnlyList<string> LogGroupIdentifiers { get; init; }

        /// <summary>Default all but AUTO.</summary>
        [MaxLength(4), EnumSet(typeof(IndexCategory))]
        public IReadOnlyList<string>? IndexCategories { get; init; }

        [MinLength(1)]
        public string? NextToken { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<FieldIndex> FieldIndexes { get; init; }

        public string? NextToken { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        var indexes = request
            .LogGroupIdentifiers.Select(logs.RequireGroup)
            .DistinctBy(group => group.Arn)
            .OrderBy(group => group.Arn, StringComparer.Ordinal)
            .SelectMany(group => Indexes.FieldIndexes.Of(group, logs.Engine.In(group.Scope).Logs))
            .Where(index => request.IndexCategories is not [_, ..] wanted || wanted.Contains(index.IndexCategory))
            .ToList();

        var page = LogPage<FieldIndex>.Take(
            $"DescribeFieldIndexes {string.Join(' ', request.LogGroupIdentifiers)} {string.Join(',', request.IndexCategories ?? [])}",
            request.NextToken,
            size: null,
            after => indexes.Where(index => string.CompareOrdinal(Position(index), after) > 0),
            Position
        );

        return new Response { FieldIndexes = page.Items, NextToken = page.NextToken };
    }

    static string Position(FieldIndex index) => $"{index.LogGroupIdentifier}\0{index.FieldIndexName}";
}
