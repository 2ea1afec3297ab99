using System.Text;

namespace Emulator.Languages.Insights;

/// <summary>Finds one field in messages without masks.</summary>
/// <threadsafety>Not thread-safe.</threadsafety>
internal sealed class SingleField(string name) : FieldSink
{
    readonly byte[] _name = Encoding.UTF8.GetBytes(name);
    readonly FieldDiscovery _discovery = new();
    Value _found;

    public Value Find(in LogRecord record)
    {
        Clear();
        record.Source.Discover(_discovery, record, record.ClearMessage, this);
        return _found;
    }

    public override void Add(ReadOnlySpan<byte> name, ReadOnlyMemory<byte> text)
    {
        if (name.SequenceEqual(_name))
        {
            _found = Value.Text(text);
        }
    }

    public override bool Wants(ReadOnlySpan<byte> step) => _name.AsSpan().IndexOf(step) >= 0;

    public override void Clear() => _found = Value.Missing;
}
