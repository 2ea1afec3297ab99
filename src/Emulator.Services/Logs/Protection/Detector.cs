using System.Buffers;
using System.Text;

namespace Emulator.Services.Logs.Protection;

/// <summary>Finds the sensitive data of a policy in messages, and masks it.</summary>
/// <threadsafety>Immutable.</threadsafety>
sealed class Detector(IReadOnlyList<DataIdentifier> identifiers)
{
    const byte Mask = (byte)'*';

    /// <summary>Where there is sensitive data.</summary>
    /// <param name="message">UTF-8.</param>
    /// <returns><c>null</c> when there is none.</returns>
    public List<Finding>? Find(ReadOnlySpan<byte> message)
    {
        var buffer = ArrayPool<char>.Shared.Rent(message.Length);
        var text = buffer.AsSpan(0, Encoding.UTF8.GetChars(message, buffer));
        List<Finding>? findings = null;
        foreach (var identifier in identifiers)
        {
            identifier.Find(text, ref findings);
        }

        ArrayPool<char>.Shared.Return(buffer);
        return findings;
    }

    /// <summary>The message with an asterisk for each character of the findings.</summary>
    public static byte[] Apply(ReadOnlySpan<byte> message, List<Finding> findings)
    {
        var ranges = findings.OrderBy(finding => finding.Start).ToList();
        var masked = new byte[message.Length];
        var written = 0;
        var at = 0;
        var next = 0;
        var maskedUntil = 0;
        while (!message.IsEmpty)
        {
            Rune.DecodeFromUtf8(message, out var rune, out var length);
            for (; next < ranges.Count && ranges[next].Start <= at; next++)
            {
                maskedUntil = Math.Max(maskedUntil, ranges[next].End);
            }

            if (at < maskedUntil)
            {
                masked[written++] = Mask;
            }
            else
            {
                message[..length].CopyTo(masked.AsSpan(written));
                written += length;
            }

            at += rune.Utf16SequenceLength;
            message = message[length..];
        }

        return masked[..written];
    }
}
