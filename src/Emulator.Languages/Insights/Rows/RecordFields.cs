using System.Text;

namespace Emulator.Languages.Insights;

/// <summary>Reads a field that an event has beside its message.</summary>
internal delegate Value RecordValue(in LogRecord record);

/// <summary>Fills the slots of a row from its event: system fields at once, discovered fields when they are asked for.</summary>
/// <threadsafety>Not thread-safe.</threadsafety>
internal sealed class RecordFields : FieldSink
{
    /// <summary>Before the name of a field, asks for its value without masks. No name in a query can begin with it.</summary>
    public const string Unmasked = "\0";

    readonly List<(RecordValue Read, int Slot)> _system = [];
    readonly List<(byte[] Name, int Slot)> _discovered = [];
    readonly FieldDiscovery _discovery = new();
    Row? _row;

    /// <summary>Whether a name is that of a field that every event has, or may have.</summary>
    public static bool IsSystem(string name) => Reader(name) is not null;

    /// <summary>Whether a field is asked for without masks.</summary>
    public bool Unmasks { get; private set; }

    /// <summary>The one field that is asked for, when it is one to be discovered; else <c>null</c>.</summary>
    public (string Name, int Slot)? OnlyDiscovered =>
        (_system, _discovered) is ([], [var (name, slot)]) ? (Encoding.UTF8.GetString(name), slot) : null;

    public void AddSystem(string name, int slot)
    {
        Unmasks |= name.StartsWith(Unmasked, StringComparison.Ordinal);
        _system.Add((Reader(name)!, slot));
    }

    public void AddDiscovered(string name, int slot) => _discovered.Add((Encoding.UTF8.GetBytes(name), slot));

    public void FillSystem(Row row)
    {
        foreach (var (read, slot) in _system)
        {
            row.Set(slot, read(row.Record));
        }
    }

    public void Discover(Row row)
    {
        _row = row;
        Clear();
        if (_discovered.Count > 0)
        {
            row.Record.Source.Discover(_discovery, row.Record, row.Record.Message, this);
        }
    }

    public override void Add(ReadOnlySpan<byte> name, ReadOnlyMemory<byte> text)
    {
        foreach (var (wanted, slot) in _discovered)
        {
            if (name.SequenceEqual(wanted))
            {
                _row!.Set(slot, Value.Text(text));
                return;
            }
        }
    }

    public override bool Wants(ReadOnlySpan<byte> step)
    {
        foreach (var (wanted, _) in _discovered)
        {
            if (wanted.AsSpan().IndexOf(step) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    public override void Clear()
    {
        foreach (var (_, slot) in _discovered)
        {
            _row!.Set(slot, Value.Missing);
        }
    }

    static RecordValue UnmaskedReader(string field)
    {
        if (field == "@message")
        {
            return static (in LogRecord record) => Value.Text(record.ClearMessage);
        }

        if (Reader(field) is { } system)
        {
            return system;
        }

        var single = new SingleField(field);
        return single.Find;
    }

    static RecordValue Constant(string text)
    {
        var value = Value.Text(text);
        return (in LogRecord _) => value;
    }

    static RecordValue? Reader(string name) =>
        name switch
        {
            "@message" => static (in LogRecord record) => Value.Text(record.Message),
            "@timestamp" => static (in LogRecord record) => Value.Timestamp(record.Timestamp),
            "@ingestionTime" => static (in LogRecord record) => Value.Timestamp(record.IngestionTime),
            "@logStream" => static (in LogRecord record) => Value.Text(record.Source.LogStream),
            "@log" => static (in LogRecord record) => Value.Text(record.Source.Log),
            "@aws.account" => static (in LogRecord record) => Value.Text(record.Source.Account),
            "@aws.region" => static (in LogRecord record) => Value.Text(record.Source.Region),
            "@source.log" => static (in LogRecord record) => Value.Text(record.Source.LogGroup),
            "@data_source_name" or "@data_source_type" => Constant("Unknown"),
            "@data_format" => Constant("Default"),
            ['\0', .. var field] => UnmaskedReader(field),
            "@ptr" => static (in LogRecord record) => Value.Text(record.Source.Pointer(record)),
            _ => null,
        };
}
