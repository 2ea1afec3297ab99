namespace Emulator.Services.Logs.Protection.Identifiers;

/// <summary>What identifies a person or a thing of a person, in every country.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protect-sensitive-log-data-types-pii.html"/></remarks>
static class PersonalIdentifiers
{
    const string Byte = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    const string Hex = "[0-9A-Fa-f]{1,4}";

    public static IEnumerable<DataIdentifier> All { get; } =
    [
        new("EmailAddress", @"[A-Za-z0-9][A-Za-z0-9._%+-]*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"),
        new(
            "IpAddress",
            $@"({Byte}\.){{3}}{Byte}|({Hex}:){{7}}{Hex}|({Hex}:){{1,6}}(:{Hex}){{1,6}}",
            check: IsIpAddress
        ),
        new(
            "LatLong",
            @"[-+]?([1-8]?[0-9]\.[0-9]{3,}|90\.0+) ?, ?[-+]?((1[0-7][0-9]|[1-9]?[0-9])\.[0-9]{3,}|180\.0+)",
            ["coordinate", "coordinates", "lat long", "latitude longitude", "location", "position"]
        ),
        new(
            "VehicleIdentificationNumber",
            "[A-HJ-NPR-Za-hj-npr-z0-9]{8}[0-9Xx][A-HJ-NPR-Za-hj-npr-z0-9]{8}",
            [
                "fahrgestellnummer",
                "niv",
                "numarul de identificare",
                "numero de identificacion",
                "numero de serie",
                "vehicle id",
                "vehicle identification number",
                "vehicle number",
                "vin",
            ],
            Checksums.Vehicle
        ),
    ];

    static bool IsIpAddress(ReadOnlySpan<char> text) => System.Net.IPAddress.TryParse(text, out _);
}
