using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Policies;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Transformers;

/// <summary>What transformers make of the events of a log group, each by the one that was in force when it came in.</summary>
/// <remarks>
/// Events are stored as they came. A transformed event depends on nothing but the event and the transformer, so it is made when somebody asks: metric
/// and subscription filters as events come in, readers later. The transformer of a log group goes before that of the account.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation.html"/>
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
sealed class GroupTransformation
{
    readonly LogGroupState _group;
    readonly List<(TransformerVersion Version, Transformer Transformer)> _periods;

    GroupTransformation(LogGroupState group, IEnumerable<TransformerVersion> versions)
    {
        _group = group;
        _periods = [.. versions.Select(version => (version, Transformer.Compile(version.Config)))];
        var current = _periods.Find(period => period.Version.Until is null);
        Current = current.Transformer;
        IsOfAccount = current.Version?.PolicyName is not null;
    }

    /// <summary>Transforms events that come in now; <c>null</c> when none is in force.</summary>
    public Transformer? Current { get; }

    /// <summary>Whether <see cref="Current"/> is a policy of the account.</summary>
    public bool IsOfAccount { get; }

    /// <param name="versions">Those of the log group, then those of the account.</param>
    /// <returns><c>null</c> when there are none for the log group.</returns>
    public static GroupTransformation? Of(LogGroupState group, IEnumerable<TransformerVersion> versions)
    {
        List<TransformerVersion> mine =
        [
            .. versions.Where(version =>
                group.Document.LogGroupClass == LogGroupClass.Standard
                && (version.PolicyName is null || PolicySelection.Parse(version.SelectionCriteria).Includes(group))
            ),
        ];
        return mine.Count == 0 ? null : new GroupTransformation(group, mine);
    }

    /// <summary>Where events of one of the streams come from.</summary>
    public EventOrigin Origin(string streamName) =>
        new(_group.Scope.Account, _group.Scope.Region, _group.Name, streamName);

    /// <summary>Whether a transformer was in force when an event came in.</summary>
    /// <param name="request">The request that brought the event.</param>
    /// <param name="transformed">What it made of the event; <c>null</c> when it failed.</param>
    public bool TryTransform(Utf8Text message, long request, long streamId, out Utf8Text? transformed)
    {
        var period = _periods.Find(period =>
            period.Version.From < request && request <= (period.Version.Until ?? long.MaxValue)
        );
        transformed = period.Transformer?.Apply(message, Origin(_group.Streams.Find(streamId)?.Name ?? ""));
        return period.Transformer is not null;
    }
}
