namespace Emulator.Languages.Insights;

/// <summary>The log stream of an event, with what a query can ask of it.</summary>
public abstract class RecordSource
{
    /// <summary>The field <c>@logStream</c>, in UTF-8.</summary>
    public required ReadOnlyMemory<byte> LogStream { get; init; }

    /// <summary>The field <c>@log</c>, <c>account:group</c>, in UTF-8.</summary>
    public required ReadOnlyMemory<byte> Log { get; init; }

    /// <summary>The field <c>@source.log</c>, the name of the log group, in UTF-8.</summary>
    public required ReadOnlyMemory<byte> LogGroup { get; init; }

    /// <summary>The field <c>@aws.account</c>, in UTF-8.</summary>
    public required ReadOnlyMemory<byte> Account { get; init; }

    /// <summary>The field <c>@aws.region</c>, in UTF-8.</summary>
    public required ReadOnlyMemory<byte> Region { get; init; }

    /// <summary>Whether the fields of its events stand in their messages; a transformer makes others.</summary>
    public abstract bool HasFieldsOfMessage { get; }

    /// <summary>Finds the fields of a message.</summary>
    /// <param name="message">That of the record, with or without masks.</param>
    public abstract void Discover(
        FieldDiscovery discovery,
        in LogRecord record,
        ReadOnlyMemory<byte> message,
        FieldSink sink
    );

    /// <summary>The field <c>@ptr</c> of an event.</summary>
    public abstract string Pointer(in LogRecord record);
}

/// <summary>A log event as a query sees it.</summary>
/// <param name="Message">In UTF-8. It may lie in memory that is not to be kept.</param>
/// <param name="ClearMessage">The message without the masks over sensitive data.</param>
/// <param name="Timestamp">Milliseconds since the epoch.</param>
/// <param name="IngestionTime">Milliseconds since the epoch.</param>
/// <param name="Request">Which request brought it.</param>
/// <param name="Index">Its place in that request.</param>
public readonly record struct LogRecord(
    RecordSource Source,
    ReadOnlyMemory<byte> Message,
    ReadOnlyMemory<byte> ClearMessage,
    long Timestamp,
    long IngestionTime,
    long Request,
    ushort Index
);
