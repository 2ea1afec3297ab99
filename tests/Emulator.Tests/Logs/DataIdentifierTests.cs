using System.Text;
using Emulator.Services.Logs.Protection;
using Emulator.Services.Logs.Protection.Identifiers;
using Emulator.Tests.Support;

namespace Emulator.Tests.Logs;

public class DataIdentifierTests
{
    [Theory]
    [CaseFile("data-identifiers.txt")]
    public void An_identifier_masks_its_data_and_nothing_else(string name, string message, string masked) =>
        Assert.Equal(masked, Mask(message, ManagedIdentifiers.Find(name)!));

    [Fact]
    public void Overlapping_findings_are_masked_once()
    {
        DataIdentifier[] identifiers = [.. ManagedIdentifiers.Find("Ssn-US")!, DataIdentifier.Custom("x", "ssn 1")];

        Assert.Equal("a ***************", Mask("a ssn 123-45-6789", identifiers));
    }

    static string Mask(string message, IReadOnlyList<DataIdentifier> identifiers)
    {
        var bytes = Encoding.UTF8.GetBytes(message);
        return new Detector(identifiers).Find(bytes) is { } findings
            ? Encoding.UTF8.GetString(Detector.Apply(bytes, findings))
            : message;
    }
}
