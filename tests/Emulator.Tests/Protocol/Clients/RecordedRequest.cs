using System.Text;
using Emulator.Protocol;

namespace Emulator.Tests.Protocol.Clients;

/// <summary>A request that a client was recorded sending, and what it means.</summary>
/// <param name="Title">The client and the operation.</param>
/// <param name="Caller">Access key and region.</param>
/// <param name="Input">The input in JSON.</param>
sealed record RecordedRequest(string Title, WireRequest Request, string Caller, string Input)
{
    /// <summary>
    /// Reads the folder <c>Wire</c>. Requests follow titles that begin with <c>###</c>; bodies that are not text are in hexadecimal; what a request means
    /// follows it in two lines that begin with <c>#</c>.
    /// </summary>
    public static IEnumerable<RecordedRequest> ReadAll() =>
        from file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Wire"), "*.http").Order()
        from section in File.ReadAllText(file).Split("\n### ").Skip(1)
        select Read(Path.GetFileNameWithoutExtension(file), section.TrimEnd().Split('\n'));

    public override string ToString() => Title;

    static RecordedRequest Read(string client, string[] lines)
    {
        var blank = Array.IndexOf(lines, "");
        var headers = lines[2..blank]
            .Select(line => line.Split(": ", 2))
            .ToDictionary(header => header[0], header => header[1], StringComparer.OrdinalIgnoreCase);
        var body = string.Join('\n', lines[(blank + 1)..^2]).TrimEnd();
        var request = Requests.Make(lines[1], headers, Encoding.UTF8.GetBytes(body));
        if (headers.ContainsKey("Content-Encoding"))
        {
            request = request.WithBody(GzipBody.Inflate(FromHex(body), 1 << 20));
        }
        else if (headers.GetValueOrDefault("Content-Type") == "application/cbor")
        {
            request = request.WithBody(FromHex(body));
        }

        return new RecordedRequest($"{client}: {lines[0]}", request, lines[^2][2..], lines[^1][2..]);
    }

    static byte[] FromHex(string lines) => Convert.FromHexString(lines.Replace("\n", ""));
}
