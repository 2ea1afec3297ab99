namespace Emulator.Protocol;

/// <summary>A request as it came over the wire, body inflated, free of any web framework's types.</summary>
public sealed class WireRequest
{
    public required string Method { get; init; }

    /// <summary>The path, percent-decoded, without the query string.</summary>
    public required string Path { get; init; }

    /// <summary>The query string without <c>?</c>, still encoded; empty when there is none.</summary>
    public required string QueryString { get; init; }

    /// <summary>The body, inflated. Valid until the response has been sent.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Finds a header, whatever its case; <c>null</c> when it is absent.</summary>
    public required Func<string, string?> Header { get; init; }

    /// <summary>The same request with another body: the inflated one.</summary>
    public WireRequest WithBody(ReadOnlyMemory<byte> body) =>
        new()
        {
            Method = Method,
            Path = Path,
            QueryString = QueryString,
            Body = body,
            Header = Header,
        };
}
