using Emulator.Storage;

namespace Emulator.Tests.Storage;

public sealed class MemoryExportTests : ExportContract
{
    readonly MemoryDatabase _database = new();

    private protected override Store Open() => Store.Over(_database, Options);
}
