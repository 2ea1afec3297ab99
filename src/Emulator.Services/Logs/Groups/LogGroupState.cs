using Emulator.Protocol;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Ingestion;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.Logs.Groups;

/// <summary>A log group: its document, its streams, its events.</summary>
/// <threadsafety>The writer changes it; any thread reads.</threadsafety>
sealed class LogGroupState
{
    volatile LogGroupDocument _document;
    volatile IngestionPipeline? _pipeline;

    public LogGroupState(Scope scope, LogGroupDocument document, Store store)
    {
        _document = document;
        Scope = scope;
        Streams = new GroupStreams(scope, document.Id);
        Events = new GroupEvents(document.Id, Streams, store);
        Events.Hide(document.Freed);
    }

    public LogGroupDocument Document
    {
        get => _document;
        set
        {
            _document = value;
            Events.Hide(value.Freed);
        }
    }

    public Scope Scope { get; }

    public long Id => _document.Id;

    public string Name => _document.LogGroupName;

    public GroupStreams Streams { get; }

    public GroupEvents Events { get; }

    /// <summary>What events go through on their way into the group; <c>null</c> until it is first needed.</summary>
    public IngestionPipeline? Pipeline
    {
        get => _pipeline;
        set => _pipeline = value;
    }

    /// <summary>The ARN of the group, without <c>:*</c>.</summary>
    public string Arn => LogArn.LogGroup(Scope, Name);

    /// <summary>The time before which readers see no event, in milliseconds since the epoch.</summary>
    public long VisibleFrom(long now) => Retention.Start(_document, now);

    /// <exception cref="AwsException">InvalidParameterException: the class does not support it.</exception>
    public void RequireStandard()
    {
        if (_document.LogGroupClass != LogGroupClass.Standard)
        {
            throw LogsErrors.ClassNotSupported(_document.LogGroupClass);
        }
    }

    /// <exception cref="AwsException">InvalidParameterException: the class takes events in and does nothing else.</exception>
    public void RequireMoreThanIngestion()
    {
        if (_document.LogGroupClass == LogGroupClass.Delivery)
        {
            throw LogsErrors.ClassNotSupported(_document.LogGroupClass);
        }
    }

    /// <summary>The group as DescribeLogGroups shows it.</summary>
    public LogGroup Describe(LogsState logs, long now)
    {
        var group = _document;
        var description = new LogGroup
        {
            LogGroupName = group.LogGroupName,
            CreationTime = group.CreationTime,
            RetentionInDays = group.RetentionInDays,
            MetricFilterCount = logs.MetricFiltersOf(Name).Count(),
            Arn = $"{Arn}:*",
            StoredBytes = Events.StoredBytes(VisibleFrom(now)),
            KmsKeyId = group.KmsKeyId,
            LogGroupClass = group.LogGroupClass,
            LogGroupArn = Arn,
            DeletionProtectionEnabled = group.DeletionProtectionEnabled,
            BearerTokenAuthenticationEnabled = group.BearerTokenAuthenticationEnabled,
        };
        return logs.Protection.Describe(description, this);
    }
}
