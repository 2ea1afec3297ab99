namespace Emulator.SystemTests.Data;

/// <summary>A small disk in memory, mounted on a directory; only the superuser can have one.</summary>
sealed class MountedDisk : IDisposable
{
    readonly TemporaryDirectory _directory = new();

    public MountedDisk(string options) => Command.Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", _directory.Path);

    public static bool IsPossible { get; } = Try();

    public string Path => _directory.Path;

    public void Remount(string options) => Command.Run("mount", "-o", $"remount,{options}", _directory.Path);

    public void Dispose()
    {
        Command.Run("umount", _directory.Path);
        _directory.Dispose();
    }

    static bool Try()
    {
        try
        {
            new MountedDisk("size=1m").Dispose();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
