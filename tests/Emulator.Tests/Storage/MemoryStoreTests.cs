using Emulator.Storage;

namespace Emulator.Tests.Storage;

public sealed class MemoryStoreTests : StoreContract
{
    readonly MemoryDatabase _database = new();

    private protected override Store Open() => Store.Over(_database, Options);
}
