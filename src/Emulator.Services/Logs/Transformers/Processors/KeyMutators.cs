using System.Text.Json.Nodes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Transformers.Processors;

/// <summary>addKeys, deleteKeys, moveKeys, renameKeys, copyValue: change which members there are. Absent ones do not matter.</summary>
static class KeyMutators
{
    public static Step Add(AddKeys config) =>
        tree =>
        {
            foreach (var entry in config.Entries)
            {
                tree.Set(entry.Key, JsonValue.Create(entry.Value), entry.OverwriteIfExists == true);
            }
        };

    public static Step Delete(DeleteKeys config) =>
        tree =>
        {
            foreach (var key in config.WithKeys)
            {
                tree.Remove(key, out _);
            }
        };

    public static Step Copy(CopyValue config) =>
        tree =>
        {
            foreach (var entry in config.Entries)
            {
                if (tree.Find(entry.Source) is { } value)
                {
                    tree.Set(entry.Target, value.DeepClone(), entry.OverwriteIfExists == true);
                }
            }
        };

    /// <summary>Moves into an object that is there, under the same name; else to the path itself.</summary>
    public static Step Move(MoveKeys config) =>
        tree =>
        {
            foreach (var entry in config.Entries)
            {
                var target =
                    tree.Find(entry.Target) is JsonObject
                        ? $"{entry.Target}.{EventTree.NameOf(entry.Source)}"
                        : entry.Target;
                Move(tree, entry.Source, target, entry.OverwriteIfExists == true);
            }
        };

    public static Step Rename(RenameKeys config) =>
        tree =>
        {
            foreach (var entry in config.Entries)
            {
                Move(tree, entry.Key, entry.RenameTo, entry.OverwriteIfExists == true);
            }
        };

    static void Move(EventTree tree, string from, string to, bool overwrite)
    {
        if (from != to && (overwrite || tree.Find(to) is null) && tree.Remove(from, out var value))
        {
            tree.Set(to, value);
        }
    }
}
