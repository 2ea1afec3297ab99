using System.Text;
using Emulator.Protocol;

namespace Emulator.Tests.Protocol;

/// <summary>Makes requests and reads what protocols make of them.</summary>
static class Requests
{
    public static WireRequest Post(string path, byte[] body, params (string Name, string Value)[] headers) =>
        Make("POST", path, "", body, headers);

    public static WireRequest Post(string body, params (string Name, string Value)[] headers) =>
        Make("POST", "/", "", Encoding.UTF8.GetBytes(body), headers);

    public static WireRequest Get(string queryString, params (string Name, string Value)[] headers) =>
        Make("GET", "/", queryString, [], headers);

    public static WireRequest Make(
        string method,
        string path,
        string queryString,
        byte[] body,
        IEnumerable<(string Name, string Value)> headers
    )
    {
        var byName = headers.ToDictionary(
            header => header.Name,
            header => header.Value,
            StringComparer.OrdinalIgnoreCase
        );
        return new WireRequest
        {
            Method = method,
            Path = path,
            QueryString = queryString,
            Body = body,
            Header = name => byName.GetValueOrDefault(name),
        };
    }
}
