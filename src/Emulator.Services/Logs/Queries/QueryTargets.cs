using Emulator.Languages.Insights;
using Emulator.Protocol;
using Emulator.Services.Logs.Groups;

namespace Emulator.Services.Logs.Queries;

/// <summary>Finds the log groups of a query.</summary>
static class QueryTargets
{
    /// <summary>How many log groups a request can name.</summary>
    public const int MaxNamed = 50;

    /// <summary>How many log groups SOURCE can select.</summary>
    const int MaxSelected = 10_000;

    const string AllAccounts = "all";

    /// <summary>The log groups of ARNs that still exist.</summary>
    public static IReadOnlyList<LogGroupState> Find(EmulatorEngine engine, IEnumerable<string> arns) =>
        [
            .. arns.Select(arn =>
                    LogArn.TryParseLogGroup(arn, out var owner, out var name)
                        ? engine.In(owner).Logs.Groups.Find(name)
                        : null
                )
                .OfType<LogGroupState>(),
        ];

    /// <summary>The log groups that a request names in one of three ways.</summary>
    /// <exception cref="AwsException">ResourceNotFoundException; InvalidParameterException: none, too many, or in several ways.</exception>
    public static IReadOnlyList<LogGroupState> Named(
        LogsScope logs,
        string? name,
        IReadOnlyList<string>? names,
        IReadOnlyList<string>? identifiers
    )
    {
        var ways = (name is null ? 0 : 1) + (names is null ? 0 : 1) + (identifiers is null ? 0 : 1);
        IReadOnlyList<string> wanted = name is null ? names ?? identifiers ?? [] : [name];
        return ways > 1 ? throw LogsErrors.OneWayToNameGroups()
            : wanted.Count > MaxNamed ? throw LogsErrors.TooManyQueryGroups(MaxNamed)
            : [.. wanted.Distinct(StringComparer.Ordinal).Select(one => Require(logs, one))];
    }

    /// <summary>The log groups that SOURCE selects.</summary>
    /// <exception cref="AwsException">InvalidParameterException: too many; NotImplemented: data sources.</exception>
    public static IReadOnlyList<LogGroupState> Select(LogsState own, InsightsSource source)
    {
        if (source.DataSources.Count > 0)
        {
            throw WireErrors.NotImplemented("SOURCE dataSource is not implemented by this emulator.");
        }

        var accounts = source.Accounts.Count == 0 ? [own.Scope.Account] : source.Accounts;
        List<LogGroupState> groups =
        [
            .. own
                .Engine.Scopes.Where(state =>
                    state.Scope.Region == own.Scope.Region
                    && (accounts.Contains(AllAccounts) || accounts.Contains(state.Scope.Account))
                )
                .OrderBy(state => state.Scope.Account, StringComparer.Ordinal)
                .SelectMany(state => state.Logs.Groups.ByName.All)
                .Where(group => IsSelected(group, source))
                .Take(MaxSelected + 1),
        ];
        return groups.Count <= MaxSelected ? groups : throw LogsErrors.TooManyQueryGroups(MaxSelected);
    }

    static bool IsSelected(LogGroupState group, InsightsSource source) =>
        source.GroupName is { } name
            ? group.Name == name
            : source.Classes.Contains(group.Document.LogGroupClass)
                && (
                    source.NamePrefixes.Count == 0
                    || source.NamePrefixes.Any(prefix => group.Name.StartsWith(prefix, StringComparison.Ordinal))
                );

    static LogGroupState Require(LogsScope logs, string identifier)
    {
        var isArn = LogArn.TryParseLogGroup(LogArn.WithoutAsterisk(identifier), out var owner, out var name);
        (owner, name) = isArn ? (owner, name) : (logs.Scope, identifier);
        return owner.Region == logs.Scope.Region && logs.Engine.In(owner).Logs.Groups.Find(name) is { } group
            ? group
            : throw LogsErrors.QueriedGroupNotFound(name, owner.Account, logs.RequestId);
    }
}
