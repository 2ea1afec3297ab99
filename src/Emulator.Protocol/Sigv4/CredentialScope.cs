namespace Emulator.Protocol.Sigv4;

/// <summary>Who calls which service in which region, as the signature of a request says; signatures themselves are not verified.</summary>
/// <param name="AccessKey">The access key id; <c>null</c> when the request is unsigned.</param>
/// <param name="Region">The region of the scope, else of the host name; <c>null</c> when neither names one.</param>
/// <param name="Service">The signing name of the service, <c>monitoring</c> or <c>logs</c>, else as the host name says.</param>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-elements.html"/></remarks>
public sealed record CredentialScope(string? AccessKey, string? Region, string? Service)
{
    /// <summary>Reads the scope from the <c>Authorization</c> header, or from <c>X-Amz-Credential</c> in a presigned URL.</summary>
    public static CredentialScope Of(WireRequest request)
    {
        // ACCESS_KEY/20260801/us-east-1/monitoring/aws4_request
        var credential = FromHeader(request.Header("Authorization")) ?? FromUrl(request.QueryString) ?? "";
        var parts = credential.Split('/');
        var isComplete = parts.Length >= 5;
        var (hostService, hostRegion) = FromHost(request.Header("Host"));
        return new CredentialScope(
            isComplete ? NullIfEmpty(string.Join('/', parts[..^4])) : NullIfEmpty(parts[0]),
            (isComplete ? NullIfEmpty(parts[^3]) : null) ?? hostRegion,
            (isComplete ? NullIfEmpty(parts[^2]) : null) ?? hostService
        );
    }

    static string? FromHeader(string? authorization)
    {
        const string Mark = "Credential=";
        var start = authorization?.IndexOf(Mark, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (start < 0)
        {
            return null;
        }

        var credential = authorization.AsSpan(start + Mark.Length);
        var end = credential.IndexOfAny(',', ' ');
        return (end < 0 ? credential : credential[..end]).ToString();
    }

    static string? FromUrl(string queryString)
    {
        foreach (var range in queryString.AsSpan().Split('&'))
        {
            var parameter = queryString.AsSpan()[range];
            foreach (var name in (ReadOnlySpan<string>)["X-Amz-Credential=", "AWSAccessKeyId="])
            {
                if (parameter.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                {
                    return Uri.UnescapeDataString(parameter[name.Length..]);
                }
            }
        }

        return null;
    }

    static (string? Service, string? Region) FromHost(string? host)
    {
        // monitoring.eu-central-1.amazonaws.com, stream-logs.eu-central-1.localhost:4566
        var labels = host?.Split('.') ?? [];
        var service = labels is [var first, _, _, ..]
            ? first.ToLowerInvariant() switch
            {
                "monitoring" => "monitoring",
                "logs" or "stream-logs" or "streaming-logs" => "logs",
                _ => null,
            }
            : null;
        return service is null ? default : (service, labels[1].ToLowerInvariant());
    }

    static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
