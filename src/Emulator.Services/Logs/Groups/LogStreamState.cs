using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Groups;

/// <summary>A log stream and its counters.</summary>
/// <threadsafety>The writer changes it; any thread reads. A reader may see one counter newer than another.</threadsafety>
sealed class LogStreamState
{
    volatile LogStreamDocument _document;
    StreamShare _share;

    public LogStreamState(LogStreamDocument document)
    {
        _document = document;
        _share = Freed(document);
    }

    public LogStreamDocument Document => _document;

    public long Id => _document.Id;

    public string Name => _document.LogStreamName;

    /// <summary>All events that the stream ever had. Its stored bytes count those too that are gone.</summary>
    public StreamShare Share => _share;

    /// <summary>Counts new events, or those found at start-up.</summary>
    public void Add_OnWriter(StreamShare share) => _share = _share.With(share);

    /// <summary>Remembers events that are freed, in the document that is to be stored.</summary>
    public LogStreamDocument Free_OnWriter(StreamShare share)
    {
        var freed = Freed(_document).With(share);
        _document = _document with
        {
            FreedEvents = freed.Events,
            FreedFirstTime = freed.FirstTime,
            FreedLastTime = freed.LastTime,
            FreedLastIngestion = freed.LastIngestion,
            FreedLastSequence = freed.LastSequence,
        };
        return _document;
    }

    /// <summary>The stream as DescribeLogStreams shows it.</summary>
    public LogStream Describe(LogGroupState group)
    {
        var stream = new LogStream
        {
            LogStreamName = Name,
            CreationTime = _document.CreationTime,
            Arn = LogArn.LogStream(group.Scope, group.Name, Name),
            StoredBytes = 0,
        };
        var share = _share;
        return share.Events == 0
            ? stream
            : stream with
            {
                FirstEventTimestamp = share.FirstTime,
                LastEventTimestamp = share.LastTime,
                LastIngestionTime = share.LastIngestion,
                UploadSequenceToken = SequenceToken.Of(share.LastIngestion, share.LastSequence),
            };
    }

    static StreamShare Freed(LogStreamDocument document) =>
        new(
            document.Id,
            document.FreedEvents,
            0,
            document.FreedFirstTime,
            document.FreedLastTime,
            document.FreedLastIngestion,
            document.FreedLastSequence
        );
}
