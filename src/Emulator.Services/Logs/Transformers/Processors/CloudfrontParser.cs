namespace Emulator.Services.Logs.Transformers.Processors;

/// <summary>parseCloudfront: takes the fields of an access log into the event.</summary>
static class CloudfrontParser
{
    static readonly IReadOnlyList<VendedFields.Field> Fields = VendedFields.Read(
        "date time x-edge-location sc-bytes# c-ip cs-method cs(Host) cs-uri-stem sc-status# cs(Referer) cs(User-Agent) "
            + "cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes# time-taken# "
            + "x-forwarded-for ssl-protocol ssl-cipher x-edge-response-result-type cs-protocol-version fle-status "
            + "fle-encrypted-fields c-port# time-to-first-byte# x-edge-detailed-result-type sc-content-type sc-content-len# "
            + "sc-range-start# sc-range-end#"
    );

    public static Step Compile() =>
        tree =>
            VendedFields.Fill(
                tree.Root,
                Fields,
                [.. tree.RequireText(null).TrimEnd('\r', '\n').Split('\t').Select(Uri.UnescapeDataString)]
            );
}
