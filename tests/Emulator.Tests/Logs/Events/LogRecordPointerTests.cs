using Emulator.Services.Logs.Events;

namespace Emulator.Tests.Logs.Events;

public class LogRecordPointerTests
{
    static readonly EventId Id = new(1396035378988, 1396035394997, long.MaxValue, ushort.MaxValue);

    [Fact]
    public void A_pointer_reads_back_as_it_was_written()
    {
        var pointer = new LogRecordPointer(17, Id);

        Assert.True(LogRecordPointer.TryParse(pointer.ToString(), out var read));
        Assert.Equal(pointer, read);
    }

    [Fact]
    public void A_pointer_is_of_characters_that_need_no_escape_anywhere() =>
        Assert.Matches("^[A-Za-z0-9_-]+$", new LogRecordPointer(17, Id).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("pointer")]
    [InlineData("Ä")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA*A")]
    public void Other_text_is_no_pointer(string text) => Assert.False(LogRecordPointer.TryParse(text, out _));
}
