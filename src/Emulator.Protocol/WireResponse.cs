using System.Buffers;

namespace Emulator.Protocol;

/// <summary>What a protocol made of an answer or an error.</summary>
public sealed class WireResponse
{
    public int Status { get; set; } = 200;

    /// <summary><c>null</c> when the answer has no body and its protocol names no type.</summary>
    public string? ContentType { get; set; }

    /// <summary>Further headers, spelled as AWS spells them.</summary>
    public List<KeyValuePair<string, string>> Headers { get; } = [];

    /// <summary>Where the body goes.</summary>
    public required IBufferWriter<byte> Body { get; init; }

    public void AddHeader(string name, string value) => Headers.Add(new(name, value));
}
