using Emulator.Storage;

namespace Emulator.Services.Sealing;

/// <summary>Streamed state: young entries in memory heads and in the journal, older ones in blocks. Log events, and metric samples.</summary>
/// <remarks>
/// <para>
/// <b>Writing.</b> Before a write, <c>await sealer.MakeRoomAsync()</c>. In one <see cref="Store.Write{T}"/>: take a
/// <see cref="Write.NextSequence"/>, put the entries into their heads under it, and <see cref="Write.Journal"/> them. A head remembers the first
/// sequence that it holds. A head that is full is frozen in the same write and given to <see cref="Sealer.Add"/>.
/// </para>
/// <para>
/// <b>Sealing: freeze, encode, insert.</b> <i>Freeze</i>, in a write: the entries of a head move, as they are, into an
/// <see cref="IFrozenHead"/>, which remembers <see cref="Write.LastSequence"/> as what it has sealed up to; the head goes on empty.
/// <i>Encode</i>, on a background thread: the frozen entries become block bodies. <i>Insert</i>, in a write: the blocks, and the
/// <see cref="HeadRow"/> with the sealed sequence, go into the database, and the index entries take the place of the frozen entries. A reader takes
/// one snapshot of (block index, frozen parts, head), so that it sees every entry once at any moment. Frozen parts are inserted in the order of
/// freezing.
/// </para>
/// <para>
/// <b>Start-up.</b> <see cref="StateLoader"/> loads the resources, then calls <see cref="LoadHead"/>, <see cref="LoadBlock"/> and
/// <see cref="Replay"/> with the rows of this state's kinds. A replayed row may be in blocks already, wholly or in part, and may belong to something
/// that has been deleted since.
/// </para>
/// </remarks>
public interface IJournaledState
{
    /// <summary>The kind of its head rows and blocks.</summary>
    BlockKind BlockKind { get; }

    /// <summary>The kind of its journal rows.</summary>
    JournalKind JournalKind { get; }

    /// <summary>Takes in the head of an owner at start-up; before the blocks and the journal.</summary>
    void LoadHead(HeadRow row);

    /// <summary>Takes in the index entry of a block at start-up; in ascending order of id.</summary>
    void LoadBlock(BlockRow row);

    /// <summary>
    /// Puts what a journal row holds back into the heads at start-up, but skips every owner that does not exist any more and every owner whose head
    /// has <see cref="HeadRow.SealedSequence"/> at or after the row's sequence.
    /// </summary>
    void Replay(JournalRow row);

    /// <summary>
    /// The first journal row with an entry that is not in a block yet, frozen parts included; <see cref="long.MaxValue"/> when all are. Asked for in
    /// a write.
    /// </summary>
    long FirstUnsealedSequence { get; }

    /// <summary>Freezes every head that holds an entry of a sequence up to <paramref name="through"/>, with all that it holds. Called in a write.</summary>
    IEnumerable<IFrozenHead> Freeze(Write write, long through);

    /// <summary>Drops the blocks whose entries have all expired, and rolls up those that are due; called every emulated hour.</summary>
    /// <param name="now">The emulated time at which the sweep fell due.</param>
    ValueTask SweepAsync(DateTimeOffset now);
}

/// <summary>What was taken out of a head to become blocks; still what readers see until it is inserted.</summary>
public interface IFrozenHead
{
    /// <summary>Makes the block bodies, on a background thread; nothing else changes.</summary>
    /// <returns>Their bytes.</returns>
    long Encode();

    /// <summary>
    /// Inserts the blocks and the head row, and lets readers see the blocks instead of this; does nothing when its owner has been deleted since.
    /// Called in a write.
    /// </summary>
    void Insert(Write write);
}
