using Emulator.Protocol;

namespace Emulator.Services.Logs.Groups;

/// <summary>Which log groups a listing shows, by name and, within a name, by account.</summary>
sealed record LogGroupSelection
{
    /// <summary>Other accounts to show groups of: <c>null</c> for none, empty for all.</summary>
    public IReadOnlyList<string>? LinkedAccounts { get; init; }

    public string Prefix { get; init; } = "";

    /// <summary>The class of the groups; <c>null</c> for any.</summary>
    public string? Class { get; init; }

    /// <summary>Names or ARNs of the groups; <c>null</c> for any.</summary>
    public IReadOnlyList<string>? Identifiers { get; init; }

    /// <summary>What else decides.</summary>
    public required Func<LogGroupState, bool> Accepts { get; init; }

    /// <summary>What must be the same on every page.</summary>
    public string Listing =>
        $"{Prefix} {Class} {(LinkedAccounts is null ? "-" : string.Join(',', LinkedAccounts))} {string.Join(',', Identifiers ?? [])}";

    /// <exception cref="AwsException">InvalidParameterException: the token is not one of this listing.</exception>
    public LogPage<LogGroupState> Page(LogsScope logs, string listing, string? token, int? size) =>
        LogPage<LogGroupState>.Take(listing, token, size, after => After(logs, after).Where(IsSelected), Position);

    IEnumerable<LogGroupState> After(LogsScope logs, string? after) =>
        LinkedAccounts is null
            ? logs.Groups.ByName.WithPrefix(Prefix, after)
            : Linked(logs)
                .SelectMany(account => account.Groups.ByName.WithPrefix(Prefix))
                .OrderBy(Position, StringComparer.Ordinal)
                .Where(group => string.CompareOrdinal(Position(group), after) > 0);

    IEnumerable<LogsState> Linked(LogsScope logs) =>
        logs
            .Engine.Scopes.Where(state =>
                state.Scope.Region == logs.Scope.Region
                && (LinkedAccounts is not [_, ..] || LinkedAccounts.Contains(state.Scope.Account))
            )
            .Select(state => state.Logs);

    bool IsSelected(LogGroupState group) =>
        (Class is null || group.Document.LogGroupClass == Class)
        && (Identifiers is null || Identifiers.Contains(group.Name) || Identifiers.Contains(group.Arn))
        && Accepts(group);

    /// <summary>No name of a group holds a blank, which is less than all that it may hold.</summary>
    string Position(LogGroupState group) => LinkedAccounts is null ? group.Name : $"{group.Name} {group.Scope.Account}";
}
