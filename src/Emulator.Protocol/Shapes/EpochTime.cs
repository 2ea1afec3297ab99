namespace Emulator.Protocol.Shapes;

/// <summary>Times as seconds since 1970, the form of JSON and CBOR. AWS keeps milliseconds.</summary>
static class EpochTime
{
    const long FirstMillisecond = -62_135_596_800_000;
    const long LastMillisecond = 253_402_300_799_999;

    /// <exception cref="AwsException">SerializationException: not between the years 1 and 9999.</exception>
    public static DateTimeOffset FromSeconds(double seconds)
    {
        var milliseconds = Math.Round(seconds * 1000);
        return milliseconds is >= FirstMillisecond and <= LastMillisecond
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds)
            : throw WireErrors.WrongKind(ValueKind.Number, ValueKind.Timestamp);
    }

    public static double ToSeconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;
}
