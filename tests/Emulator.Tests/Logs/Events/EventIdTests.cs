using Emulator.Services.Logs.Events;

namespace Emulator.Tests.Logs.Events;

public class EventIdTests
{
    /// <summary>The sample of https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html.</summary>
    const string Published = "31132629274945519779805322857203735586714454643391594505";

    [Fact]
    public void The_published_sample_holds_the_times_that_are_printed_beside_it()
    {
        Assert.True(EventId.TryParse(Published, out var id));
        Assert.Equal(1396035378988, id.Timestamp);
        Assert.Equal(1396035394997, id.IngestionTime);
    }

    [Fact]
    public void The_published_sample_is_written_as_it_was_read()
    {
        Assert.True(EventId.TryParse(Published, out var id));

        Assert.Equal(Published, id.ToString());
    }

    [Fact]
    public void Every_part_survives_writing_and_reading()
    {
        var id = new EventId(1_767_603_600_123, 1_767_603_600_456, long.MaxValue, ushort.MaxValue);

        Assert.True(EventId.TryParse(id.ToString(), out var read));

        Assert.Equal(id, read);
    }

    [Theory]
    [InlineData(0, 0, 0, 0, "00000000000000000000000000000000000000000000000000000000")]
    [InlineData(0, 0, 0, 7, "00000000000000000000000000000000000000000000000000000007")]
    [InlineData(0, 0, 1, 0, "00000000000000000000000000000000000000000000000000065536")]
    public void An_id_has_56_digits(long timestamp, long ingestionTime, long request, ushort index, string expected) =>
        Assert.Equal(expected, new EventId(timestamp, ingestionTime, request, index).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("invalid-token")]
    [InlineData("3113262927494551977980532285720373558671445464339159450x")]
    [InlineData("311326292749455197798053228572037355867144546433915945050")]
    public void What_is_not_an_id_is_refused(string text) => Assert.False(EventId.TryParse(text, out _));

    [Fact]
    public void Ids_are_ordered_by_time_then_ingestion_then_request_then_index()
    {
        EventId[] ascending =
        [
            new(1, 9, 9, 9),
            new(2, 1, 9, 9),
            new(2, 2, 1, 9),
            new(2, 2, 2, 1),
            new(2, 2, 2, 2),
            new(2, 3, 0, 0),
        ];

        Assert.Equal(ascending, ascending.Reverse().Order());
        Assert.Equal(
            ascending.Select(id => id.ToString()),
            ascending.Select(id => id.ToString()).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_neighbours_of_an_id_have_nothing_between_them()
    {
        var id = new EventId(5, 6, 7, ushort.MaxValue);

        Assert.Equal(new EventId(5, 6, 8, 0), id.Next);
        Assert.Equal(id, id.Next.Previous);
        Assert.Equal(new EventId(5, 6, 7, ushort.MaxValue - 1), id.Previous);
    }
}
