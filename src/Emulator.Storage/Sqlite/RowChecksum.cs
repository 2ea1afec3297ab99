namespace Emulator.Storage.Sqlite;

/// <summary>The checksum of each kind of row: over its columns in the order of its table.</summary>
static class RowChecksum
{
    public static long Of(MetaRow row) => Checksum.Start.Add(row.Key).Add(row.Value).Value;

    public static long Of(ResourceRow row) =>
        Checksum.Start.Add(row.Kind).Add(row.Scope).Add(row.Name).Add(row.Body).Value;

    public static long Of(JournalRow row) => Checksum.Start.Add(row.Sequence).Add((long)row.Kind).Add(row.Body).Value;

    public static long Of(HeadRow row) =>
        Checksum.Start.Add((long)row.Kind).Add(row.Owner).Add(row.SealedSequence).Add(row.Body).Value;

    public static long Of(BlockRow row) =>
        Checksum
            .Start.Add(row.Id)
            .Add((long)row.Kind)
            .Add(row.Owner)
            .Add(row.FirstTime)
            .Add(row.LastTime)
            .Add(row.Count)
            .Add(row.RawBytes)
            .Add(row.Summary)
            .Value;

    public static long OfBody(long id, byte[] body) => Checksum.Start.Add(id).Add(body).Value;
}
