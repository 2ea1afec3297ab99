using System.Security.Cryptography;
using System.Text;
using Emulator.Protocol.Json;

namespace Emulator.Services.CloudWatch.Alarms.Changes;

/// <summary>One of the time series of an alarm on several of them.</summary>
/// <param name="Id">At most 16 characters.</param>
/// <param name="Attributes">The values by which the query groups.</param>
sealed record Contributor(string Id, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>AWS's ids have 16 hexadecimal digits; what they are made of is not documented.</summary>
    public static Contributor Of(IReadOnlyDictionary<string, string> attributes)
    {
        var text = string.Join(
            '\n',
            attributes.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}={one.Value}")
        );
        return new Contributor(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16],
            attributes
        );
    }

    public void WriteAttributes(JsonObjectWriter json)
    {
        foreach (var (name, value) in Attributes.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            json.Text(name, value);
        }
    }
}

/// <summary>A contributor that goes from OK to ALARM, or back.</summary>
/// <param name="Value">ALARM or OK.</param>
readonly record struct ContributorChange(Contributor Contributor, string Value, string Reason);
