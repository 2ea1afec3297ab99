using System.Buffers;
using System.Buffers.Binary;

namespace Emulator.Languages.Insights;

/// <summary>Writes the values that make a group as bytes that are equal for equal groups.</summary>
internal static class GroupKey
{
    static ReadOnlySpan<byte> Missing => [0];

    public static void Write(ArrayBufferWriter<byte> key, in Value value)
    {
        if (value.IsMissing || value.IsStructured)
        {
            key.Write(Missing);
            return;
        }

        if (value.Kind == ValueKind.Text)
        {
            Span<byte> head = stackalloc byte[5];
            head[0] = 1;
            BinaryPrimitives.WriteInt32LittleEndian(head[1..], value.Utf8.Length);
            key.Write(head);
            key.Write(value.Utf8.Span);
            return;
        }

        Span<byte> number = stackalloc byte[9];
        number[0] = 2;
        BinaryPrimitives.WriteDoubleLittleEndian(number[1..], value.RawNumber);
        key.Write(number);
    }
}
