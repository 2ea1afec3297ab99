using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Emulator.Languages.Insights;

/// <summary>Functions of IP addresses.</summary>
internal static class AddressFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        Adapters.Text("isValidIp", static text => Value.Boolean(Parse(text) is not null)),
        Adapters.Text("isValidIpV4", static text => Value.Boolean(IsVersion4(Parse(text)))),
        Adapters.Text("isValidIpV6", static text => Value.Boolean(IsVersion6(Parse(text)))),
        Adapters.Texts("isIpInSubnet", static (text, subnet) => IsIn(text, subnet, static _ => true)),
        Adapters.Texts("isIpv4InSubnet", static (text, subnet) => IsIn(text, subnet, IsVersion4)),
        Adapters.Texts("isIpv6InSubnet", static (text, subnet) => IsIn(text, subnet, IsVersion6)),
        Adapters.Text("ipv4ToNumber", ToNumber),
    ];

    static bool IsVersion4(IPAddress? address) => address?.AddressFamily == AddressFamily.InterNetwork;

    static bool IsVersion6(IPAddress? address) => address?.AddressFamily == AddressFamily.InterNetworkV6;

    static Value IsIn(ReadOnlyMemory<byte> text, ReadOnlyMemory<byte> subnet, Func<IPAddress?, bool> isWanted) =>
        Value.Boolean(
            Parse(text) is { } address
                && isWanted(address)
                && IPNetwork.TryParse(Encoding.UTF8.GetString(subnet.Span), out var network)
                && network.Contains(address)
        );

    static Value ToNumber(ReadOnlyMemory<byte> text)
    {
        if (Parse(text) is not { AddressFamily: AddressFamily.InterNetwork } address)
        {
            return Value.Missing;
        }

        var number = 0.0;
        foreach (var part in address.GetAddressBytes())
        {
            number = number * 256 + part;
        }

        return Value.Number(number);
    }

    /// <summary>.NET also takes <c>1</c> and <c>0x7f.1</c> for addresses, and those with a zone.</summary>
    static IPAddress? Parse(ReadOnlyMemory<byte> text)
    {
        var written = Encoding.UTF8.GetString(text.Span);
        return
            IPAddress.TryParse(written, out var address)
            && (
                address.AddressFamily == AddressFamily.InterNetwork
                    ? address.ToString() == written
                    : !written.Contains('%') && !written.Contains('[')
            )
            ? address
            : null;
    }
}
