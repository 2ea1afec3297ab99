using System.Text;
using Emulator.Services.Logs.Events;

namespace Emulator.Tests.Logs.Events;

public class LogBlockTests
{
    /// <summary>Three events of two streams; docs/formats/log-block.md.</summary>
    static SealedBlock Sample()
    {
        var builder = new LogBlockBuilder();
        builder.Add(7, new EventId(1000, 2000, 40, 0), "first"u8);
        builder.Add(9, new EventId(1000, 2000, 41, 3), "zwölf"u8);
        builder.Add(7, new EventId(1500, 2500, 50, 1), "third"u8);
        return builder.Build();
    }

    [Fact]
    public void A_block_gives_back_what_went_in()
    {
        var block = LogBlock.Decode(Sample().Body);

        Assert.Equal(["first", "zwölf", "third"], Enumerable.Range(0, block.Count).Select(i => Text(block, i)));
        Assert.Equal([7, 9], block.Streams.ToArray());
        Assert.Equal([0, 1, 0], Enumerable.Range(0, block.Count).Select(block.Stream));
        Assert.Equal(
            [new EventId(1000, 2000, 40, 0), new EventId(1000, 2000, 41, 3), new EventId(1500, 2500, 50, 1)],
            Enumerable.Range(0, block.Count).Select(block.Id)
        );
    }

    [Fact]
    public void The_summary_says_what_each_stream_has()
    {
        var shares = BlockSummary.Decode(Sample().Summary);

        Assert.Equal(
            [
                new StreamShare(7, 2, 10 + 2 * 26, 1000, 1500, 2500, 50),
                new StreamShare(9, 1, 6 + 26, 1000, 1000, 2000, 41),
            ],
            shares
        );
    }

    [Fact]
    public void The_row_says_when_and_how_many()
    {
        var block = Sample();

        Assert.Equal((1000, 1500, 3), (block.FirstTime, block.LastTime, block.Count));
    }

    [Fact]
    public void A_block_has_room_for_one_message_of_any_size_and_else_for_a_mebibyte()
    {
        var builder = new LogBlockBuilder();
        Assert.True(builder.HasRoomFor(5 << 20));

        builder.Add(1, new EventId(1, 1, 1, 0), new byte[1 << 19]);

        Assert.True(builder.HasRoomFor(1 << 19));
        Assert.False(builder.HasRoomFor((1 << 19) + 1));
    }

    [Fact]
    public void A_block_has_room_for_8192_events()
    {
        var builder = new LogBlockBuilder();
        for (var i = 0; i < 8192; i++)
        {
            Assert.True(builder.HasRoomFor(1));
            builder.Add(1, new EventId(1, 1, 1, (ushort)i), "x"u8);
        }

        Assert.False(builder.HasRoomFor(1));
    }

    [Fact]
    public void A_builder_starts_over_after_a_block()
    {
        var builder = new LogBlockBuilder();
        builder.Add(1, new EventId(1, 1, 1, 0), "one"u8);
        builder.Build();
        builder.Add(2, new EventId(2, 2, 2, 0), "two"u8);

        var block = LogBlock.Decode(builder.Build().Body);

        Assert.Equal("two", Text(block, 0));
        Assert.Equal([2], block.Streams.ToArray());
        Assert.Equal(1, block.Count);
    }

    [Fact]
    public void Version_1_is_read_for_ever()
    {
        var block = LogBlock.Decode(File.ReadAllBytes("Logs/Events/log-block-1.bin"));
        var summary = BlockSummary.Decode(File.ReadAllBytes("Logs/Events/log-block-summary-1.bin"));

        Assert.Equal(["first", "zwölf", "third"], Enumerable.Range(0, block.Count).Select(i => Text(block, i)));
        Assert.Equal(new EventId(1000, 2000, 41, 3), block.Id(1));
        Assert.Equal(new StreamShare(9, 1, 32, 1000, 1000, 2000, 41), summary[1]);
    }

    [Fact]
    public void Another_version_is_refused() =>
        Assert.Throws<InvalidDataException>(() => LogBlock.Decode([2, 0, 0, 0, 0]));

    static string Text(LogBlock block, int index) => Encoding.UTF8.GetString(block.Message(index).Span);
}
