using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.EventStream;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Filters;
using Emulator.Services.Logs.LiveTail;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.LiveTail;

/// <summary>Shows the events of some log groups as they come in.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartLiveTail.html"/>
/// </remarks>
[Operation]
internal static partial class StartLiveTail
{
    [Shape]
    public sealed partial record Request
    {
        /// <summary>ARNs.</summary>
        [Length(1, 10), ElementLength(1, 2048), ElementRegularExpression(Patterns.LogGroupIdentifier)]
        public required IReadOnlyList<string> LogGroupIdentifiers { get; init; }

        [Length(1, 100), ElementLength(1, 512), ElementRegularExpression(Patterns.Name)]
        public IReadOnlyList<string>? LogStreamNames { get; init; }

        [Length(1, 100), ElementLength(1, 512), ElementRegularExpression(Patterns.Name)]
        public IReadOnlyList<string>? LogStreamNamePrefixes { get; init; }

        [Length(0, 1024)]
        public string? LogEventFilterPattern { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException, LimitExceededException.</exception>
    public static EventStream Handle(Request request, LogsScope logs)
    {
        RequireStreamsOfOneGroup(request);
        var arns = request.LogGroupIdentifiers.Select(identifier => RequireGroup(identifier, logs)).ToHashSet();
        var pattern = LogPattern.Compile(request.LogEventFilterPattern);

        var feed = logs.Engine.LogFeed;
        var selection = new LiveTailSelection(arns, request.LogStreamNames, request.LogStreamNamePrefixes, pattern);
        var session = new LiveTailSession(logs.Scope, selection, feed, logs.Clock);
        feed.Add(session);
        return new EventStream(session.ListenAsync(Start(request, logs)), session);
    }

    static void RequireStreamsOfOneGroup(Request request)
    {
        if (request is { LogStreamNames: not null, LogStreamNamePrefixes: not null })
        {
            throw LogsErrors.StreamNamesWithPrefixes();
        }

        if (
            request is { LogStreamNames: not null } or { LogStreamNamePrefixes: not null }
            && request.LogGroupIdentifiers.Count > 1
        )
        {
            throw LogsErrors.StreamsOfManyGroups();
        }
    }

    /// <returns>The ARN of the log group.</returns>
    static string RequireGroup(string identifier, LogsScope logs)
    {
        if (!LogArn.TryParseLogGroup(identifier, out _, out _))
        {
            throw LogsErrors.LogGroupArnNeeded();
        }

        var group = logs.RequireGroup(identifier);
        group.RequireStandard();
        return group.Arn;
    }

    static LiveTailSessionStart Start(Request request, LogsScope logs) =>
        new()
        {
            RequestId = logs.RequestId,
            SessionId = logs.Ids.NextUuid(),
            LogGroupIdentifiers = request.LogGroupIdentifiers,
            LogStreamNames = request.LogStreamNames ?? [],
            LogStreamNamePrefixes = request.LogStreamNamePrefixes ?? [],
            LogEventFilterPattern = request.LogEventFilterPattern ?? "",
        };
}
