namespace Emulator.Services.Logs.Transformers.Processors;

/// <summary>parseVPC: takes the fields of a flow log of the default format into the event.</summary>
static class VpcParser
{
    static readonly IReadOnlyList<VendedFields.Field> Fields = VendedFields.Read(
        "version# accountId interfaceId srcAddr dstAddr srcPort# dstPort# protocol# packets# bytes# start# end# action logStatus"
    );

    public static Step Compile() =>
        tree => VendedFields.Fill(tree.Root, Fields, tree.RequireText(null).Trim().Split(' '));
}
