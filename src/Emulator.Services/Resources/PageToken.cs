using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Emulator.Services.Resources;

/// <summary>An opaque page token that knows which listing it belongs to and where that listing goes on.</summary>
/// <remarks>There is no state on the server: a token survives a restart. It is base64url of a hash of operation and parameters, then the place.</remarks>
public static class PageToken
{
    /// <param name="listing">The operation and the parameters that must be the same on every page.</param>
    /// <param name="position">Where the next page starts, in the operation's own terms.</param>
    public static string Write(string listing, string position) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Digest(listing):x8}{position}"));

    /// <returns><c>false</c> when the token is not one of this listing.</returns>
    public static bool TryRead(string token, string listing, [NotNullWhen(true)] out string? position)
    {
        position = null;
        if (!Base64Url.IsValid(token))
        {
            return false;
        }

        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        if (text.Length < 8 || !text.StartsWith($"{Digest(listing):x8}", StringComparison.Ordinal))
        {
            return false;
        }

        position = text[8..];
        return true;
    }

    /// <summary>FNV-1a: the same on every machine and in every version.</summary>
    static uint Digest(string listing)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(listing))
        {
            hash = (hash ^ b) * 16777619u;
        }

        return hash;
    }
}
