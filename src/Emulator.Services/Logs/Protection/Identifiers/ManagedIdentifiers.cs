using System.Collections.Frozen;

namespace Emulator.Services.Logs.Protection.Identifiers;

/// <summary>The kinds of sensitive data that CloudWatch Logs knows.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL-managed-data-identifiers.html"/></remarks>
static class ManagedIdentifiers
{
    /// <summary>What stands before the name in a policy.</summary>
    public const string ArnPrefix = "arn:aws:dataprotection::aws:data-identifier/";

    static readonly FrozenDictionary<string, DataIdentifier[]> Known = CredentialIdentifiers
        .All.Concat(FinancialIdentifiers.All)
        .Concat(PersonalIdentifiers.All)
        .Concat(CountryIdentifiers.All)
        .Concat(HealthIdentifiers.All)
        .GroupBy(identifier => identifier.Name)
        .ToFrozenDictionary(identifiers => identifiers.Key, identifiers => identifiers.ToArray());

    /// <summary>Names and addresses take machine learning; of the others there is no published form.</summary>
    static readonly FrozenSet<string> NotDetected =
    [
        "Address",
        "DateOfBirth",
        "HealthInsuranceCardNumber-EU",
        "HealthInsuranceClaimNumber-US",
        "HealthInsuranceNumber-FR",
        "HealthcareProcedureCode-US",
        "Name",
        "NationalIdentificationNumber-DE",
        "PermanentResidenceNumber-CA",
        "PersonalHealthNumber-CA",
        "RgNumber-BR",
        "TaxId-DE",
        "TaxId-ES",
        "TaxId-FR",
        "TaxId-GB",
        .. "AT AU BE BG CA CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK US"
            .Split(' ')
            .Select(country => $"DriversLicense-{country}"),
    ];

    /// <summary>Whether AWS knows an identifier of this name.</summary>
    public static bool Exists(string name) => Known.ContainsKey(name) || NotDetected.Contains(name);

    /// <summary>The forms of an identifier; <c>null</c> when it is not one that the emulator detects.</summary>
    public static IReadOnlyList<DataIdentifier>? Find(string name) => Known.GetValueOrDefault(name);
}
