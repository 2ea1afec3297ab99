using System.Buffers.Binary;
using Emulator.Storage;

namespace Emulator.Services.Time;

/// <summary>The setting of the clock as the store keeps it; docs/formats/database.md describes it.</summary>
static class SavedClock
{
    const string Key = "clock";

    const int Length = 24;

    /// <returns><c>null</c> when the clock has never been set.</returns>
    public static ClockSetting? Load(Store store) =>
        store.LoadMeta(Key) is { } saved
            ? new ClockSetting(
                Time(BinaryPrimitives.ReadInt64LittleEndian(saved)),
                Time(BinaryPrimitives.ReadInt64LittleEndian(saved.AsSpan(8))),
                BinaryPrimitives.ReadDoubleLittleEndian(saved.AsSpan(16))
            )
            : null;

    public static Task SaveAsync(Store store, ClockSetting setting) => store.Write(write => Put(write, setting));

    /// <summary>Saves the setting as part of a write.</summary>
    public static void Put(Write write, ClockSetting setting)
    {
        var saved = new byte[Length];
        // A clock that stands still does so at any real time: the same state has the same bytes.
        var real = setting.IsFrozen ? setting.Emulated : setting.Real;
        BinaryPrimitives.WriteInt64LittleEndian(saved, real.UtcTicks);
        BinaryPrimitives.WriteInt64LittleEndian(saved.AsSpan(8), setting.Emulated.UtcTicks);
        BinaryPrimitives.WriteDoubleLittleEndian(saved.AsSpan(16), setting.Rate);
        write.PutMeta(Key, saved);
    }

    static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}
