using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace Emulator.Server.Http;

/// <summary>Keeps web pages that a developer happens to visit from driving the emulator on the developer's machine.</summary>
/// <remarks>
/// A browser names the page's origin with every request that can change something, so a foreign one is refused. A page whose own name was
/// made to point at this machine (DNS rebinding) has no foreign origin but a foreign <c>Host</c>; that is refused where the server listens
/// on loopback. On a network, names are what the network makes them, and any is taken.
/// </remarks>
sealed class BrowserGuard(ServerOptions options)
{
    readonly bool _onLoopback =
        options.Host == "localhost"
        || (IPAddress.TryParse(options.Host, out var address) && IPAddress.IsLoopback(address));

    public bool Refuses(HttpRequest request, [NotNullWhen(true)] out string? reason)
    {
        var origin = request.Headers.Origin;
        if (origin.Count > 0 && !IsAllowedOrigin(origin.ToString()))
        {
            reason = $"Requests from the web origin '{origin}' are refused.";
            return true;
        }

        if (_onLoopback && !IsOwnName(request.Host.Host) && !options.AllowedHosts.Contains(request.Host.Host))
        {
            reason = $"The host name '{request.Host.Host}' is not one of this machine's loopback names.";
            return true;
        }

        reason = null;
        return false;
    }

    bool IsAllowedOrigin(string origin) =>
        options.AllowedOrigins.Contains(origin)
        || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && IsLoopbackName(uri.Host));

    /// <summary>Loopback names, what SDKs make of them for event streams, and AWS's own names, which nobody else can point here.</summary>
    static bool IsOwnName(string host)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["stream-", "streaming-"])
        {
            if (host.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && IsLoopbackName(host[prefix.Length..]))
            {
                return true;
            }
        }

        return host.Length == 0
            || IsLoopbackName(host)
            || host.EndsWith(".amazonaws.com", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".amazonaws.com.cn", StringComparison.OrdinalIgnoreCase);
    }

    static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
