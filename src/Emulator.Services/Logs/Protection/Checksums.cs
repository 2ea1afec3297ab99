using System.Globalization;

namespace Emulator.Services.Logs.Protection;

/// <summary>The checksums of numbers that have one. Blanks, dots, slashes and hyphens between digits do not count.</summary>
static class Checksums
{
    /// <summary>ISO/IEC 7812: credit cards, and numbers of people in Canada.</summary>
    public static bool Luhn(ReadOnlySpan<char> number)
    {
        Span<int> digits = stackalloc int[number.Length];
        return IsLuhn(digits[..Digits(number, digits)]);
    }

    /// <summary>ISO 13616, over letters and digits: 97 divides the number and leaves one.</summary>
    public static bool Iban(ReadOnlySpan<char> number)
    {
        Span<char> compact = stackalloc char[number.Length];
        var length = 0;
        foreach (var c in number)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                compact[length++] = c;
            }
        }

        var rest = 0;
        for (var i = 0; i < length; i++)
        {
            // The country and its two digits go behind the rest.
            var c = char.ToUpperInvariant(compact[(i + 4) % length]);
            rest = char.IsAsciiDigit(c) ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
        }

        return rest == 1;
    }

    /// <summary>The eleven digits of a person in Brazil.</summary>
    public static bool Cpf(ReadOnlySpan<char> number)
    {
        Span<int> digits = stackalloc int[number.Length];
        return Digits(number, digits) == 11
            && digits[..11].ContainsAnyExcept(digits[0])
            && IsBrazilian(digits[..10], 11)
            && IsBrazilian(digits[..11], 12);
    }

    /// <summary>The fourteen digits of a company in Brazil.</summary>
    public static bool Cnpj(ReadOnlySpan<char> number)
    {
        Span<int> digits = stackalloc int[number.Length];
        return Digits(number, digits) == 14
            && digits[..14].ContainsAnyExcept(digits[0])
            && IsBrazilian(digits[..13], 10)
            && IsBrazilian(digits[..14], 10);
    }

    /// <summary>The ten digits of a patient in Britain: weights 10 to 2, modulo 11.</summary>
    public static bool Nhs(ReadOnlySpan<char> number)
    {
        Span<int> digits = stackalloc int[number.Length];
        if (Digits(number, digits) != 10)
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            sum += digits[i] * (10 - i);
        }

        return (11 - sum % 11) % 11 == digits[9];
    }

    /// <summary>The ten digits of a health care provider in the US: Luhn behind 80840.</summary>
    public static bool ProviderId(ReadOnlySpan<char> number) => Luhn($"80840{number}");

    /// <summary>Two letters and seven digits of a registrant of the US drug enforcement agency.</summary>
    public static bool DrugRegistration(ReadOnlySpan<char> number)
    {
        Span<int> digits = stackalloc int[number.Length];
        return Digits(number, digits) == 7
            && (digits[0] + digits[2] + digits[4] + 2 * (digits[1] + digits[3] + digits[5])) % 10 == digits[6];
    }

    /// <summary>ISO 3779: the ninth of 17 characters is a check digit.</summary>
    public static bool Vehicle(ReadOnlySpan<char> number)
    {
        ReadOnlySpan<int> weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
        ReadOnlySpan<int> letters = [1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var c = char.ToUpperInvariant(number[i]);
            sum += weights[i] * (char.IsAsciiDigit(c) ? c - '0' : letters[c - 'A']);
        }

        return number[8] == (sum % 11 == 10 ? 'X' : (char)('0' + sum % 11));
    }

    /// <summary>The digits and the letter of a Spanish identity card: modulo 23.</summary>
    public static bool SpanishId(ReadOnlySpan<char> number)
    {
        const string letters = "TRWAGMYFPDXBNJZSQVHLCKE";
        Span<int> digits = stackalloc int[number.Length + 1];
        var count = 0;

        // The first letter of a foreigner's number stands for a digit.
        if (char.ToUpperInvariant(number[0]) is >= 'X' and <= 'Z' and var first)
        {
            digits[count++] = first - 'X';
        }

        count += Digits(number, digits[count..]);
        var value = 0;
        foreach (var digit in digits[..count])
        {
            value = (value * 10 + digit) % 23;
        }

        return letters[value] == char.ToUpperInvariant(number[^1]);
    }

    /// <summary>The fifteen digits of a person in France; the last two are 97 less the rest of the others.</summary>
    public static bool Insee(ReadOnlySpan<char> number)
    {
        Span<char> compact = stackalloc char[number.Length];
        var length = 0;
        foreach (var c in number)
        {
            if (char.IsAsciiDigit(c))
            {
                compact[length++] = c;
            }
        }

        return length == 15
            && 97 - long.Parse(compact[..13], CultureInfo.InvariantCulture) % 97
                == int.Parse(compact[13..15], CultureInfo.InvariantCulture);
    }

    static bool IsLuhn(ReadOnlySpan<int> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] << (i % 2);
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }

    /// <summary>The last digit checks the others, whose weights count down from one less than <paramref name="top"/> and start again behind 2.</summary>
    static bool IsBrazilian(ReadOnlySpan<int> digits, int top)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length - 1; i++)
        {
            sum += digits[^(i + 2)] * (2 + i % (top - 2));
        }

        return (sum % 11 < 2 ? 0 : 11 - sum % 11) == digits[^1];
    }

    static int Digits(ReadOnlySpan<char> number, Span<int> digits)
    {
        var count = 0;
        foreach (var c in number)
        {
            if (char.IsAsciiDigit(c))
            {
                digits[count++] = c - '0';
            }
        }

        return count;
    }
}
