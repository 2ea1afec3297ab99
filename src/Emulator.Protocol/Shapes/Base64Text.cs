using System.Buffers;
using System.Buffers.Text;

namespace Emulator.Protocol.Shapes;

/// <summary>Blobs as base64 text, the form of JSON and Query.</summary>
static class Base64Text
{
    public static byte[] Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new byte[Base64.GetMaxEncodedToUtf8Length(bytes.Length)];
        Base64.EncodeToUtf8(bytes, text, out _, out _);
        return text;
    }

    /// <exception cref="AwsException">SerializationException: the text is not base64.</exception>
    public static byte[] Decode(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return Base64.DecodeFromUtf8(text, bytes, out _, out var length) == OperationStatus.Done
            ? bytes[..length]
            : throw WireErrors.WrongKind(ValueKind.String, ValueKind.Blob);
    }
}
