using System.Text;
using Emulator.Protocol;

namespace Emulator.Tests.Protocol;

/// <summary>Makes requests.</summary>
static class Requests
{
    /// <param name="line">Method and target, as in <c>POST /path?a=b</c>.</param>
    /// <param name="headers">As in <c>Host: a; X-Amz-Target: b</c>.</param>
    public static WireRequest Make(string line, string headers, string body) =>
        Make(
            line,
            headers
                .Split("; ", StringSplitOptions.RemoveEmptyEntries)
                .Where(header => header.Contains(": "))
                .Select(header => header.Split(": ", 2))
                .ToDictionary(header => header[0], header => header[1], StringComparer.OrdinalIgnoreCase),
            Encoding.UTF8.GetBytes(body)
        );

    public static WireRequest Make(string line, IReadOnlyDictionary<string, string> headers, byte[] body)
    {
        var words = line.Split(' ');
        var target = words[1].Split('?', 2);
        return new WireRequest
        {
            Method = words[0],
            Path = Uri.UnescapeDataString(target[0]),
            QueryString = target.ElementAtOrDefault(1) ?? "",
            Body = body,
            Header = name => headers.GetValueOrDefault(name),
        };
    }
}
