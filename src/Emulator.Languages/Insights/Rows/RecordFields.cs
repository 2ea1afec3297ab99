using System.Text;

namespace Emulator.Languages.Insights;

/// <summary>Fills the slots of a row from its event: system fields at once, discovered fields when they are asked for.</summary>
/// <threadsafety>Not thread-safe.</threadsafety>
internal sealed class RecordFields : FieldSink
{
    /// <summary>Before the name of a field, asks for its value without masks. No name in a query can begin with it.</summary>
    public const string Unmasked = "\0";

    readonly List<(Func<LogRecord, Value> Read, int Slot)> _system = [];
    readonly List<(byte[] Name, int Slot)> _discovered = [];
    readonly FieldDiscovery _discovery = new();
    Row? _row;

    /// <summary>Whether a name is that of a field that every event has, or may have.</summary>
    public static bool IsSystem(string name) => Reader(name) is not null;

    /// <summary>Whether a field is asked for without masks.</summary>
    public bool Unmasks { get; private set; }

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

    public override void Clear()
    {
        foreach (var (_, slot) in _discovered)
        {
            _row!.Set(slot, Value.Missing);
        }
    }

    static Func<LogRecord, Value> UnmaskedReader(string field)
    {
        if (field == "@message")
        {
            return static record => Value.Text(record.ClearMessage);
        }

        if (Reader(field) is { } system)
        {
            return system;
        }

        var single = new SingleField(field);
        return single.Find;
    }

    static Func<LogRecord, Value>? Reader(string name) =>
        name switch
        {
            "@message" => static record => Value.Text(record.Message),
            "@timestamp" => static record => Value.Timestamp(record.Timestamp),
            "@ingestionTime" => static record => Value.Timestamp(record.IngestionTime),
            "@logStream" => static record => Value.Text(record.Source.LogStream),
            "@log" => static record => Value.Text(record.Source.Log),
            "@aws.account" => static record => Value.Text(record.Source.Account),
            "@aws.region" => static record => Value.Text(record.Source.Region),
            "@source.log" => static record => Value.Text(record.Source.LogGroup),
            "@data_source_name" or "@data_source_type" => static _ => Value.Text("Unknown"u8.ToArray()),
            "@data_format" => static _ => Value.Text("Default"u8.ToArray()),
            ['\0', .. var field] => UnmaskedReader(field),
            "@ptr" => static record => Value.Text(record.Source.Pointer(record)),
            _ => null,
        };
}
