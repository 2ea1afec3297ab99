using System.Text;

namespace Emulator.Languages.Insights;

/// <summary>The pattern of <c>parse</c>: texts that must be found one after another, and asterisks for what stands between them.</summary>
/// <remarks>
/// What an asterisk takes ends at the next text, or with the message. The pattern may match anywhere, unless it begins with an asterisk.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Parse.html"/>
/// </remarks>
internal sealed class GlobParser(string pattern)
{
    readonly byte[][] _texts = [.. pattern.Split('*').Select(Encoding.UTF8.GetBytes)];

    /// <summary>How many asterisks there are.</summary>
    public int Count => _texts.Length - 1;

    /// <param name="captures">Takes what the asterisks stand for.</param>
    /// <returns><c>false</c> when the message does not match.</returns>
    public bool TryMatch(ReadOnlyMemory<byte> message, Span<Value> captures)
    {
        var first = _texts[0].Length == 0 ? 0 : message.Span.IndexOf(_texts[0]);
        if (first < 0)
        {
            return false;
        }

        var rest = message[(first + _texts[0].Length)..];
        for (var i = 0; i < captures.Length; i++)
        {
            var text = _texts[i + 1];
            var isLast = i == captures.Length - 1;
            var end = isLast && text.Length == 0 ? rest.Length : rest.Span.IndexOf(text);
            if (end < 0)
            {
                return false;
            }

            captures[i] = Value.Text(rest[..end]);
            rest = rest[(end + text.Length)..];
        }

        return true;
    }
}
