using System.Buffers;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;

namespace Emulator.Protocol.Cbor;

/// <summary>Shapes as bytes on disk. Every value reads back exactly as it was written; times to the millisecond.</summary>
public static class CborDocument
{
    public static byte[] Write(IShape shape)
    {
        var bytes = new ArrayBufferWriter<byte>();
        shape.Write(new CborShapeWriter(bytes));
        return bytes.WrittenSpan.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are not a document of this shape.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> bytes)
        where T : IShape<T>
    {
        var report = new ConstraintReport();
        try
        {
            var shape = T.Read(new CborShapeReader(bytes), report);
            return report.IsEmpty
                ? shape
                : throw new InvalidDataException($"The document violates constraints of {typeof(T).Name}.");
        }
        catch (AwsException malformed)
        {
            throw new InvalidDataException($"The document is not a {typeof(T).Name}: {malformed.Text}", malformed);
        }
    }
}
