using Emulator.Services.Fixtures.Documents;
using Emulator.Services.Time;

namespace Emulator.Services.Fixtures.Worlds;

/// <summary>A stretch of time in which something is out of the ordinary. It hangs on the anchor, so that it is always in sight.</summary>
/// <param name="Start">Milliseconds since the epoch.</param>
/// <param name="End">The first millisecond behind it.</param>
readonly record struct Incident(long Start, long End)
{
    /// <summary>Office hours, UTC, Monday to Friday.</summary>
    const int OfficeOpens = 13;

    const int OfficeCloses = 20;

    static readonly string[] Days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    public bool Includes(long time) => time >= Start && time < End;

    /// <exception cref="FixtureException">It does not describe an incident.</exception>
    public static Incident Read(FixtureNode node, DateTimeOffset anchor)
    {
        node.RequireObject("before", "length", "office", "on", "at");
        var length = Duration(node.Require("length"));
        var start = anchor - Duration(node.Require("before"));
        if (node.Find("on") is { } on)
        {
            start = LatestOn(on, node.Require("at"), start);
        }
        else if (node.Find("office")?.Text == "true")
        {
            start = InOfficeHours(start, length);
        }

        return new Incident(start.ToUnixTimeMilliseconds(), (start + length).ToUnixTimeMilliseconds());
    }

    /// <exception cref="FixtureException">It is no duration.</exception>
    public static TimeSpan Duration(FixtureNode node) =>
        IsoDuration.TryParse(node.RequireText(), out var duration)
            ? duration
            : throw node.Error($"'{node.Text}' is not a duration such as PT45M or P2DT1H.");

    /// <summary>The latest of some weekdays, at a time of day, that is not after a moment.</summary>
    static DateTimeOffset LatestOn(FixtureNode on, FixtureNode at, DateTimeOffset latest)
    {
        var days = on.RequireItems().Select(DayOf).ToHashSet();
        if (days.Count == 0 || !TimeSpan.TryParse(at.RequireText(), out var time))
        {
            throw at.Error("\"on\" takes weekdays such as \"Tue\", \"at\" a time of day such as \"15:00\".");
        }

        var start = new DateTimeOffset(latest.UtcDateTime.Date, TimeSpan.Zero) + time;
        while (start > latest || !days.Contains((int)start.DayOfWeek))
        {
            start -= TimeSpan.FromDays(1);
        }

        return start;
    }

    static int DayOf(FixtureNode node) =>
        Array.IndexOf(Days, node.RequireText()) is >= 0 and var day
            ? day
            : throw node.Error("A weekday is Mon, Tue, Wed, Thu, Fri, Sat or Sun.");

    /// <summary>Slides back to the nearest office hours.</summary>
    static DateTimeOffset InOfficeHours(DateTimeOffset start, TimeSpan length)
    {
        while (true)
        {
            var day = new DateTimeOffset(start.UtcDateTime.Date, TimeSpan.Zero);
            var latest = day + TimeSpan.FromHours(OfficeCloses) - length;
            if (
                start >= day + TimeSpan.FromHours(OfficeOpens)
                && start.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            )
            {
                return start < latest ? start : latest;
            }

            start = day - TimeSpan.FromMinutes(1);
        }
    }
}
