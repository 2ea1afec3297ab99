namespace Emulator.Services.Logs.Transformers.Processors;

/// <summary>parseRoute53: takes the fields of a public query log into the event.</summary>
static class Route53Parser
{
    static readonly IReadOnlyList<VendedFields.Field> Fields = VendedFields.Read(
        "version# queryTimestamp hostZoneId queryName queryType responseCode protocol edgeLocation resolverIp ednsClientSubnet"
    );

    public static Step Compile() =>
        tree => VendedFields.Fill(tree.Root, Fields, tree.RequireText(null).Trim().Split(' '));
}
