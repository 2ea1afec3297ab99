namespace Emulator.Languages.Insights;

/// <summary>Functions of times.</summary>
internal static class DateFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        new("bin", "a period", 1, 1, Bin),
        new("datefloor", "a time and a period", 2, 2, call => Round(call, static (period, time) => period.Floor(time))),
        new(
            "dateceil",
            "a time and a period",
            2,
            2,
            call => Round(call, static (period, time) => period.Ceiling(time))
        ),
        Adapters.Any(
            "fromMillis",
            static value => value.TryNumber(out var time) ? Value.Timestamp(time) : Value.Missing
        ),
        Adapters.Any("toMillis", static value => value.TryNumber(out var time) ? Value.Number(time) : Value.Missing),
        Constant("now", static settings => Math.Floor(settings.Now / 1000.0)),
        Constant("queryStartTime", static settings => settings.StartTime),
        Constant("queryEndTime", static settings => settings.EndTime),
        Constant("queryTimeRange", static settings => settings.EndTime - settings.StartTime),
    ];

    static RowValue Bin(CallSite call)
    {
        var period = call.Period(0);
        var offset = call.Settings.BinOffset;
        var timestamp = call.Field("@timestamp");
        return row =>
            timestamp(row).TryNumber(out var time)
                ? Value.Timestamp(period.Floor((long)time - offset) + offset)
                : Value.Missing;
    }

    static RowValue Round(CallSite call, Func<Period, long, long> round)
    {
        var argument = call.Argument(0);
        var period = call.Period(1);
        return row =>
            argument(row).TryNumber(out var time) && TimeText.CanPrint(time)
                ? Value.Timestamp(round(period, (long)time))
                : Value.Missing;
    }

    static Function Constant(string name, Func<InsightsSettings, double> read) =>
        new(
            name,
            "no argument",
            0,
            0,
            call =>
            {
                var value = Value.Number(read(call.Settings));
                return _ => value;
            }
        );
}
