namespace Emulator.SystemTests.Data;

/// <summary>A directory that can be closed to writing: for the superuser a disk of its own, for others by its permissions.</summary>
sealed class ReadOnlyDirectory : IDisposable
{
    readonly TemporaryDirectory _directory = new();
    readonly MountedDisk? _disk = MountedDisk.IsPossible ? new MountedDisk("size=64m") : null;

    public string Path => _disk?.Path ?? _directory.Path;

    public void MakeReadOnly() => Change("ro", "555");

    public void MakeWritable() => Change("rw", "755");

    public void Dispose()
    {
        MakeWritable();
        _disk?.Dispose();
        _directory.Dispose();
    }

    void Change(string mountOption, string mode)
    {
        if (_disk is not null)
        {
            _disk.Remount(mountOption);
        }
        else
        {
            Command.Run("chmod", mode, _directory.Path);
        }
    }
}
