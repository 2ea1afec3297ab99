using System.Globalization;

namespace Emulator.Languages.Insights;

/// <summary>How times are written: <c>2026-01-05 09:00:00.000</c>, in UTC.</summary>
internal static class TimeText
{
    const string Format = "yyyy-MM-dd HH:mm:ss.fff";

    static readonly double First = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    static readonly double Last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <param name="time">Milliseconds since the epoch.</param>
    public static bool CanPrint(double time) => time >= First && time <= Last;

    public static byte[] Print(long time)
    {
        var text = new byte[Format.Length];
        DateTime.UnixEpoch.AddMilliseconds(time).TryFormat(text, out _, Format, CultureInfo.InvariantCulture);
        return text;
    }
}
