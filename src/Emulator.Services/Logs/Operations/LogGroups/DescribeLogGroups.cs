using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.LogGroups;

/// <summary>Lists log groups by name.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html"/>
/// </remarks>
[Operation]
internal static partial class DescribeLogGroups
{
    [Shape]
    public sealed partial record Request
    {
        [Length(0, 20), ElementLength(12, 12), ElementRegularExpression(Patterns.AccountId)]
        public IReadOnlyList<string>? AccountIdentifiers { get; init; }

        [Length(1, 512), RegularExpression(Patterns.LogGroupName)]
        public string? LogGroupNamePrefix { get; init; }

        /// <summary>A part of the name.</summary>
        [Length(0, 512), RegularExpression(Patterns.LogGroupNamePattern)]
        public string? LogGroupNamePattern { get; init; }

        [MinLength(1)]
        public string? NextToken { get; init; }

        [Range(1, 50)]
        public int? Limit { get; init; }

        public bool? IncludeLinkedAccounts { get; init; }

        [EnumSet(typeof(LogGroupClass))]
        public string? LogGroupClass { get; init; }

        [Length(1, 50), ElementLength(1, 2048), ElementRegularExpression(Patterns.LogGroupIdentifier)]
        public IReadOnlyList<string>? LogGroupIdentifiers { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<LogGroup> LogGroups { get; init; }

        public string? NextToken { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        RequireCompatible(request);
        var selection = new LogGroupSelection
        {
            LinkedAccounts = request.IncludeLinkedAccounts == true ? request.AccountIdentifiers ?? [] : null,
            Prefix = request.LogGroupNamePrefix ?? "",
            Class = request.LogGroupClass,
            Identifiers = request.LogGroupIdentifiers,
            Accepts = group => group.Name.Contains(request.LogGroupNamePattern ?? "", StringComparison.Ordinal),
        };
        var listing = $"DescribeLogGroups {selection.Listing} {request.LogGroupNamePattern}";

        var page = selection
            .Page(logs, listing, request.NextToken, request.Limit)
            .Select(group => group.Describe(logs.Engine.In(group.Scope).Logs, logs.Now));

        return new Response
        {
            LogGroups = request.LogGroupNamePattern is null ? page.Items : [.. page.Items.Select(Shorten)],
            NextToken = page.NextToken,
        };
    }

    static void RequireCompatible(Request request)
    {
        if (request is { LogGroupNamePrefix: not null, LogGroupNamePattern: not null })
        {
            throw LogsErrors.PrefixWithPattern();
        }

        if (request is { AccountIdentifiers: [_, ..], IncludeLinkedAccounts: not true })
        {
            throw LogsErrors.AccountsWithoutLinkedAccounts();
        }

        if (
            request.LogGroupIdentifiers is not null
            && request
                is not {
                    AccountIdentifiers: null,
                    LogGroupNamePrefix: null,
                    LogGroupNamePattern: null,
                    LogGroupClass: null,
                    Limit: null,
                    NextToken: null
                }
        )
        {
            throw LogsErrors.IdentifiersNotAlone();
        }
    }

    /// <summary>AWS leaves these out of the answer to a pattern.</summary>
    static LogGroup Shorten(LogGroup group) => group with { StoredBytes = null, DeletionProtectionEnabled = null };
}
