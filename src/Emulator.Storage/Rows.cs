namespace Emulator.Storage;

/// <summary>A value of the emulator itself.</summary>
sealed record MetaRow(string Key, byte[] Value);

/// <summary>A document that a user names: a log group, an alarm, a dashboard.</summary>
/// <param name="Kind">What it is; persisted, so it never changes once released.</param>
/// <param name="Scope">Account and region it belongs to, <c>account/region</c>.</param>
/// <param name="Name">Its name, unique within kind and scope.</param>
/// <param name="Body">The document, as its owner encodes it.</param>
public sealed record ResourceRow(string Kind, string Scope, string Name, byte[] Body);

/// <summary>One accepted write of streamed data, kept until every head that it touched has been sealed.</summary>
public sealed record JournalRow(long Sequence, JournalKind Kind, byte[] Body);

/// <summary>What a journal row holds. Persisted by number.</summary>
public enum JournalKind : byte
{
    LogEvents = 1,
    MetricSamples = 2,
}

/// <summary>The state of a head at its last sealing.</summary>
/// <param name="SealedSequence">Journal rows up to this one are in blocks; replay skips them for this owner.</param>
/// <param name="Body">Counters that the owner keeps over restarts.</param>
public sealed record HeadRow(BlockKind Kind, long Owner, long SealedSequence, byte[] Body);

/// <summary>What a block holds. Persisted by number.</summary>
public enum BlockKind : byte
{
    Logs = 1,
    Metrics = 2,
    Deliveries = 3,
    AlarmHistory = 4,
    QueryResults = 5,
}

/// <summary>The index entry of a sealed block; the body is read on demand.</summary>
/// <param name="Id">Unique for ever.</param>
/// <param name="Owner">The log group or metric track that the block belongs to; 0 for a delivery, an entry of an alarm's history or a query.</param>
/// <param name="FirstTime">Time of the earliest entry, in milliseconds since the epoch.</param>
/// <param name="LastTime">Time of the latest entry.</param>
/// <param name="Count">How many entries it holds.</param>
/// <param name="RawBytes">Size of the decoded block, in bytes.</param>
/// <param name="Summary">What the owner wants to know without reading the body, such as the streams in it.</param>
public sealed record BlockRow(
    long Id,
    BlockKind Kind,
    long Owner,
    long FirstTime,
    long LastTime,
    int Count,
    int RawBytes,
    byte[] Summary
);
