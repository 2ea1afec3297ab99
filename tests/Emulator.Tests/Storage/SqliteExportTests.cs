using Emulator.Storage;

namespace Emulator.Tests.Storage;

public sealed class SqliteExportTests : ExportContract
{
    readonly TemporaryDirectory _directory = new();

    private protected override Store Open() => Store.Open(_directory.Path, Options);

    private protected override void Delete() => _directory.Dispose();
}
