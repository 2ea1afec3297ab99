using System.Text;
using Emulator.Protocol.Shapes;
using Emulator.Services;
using Emulator.Services.CloudWatch.Alarms.History;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Resources;
using Emulator.Services.Time;
using Emulator.Storage;

namespace Emulator.Tests.CloudWatch.Alarms;

/// <summary>The bytes of docs/formats/alarm-history.md, version 1.</summary>
public class AlarmHistoryFormatTests
{
    static readonly Scope Home = new("123456789012", "us-east-1");

    static readonly AlarmHistoryItem Item = new()
    {
        AlarmName = "a",
        AlarmType = AlarmType.MetricAlarm,
        Timestamp = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero),
        HistoryItemType = HistoryItemType.StateUpdate,
        HistorySummary = "s",
        HistoryData = new Utf8Text("{}"u8.ToArray()),
    };

    // 2026-01-05T09:00:00Z is tag 1 over a double.
    static readonly byte[] Body = Bytes(
        "01 BF",
        Text("AlarmName", "a", "AlarmType", "MetricAlarm", "Timestamp"),
        "C1 FB 41DA56DF64000000",
        Text("HistoryItemType", "StateUpdate", "HistorySummary", "s", "HistoryData", "{}"),
        "FF"
    );

    static readonly byte[] Summary = Bytes(
        "01 BF",
        Text("Scope", "123456789012/us-east-1", "AlarmName", "a", "AlarmType", "MetricAlarm"),
        Text("HistoryItemType", "StateUpdate"),
        "FF"
    );

    [Fact]
    public async Task An_item_is_written_and_read_by_the_letter_of_its_format()
    {
        var database = new MemoryDatabase();
        var clock = new EmulatorClock();
        clock.Apply(new ClockSetting(clock.RealNow, Item.Timestamp, 0));
        await using var engine = EmulatorEngine.Start(Store.Over(database), clock);
        var history = new AlarmHistory(Home, engine);

        await engine.Store.Write(write => history.Add_OnWriter(write, Item));

        var row = Assert.Single(database.Blocks());
        var time = Item.Timestamp.ToUnixTimeMilliseconds();
        Assert.Equal(new BlockRow(row.Id, (BlockKind)4, 0, time, time, 1, Body.Length, row.Summary), row);
        Assert.Equal(Convert.ToHexString(Summary), Convert.ToHexString(row.Summary));
        Assert.Equal(Convert.ToHexString(Body), Convert.ToHexString(database.ReadBlock(row.Id)!));

        var loaded = new AlarmHistory(Home, engine);
        loaded.Load(row);

        Assert.Equal(Home, AlarmHistory.ScopeOf(row));
        Assert.Equal(Item, loaded.Read(Assert.Single(loaded.Find(_ => true))));
    }

    static byte[] Bytes(params string[] hex) => Convert.FromHexString(string.Concat(hex).Replace(" ", ""));

    /// <summary>CBOR text strings of less than 24 bytes each.</summary>
    static string Text(params string[] strings) =>
        string.Concat(
            strings.Select(text => $"{0x60 + text.Length:X2}{Convert.ToHexString(Encoding.UTF8.GetBytes(text))}")
        );
}
