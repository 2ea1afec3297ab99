using System.Collections.Frozen;
using System.Globalization;

namespace Emulator.Services.Logs.Protection.Identifiers;

/// <summary>The numbers of credit cards: 13 to 19 digits with a checksum, by the issuers' first digits.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protect-sensitive-log-data-types-financial.html"/></remarks>
static class CreditCard
{
    const int MaxDigits = 19;

    /// <summary>Numbers that issuers have published for tests: AWS does not report them.</summary>
    static readonly FrozenSet<string> Published = FrozenSet.Create(
        "122000000000003",
        "2222405343248877",
        "2222990905257051",
        "2223007648726984",
        "2223577120017656",
        "30569309025904",
        "3528000700000000",
        "3530111333300000",
        "3566002020360505",
        "36148900647913",
        "36700102000000",
        "371449635398431",
        "378282246310005",
        "378734493671000",
        "38520000023237",
        "4012888888881881",
        "4111111111111111",
        "4222222222222",
        "4444333322221111",
        "4462030000000000",
        "4484070000000000",
        "4911830000000",
        "4917300800000000",
        "4917610000000000",
        "4917610000000000003",
        "5019717010103742",
        "5105105105105100",
        "5111010030175156",
        "5185540810000019",
        "5200828282828210",
        "5204230080000017",
        "5204740009900014",
        "5420923878724339",
        "5454545454545454",
        "5455330760000018",
        "5506900490000436",
        "5506900490000444",
        "5506900510000234",
        "5506920809243667",
        "5506922400634930",
        "5506927427317625",
        "5553042241984105",
        "5555553753048194",
        "5555555555554444",
        "5610591081018250",
        "6011000400000000",
        "6011000990139424",
        "6011111111111117",
        "630490017740292441",
        "630495060000000000",
        "6331101999990016",
        "6759649826438453",
        "6799990100000000019"
    );

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PublishedSpans = Published.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    public static bool IsReal(ReadOnlySpan<char> candidate)
    {
        Span<char> digits = stackalloc char[MaxDigits];
        var count = 0;
        foreach (var c in candidate)
        {
            if (char.IsAsciiDigit(c))
            {
                if (count == MaxDigits)
                {
                    return false;
                }

                digits[count++] = c;
            }
        }

        var number = digits[..count];
        return HasIssuer(number) && Checksums.Luhn(number) && !PublishedSpans.Contains(number);
    }

    /// <summary>The first digits and the length that an issuer uses.</summary>
    static bool HasIssuer(ReadOnlySpan<char> number) =>
        (number[0], number.Length) switch
        {
            // Mastercard 2221 to 2720.
            ('2', 16) => First(number) is >= 2221 and <= 2720,
            // American Express.
            ('3', 15) => number[1] is '4' or '7',
            // Diners Club.
            ('3', 14) => number[1] is '0' or '6' or '8',
            // JCB 3528 to 3589.
            ('3', 16 or 17 or 18 or 19) => First(number) is >= 3528 and <= 3589,
            // Visa.
            ('4', 13 or 16 or 19) => true,
            // Mastercard 51 to 55, Maestro.
            ('5', 16) => number[1] is >= '0' and <= '8',
            // Discover, UnionPay, Maestro.
            ('6', >= 13 and <= 19) => true,
            _ => false,
        };

    static int First(ReadOnlySpan<char> number) => int.Parse(number[..4], CultureInfo.InvariantCulture);
}
