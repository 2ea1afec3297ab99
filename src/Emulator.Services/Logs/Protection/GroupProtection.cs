using Emulator.Languages.FilterPatterns;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Versions;

namespace Emulator.Services.Logs.Protection;

/// <summary>What is masked in the events of a log group, each by the policies that were in force when it came in.</summary>
/// <remarks>
/// Events are stored as they came; every reader masks them anew. A log group that never had a policy has no object of this class.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html"/>
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
sealed class GroupProtection
{
    readonly List<(long From, long Until, Detector Detector)> _periods = [];
    readonly List<DataIdentifier> _identifiers = [];
    readonly List<string> _auditGroups = [];

    GroupProtection(IEnumerable<ProtectionVersion> versions)
    {
        foreach (var version in versions)
        {
            var document = ProtectionDocument.Parse(version.PolicyDocument);
            _periods.Add((version.From, version.Until ?? long.MaxValue, new Detector(document.Identifiers)));
            if (version.Until is null)
            {
                _identifiers.AddRange(document.Identifiers.Except(_identifiers));
                _auditGroups.AddRange(document.Findings.LogGroup is { } name ? [name] : []);
            }
        }

        Current = _identifiers.Count == 0 ? null : new Detector(_identifiers);
    }

    /// <summary>Looks at events that come in now; <c>null</c> when no policy is in force.</summary>
    public Detector? Current { get; }

    /// <summary>The log groups that findings are reported to now.</summary>
    public IReadOnlyList<string> AuditGroups => _auditGroups;

    /// <returns><c>null</c> when neither the log group nor the account ever had a policy.</returns>
    public static GroupProtection? Of(LogGroupState group, VersionTable<ProtectionVersion> versions)
    {
        var all = versions.Of(group.Name).Concat(versions.Of(VersionTable<ProtectionVersion>.Account)).ToList();
        return all.Count == 0 ? null : new GroupProtection(all);
    }

    /// <summary>Masks events, and leaves out those that, masked, do not match a pattern.</summary>
    /// <param name="pattern"><c>null</c> for all events.</param>
    public IEnumerable<StoredEvent> Mask(IEnumerable<StoredEvent> events, FilterPattern? pattern)
    {
        foreach (var stored in events)
        {
            var masked = Mask(stored);
            if (pattern is null || pattern.Matches(masked.Message.Span))
            {
                yield return masked;
            }
        }
    }

    /// <summary>Masks an event.</summary>
    public StoredEvent Mask(StoredEvent stored)
    {
        var message = stored.Message;
        var sequence = stored.Id.Request;
        foreach (var (from, until, detector) in _periods)
        {
            if (from < sequence && sequence <= until && detector.Find(message.Span) is { } findings)
            {
                message = new Utf8Text(Detector.Apply(message.Span, findings));
                stored = stored.With(message);
            }
        }

        return stored;
    }
}
