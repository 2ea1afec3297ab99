namespace Emulator.Services.Logs.Events;

/// <summary>What a log stream has in one place: in a block, or in all.</summary>
/// <param name="StreamId">The id of the log stream.</param>
/// <param name="Events">How many; 0 when nothing else here has a meaning.</param>
/// <param name="StoredBytes">The messages, and <see cref="LogLimits.EventOverheadBytes"/> for each.</param>
/// <param name="FirstTime">The earliest timestamp, in milliseconds since the epoch.</param>
/// <param name="LastTime">The latest timestamp.</param>
/// <param name="LastIngestion">The latest ingestion time.</param>
/// <param name="LastSequence">The sequence of the last request.</param>
readonly record struct StreamShare(
    long StreamId,
    long Events,
    long StoredBytes,
    long FirstTime,
    long LastTime,
    long LastIngestion,
    long LastSequence
)
{
    /// <summary>Nothing of a stream.</summary>
    public static StreamShare None(long streamId) => new(streamId, 0, 0, 0, 0, 0, 0);

    /// <summary>One event.</summary>
    public static StreamShare Of(long streamId, EventId id, int messageLength) =>
        new(
            streamId,
            1,
            messageLength + LogLimits.EventOverheadBytes,
            id.Timestamp,
            id.Timestamp,
            id.IngestionTime,
            id.Request
        );

    public static StreamShare Of(LogBatch batch) =>
        new(
            batch.StreamId,
            batch.Count,
            batch.StoredBytes,
            batch.FirstTime,
            batch.LastTime,
            batch.IngestionTime,
            batch.Sequence
        );

    /// <summary>This share and another one of the same stream.</summary>
    public StreamShare With(StreamShare other) =>
        Events == 0 ? other
        : other.Events == 0 ? this
        : new StreamShare(
            StreamId,
            Events + other.Events,
            StoredBytes + other.StoredBytes,
            Math.Min(FirstTime, other.FirstTime),
            Math.Max(LastTime, other.LastTime),
            Math.Max(LastIngestion, other.LastIngestion),
            Math.Max(LastSequence, other.LastSequence)
        );
}
