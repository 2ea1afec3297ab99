using System.Text;
using Emulator.Storage;

namespace Emulator.Tests.Storage;

public sealed class SqliteStoreTests : StoreContract
{
    readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task Large_rows_of_the_journal_take_less_room_than_they_have_bytes()
    {
        const int Rows = 100;
        var body = Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Range(0, 5_000).Select(i => $"request {i} took 17 ms; "))
        );

        for (var i = 0; i < Rows; i++)
        {
            await Store.Write(write => write.Journal(write.NextSequence(), JournalKind.LogEvents, body));
        }

        Assert.InRange(Store.Size, 1, Rows * body.Length / 2);
    }

    private protected override Store Open() => Store.Open(_directory.Path, Options);

    private protected override void Delete() => _directory.Dispose();
}
