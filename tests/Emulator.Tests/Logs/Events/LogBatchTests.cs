using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Tests.Logs.Events;

public class LogBatchTests
{
    static readonly InputLogEvent[] Input =
    [
        new() { Timestamp = 1_000_000_000_000, Message = new Utf8Text("a") },
        new() { Timestamp = 1_000_000_000_000, Message = new Utf8Text("参よ") },
        new() { Timestamp = 1_000_086_400_000, Message = new Utf8Text("ccc") },
    ];

    [Fact]
    public void A_batch_gives_back_what_went_in()
    {
        var batch = new LogBatch(LogBatch.Encode(3, 4, 1_000_086_400_500, Input, 0, 3), 77);

        Assert.Equal((3, 4, 77), (batch.GroupId, batch.StreamId, batch.Sequence));
        Assert.Equal([4], batch.Streams.ToArray());
        Assert.Equal(
            ["a", "参よ", "ccc"],
            Enumerable.Range(0, 3).Select(i => new StoredEvent(batch, i).Message.ToString())
        );
        Assert.Equal(new EventId(1_000_000_000_000, 1_000_086_400_500, 77, 1), batch.Id(1));
        Assert.Equal((1_000_000_000_000, 1_000_086_400_000), (batch.FirstTime, batch.LastTime));
        Assert.Equal(1 + 6 + 3 + 3 * 26, batch.StoredBytes);
    }

    [Fact]
    public void Version_1_is_read_for_ever()
    {
        var batch = new LogBatch(File.ReadAllBytes("Logs/Events/log-batch-1.bin"), 77);

        Assert.Equal("参よ", new StoredEvent(batch, 1).Message.ToString());
        Assert.Equal(new EventId(1_000_086_400_000, 1_000_086_400_500, 77, 2), batch.Id(2));
    }

    [Fact]
    public void Another_version_is_refused() =>
        Assert.Throws<InvalidDataException>(() => new LogBatch(new byte[37], 1));
}
