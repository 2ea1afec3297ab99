namespace Emulator.Tests.Storage;

/// <summary>A directory of its own, until it is disposed; in memory where that is possible, because tests open hundreds of databases.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    const string MemoryFileSystem = "/dev/shm";

    public string Path { get; } = Create();

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    static string Create()
    {
        if (!Directory.Exists(MemoryFileSystem))
        {
            return Directory.CreateTempSubdirectory("emulator-").FullName;
        }

        var path = System.IO.Path.Combine(MemoryFileSystem, $"emulator-{Guid.NewGuid():n}");
        return Directory.CreateDirectory(path).FullName;
    }
}
