using Emulator.Protocol.Shapes;

namespace Emulator.Protocol.Cbor;

/// <summary>Writes a shape to the bytes that are persisted, and reads it back.</summary>
public static class CborDocument
{
    public static byte[] Write<T>(T value)
        where T : IShape<T> => throw new NotSupportedException($"{typeof(T)}");

    public static T Read<T>(ReadOnlyMemory<byte> document)
        where T : IShape<T> => throw new NotSupportedException($"{typeof(T)}");
}
