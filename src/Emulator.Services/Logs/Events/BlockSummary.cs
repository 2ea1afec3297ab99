using Emulator.Services.Sealing;

namespace Emulator.Services.Logs.Events;

/// <summary>What a block holds of each log stream; kept in memory for every block.</summary>
/// <remarks>The format is docs/formats/log-block.md.</remarks>
static class BlockSummary
{
    const byte Version = 1;

    /// <param name="shares">By ascending stream id.</param>
    public static byte[] Encode(IReadOnlyCollection<StreamShare> shares)
    {
        var writer = new VarintWriter();
        writer.Byte(Version);
        writer.Unsigned((ulong)shares.Count);
        var id = 0L;
        foreach (var share in shares)
        {
            writer.Unsigned((ulong)(share.StreamId - id));
            writer.Unsigned((ulong)share.Events);
            writer.Unsigned((ulong)share.StoredBytes);
            writer.Signed(share.FirstTime);
            writer.Signed(share.LastTime - share.FirstTime);
            writer.Signed(share.LastIngestion - share.LastTime);
            writer.Unsigned((ulong)share.LastSequence);
            id = share.StreamId;
        }

        return writer.Written.ToArray();
    }

    public static StreamShare[] Decode(byte[] summary)
    {
        var reader = new VarintReader(summary);
        if (reader.Byte() != Version)
        {
            throw new InvalidDataException($"This is not the summary of a log block of version {Version}.");
        }

        var shares = new StreamShare[reader.Int()];
        var id = 0L;
        for (var i = 0; i < shares.Length; i++)
        {
            id += (long)reader.Unsigned();
            var events = (long)reader.Unsigned();
            var storedBytes = (long)reader.Unsigned();
            var firstTime = reader.Signed();
            var lastTime = firstTime + reader.Signed();
            var lastIngestion = lastTime + reader.Signed();
            shares[i] = new StreamShare(
                id,
                events,
                storedBytes,
                firstTime,
                lastTime,
                lastIngestion,
                (long)reader.Unsigned()
            );
        }

        return shares;
    }
}
