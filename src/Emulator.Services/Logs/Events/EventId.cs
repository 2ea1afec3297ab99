namespace Emulator.Services.Logs.Events;

/// <summary>The identity of a log event, and its place in the order in which AWS returns events.</summary>
/// <remarks>
/// AWS prints it as a decimal number of 56 digits: <c>timestamp · 2^144 + ingestion time · 2^80 + request · 2^16 + index</c>, as its published
/// samples show. The order of the numbers is the documented order "timestamp, ingestion time, id of the request".
/// </remarks>
/// <param name="Timestamp">Milliseconds since the epoch, up to <see cref="MaxTimestamp"/>.</param>
/// <param name="IngestionTime">Milliseconds since the epoch.</param>
/// <param name="Request">The sequence of the request that brought the event.</param>
/// <param name="Index">Its place in that request, from 0.</param>
public readonly record struct EventId(long Timestamp, long IngestionTime, long Request, ushort Index)
    : IComparable<EventId>
{
    /// <summary>The greatest timestamp that an id can hold: 48 bits.</summary>
    public const long MaxTimestamp = (1L << 48) - 1;

    const int Digits = 56;
    const int Limbs = 6;
    const int DigitsPerChunk = 9;
    const uint Chunk = 1_000_000_000;

    /// <summary>Not after any event of a timestamp.</summary>
    public static EventId Before(long timestamp) => new(Math.Clamp(timestamp, 0, MaxTimestamp), 0, 0, 0);

    /// <summary>The next greater id.</summary>
    public EventId Next =>
        Index < ushort.MaxValue
            ? this with
            {
                Index = (ushort)(Index + 1),
            }
            : this with
            {
                Request = Request + 1,
                Index = 0,
            };

    /// <summary>The next smaller id; itself when it has neither request nor index.</summary>
    public EventId Previous =>
        Index > 0 ? this with { Index = (ushort)(Index - 1) }
        : Request > 0 ? this with { Request = Request - 1, Index = ushort.MaxValue }
        : this;

    public int CompareTo(EventId other)
    {
        var order = Timestamp.CompareTo(other.Timestamp);
        if (order == 0)
        {
            order = IngestionTime.CompareTo(other.IngestionTime);
        }

        if (order == 0)
        {
            order = Request.CompareTo(other.Request);
        }

        return order == 0 ? Index.CompareTo(other.Index) : order;
    }

    public static bool operator <(EventId left, EventId right) => left.CompareTo(right) < 0;

    public static bool operator >(EventId left, EventId right) => left.CompareTo(right) > 0;

    public static bool operator <=(EventId left, EventId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(EventId left, EventId right) => left.CompareTo(right) >= 0;

    /// <summary>The 56 digits.</summary>
    public override string ToString() =>
        string.Create(
            Digits,
            this,
            static (text, id) =>
            {
                Span<uint> number = stackalloc uint[Limbs];
                id.CopyTo(number);
                for (var end = text.Length; end > 0; end -= DigitsPerChunk)
                {
                    var digits = DivideByChunk(number);
                    for (var i = end - 1; i >= Math.Max(0, end - DigitsPerChunk); i--)
                    {
                        text[i] = (char)('0' + digits % 10);
                        digits /= 10;
                    }
                }
            }
        );

    /// <summary>Reads the 56 digits.</summary>
    /// <returns><c>false</c> when it is not such a number.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out EventId id)
    {
        id = default;
        if (text.Length != Digits || text.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        Span<uint> number = stackalloc uint[Limbs];
        foreach (var digit in text)
        {
            MultiplyByTenAndAdd(number, (uint)(digit - '0'));
        }

        id = From(number);
        return true;
    }

    void CopyTo(Span<uint> number)
    {
        number[0] = ((uint)Request << 16) | Index;
        number[1] = (uint)(Request >> 16);
        number[2] = ((uint)IngestionTime << 16) | ((uint)(Request >> 48) & 0xFFFF);
        number[3] = (uint)(IngestionTime >> 16);
        number[4] = ((uint)Timestamp << 16) | ((uint)(IngestionTime >> 48) & 0xFFFF);
        number[5] = (uint)(Timestamp >> 16);
    }

    static EventId From(ReadOnlySpan<uint> number) =>
        new(
            ((long)number[5] << 16) | (number[4] >> 16),
            ((long)(number[4] & 0xFFFF) << 48) | ((long)number[3] << 16) | (number[2] >> 16),
            ((long)(number[2] & 0xFFFF) << 48) | ((long)number[1] << 16) | (number[0] >> 16),
            (ushort)number[0]
        );

    /// <summary>Divides a number of 32-bit limbs, lowest first, and returns the remainder.</summary>
    static uint DivideByChunk(Span<uint> number)
    {
        ulong remainder = 0;
        for (var i = number.Length - 1; i >= 0; i--)
        {
            var part = (remainder << 32) | number[i];
            number[i] = (uint)(part / Chunk);
            remainder = part % Chunk;
        }

        return (uint)remainder;
    }

    static void MultiplyByTenAndAdd(Span<uint> number, uint digit)
    {
        ulong carry = digit;
        for (var i = 0; i < number.Length; i++)
        {
            carry += (ulong)number[i] * 10;
            number[i] = (uint)carry;
            carry >>= 32;
        }
    }
}
