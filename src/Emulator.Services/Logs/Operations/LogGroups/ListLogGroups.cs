using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Indexes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.LogGroups;

/// <summary>Lists log groups by name; the younger sister of <see cref="DescribeLogGroups"/>.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_ListLogGroups.html"/>
/// </remarks>
[Operation]
internal static partial class ListLogGroups
{
    [Shape]
    public sealed partial record Request
    {
        /// <summary>Parts of the name, separated by <c>|</c>; one with <c>^</c> before it must be at the start.</summary>
        [Length(3, 129), RegularExpression(Patterns.LogGroupNameRegex)]
        public string? LogGroupNamePattern { get; init; }

        [EnumSet(typeof(LogGroupClass))]
        public string? LogGroupClass { get; init; }

        public bool? IncludeLinkedAccounts { get; init; }

        [Length(0, 20), ElementLength(12, 12), ElementRegularExpression(Patterns.AccountId)]
        public IReadOnlyList<string>? AccountIdentifiers { get; init; }

        [MinLength(1)]
        public string? NextToken { get; init; }

        [Range(1, 1000)]
        public int? Limit { get; init; }

        /// <summary>One of these.</summary>
        [Length(1, 5)]
        public IReadOnlyList<DataSourceFilter>? DataSources { get; init; }

        /// <summary>All of these.</summary>
        [Length(1, 20), ElementLength(1, 512), ElementRegularExpression(Patterns.LogGroupName)]
        public IReadOnlyList<string>? FieldIndexNames { get; init; }

        /// <summary>All of these.</summary>
        [Length(1, 5)]
        public IReadOnlyList<TagFilter>? LogGroupTags { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<LogGroupSummary> LogGroups { get; init; }

        public string? NextToken { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        if (request is { AccountIdentifiers: [_, ..], IncludeLinkedAccounts: not true })
        {
            throw LogsErrors.AccountsWithoutLinkedAccounts();
        }

        var parts = request.LogGroupNamePattern?.Split('|') ?? [];
        var selection = new LogGroupSelection
        {
            LinkedAccounts = request.IncludeLinkedAccounts == true ? request.AccountIdentifiers ?? [] : null,
            Class = request.LogGroupClass,
            Accepts = group =>
                (parts is [] || parts.Any(part => Matches(part, group.Name)))
                && Matches(request, group, logs.Engine.In(group.Scope).Logs),
        };

        var page = selection.Page(logs, Listing(request, selection), request.NextToken, request.Limit).Select(Summary);

        return new Response { LogGroups = page.Items, NextToken = page.NextToken };
    }

    static bool Matches(string part, string name) =>
        part.StartsWith('^')
            ? name.StartsWith(part[1..], StringComparison.Ordinal)
            : name.Contains(part, StringComparison.Ordinal);

    static bool Matches(Request request, LogGroupState group, LogsState logs) =>
        (request.DataSources is not { } sources || sources.Any(DataSource.Of(group.Document).Matches))
        && (request.LogGroupTags ?? []).All(filter => filter.Matches(group.Document.Tags))
        && (request.FieldIndexNames ?? []).All(name =>
            FieldIndexes.Of(group, logs).Any(index => index.FieldIndexName == name)
        );

    static LogGroupSummary Summary(LogGroupState group) =>
        new()
        {
            LogGroupName = group.Name,
            LogGroupArn = group.Arn,
            LogGroupClass = group.Document.LogGroupClass,
        };

    /// <summary>What must be the same on every page.</summary>
    static string Listing(Request request, LogGroupSelection selection) =>
        $"ListLogGroups {selection.Listing} {request.LogGroupNamePattern} {string.Join(',', request.DataSources ?? [])} "
        + $"{string.Join(',', request.FieldIndexNames ?? [])} "
        + string.Join(
            ',',
            (request.LogGroupTags ?? []).Select(tag => $"{tag.Key}={string.Join('|', tag.Values ?? [])}")
        );
}
