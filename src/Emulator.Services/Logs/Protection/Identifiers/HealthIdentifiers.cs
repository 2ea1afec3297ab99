namespace Emulator.Services.Logs.Protection.Identifiers;

/// <summary>Numbers of patients, doctors and drugs.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protect-sensitive-log-data-types-health.html"/></remarks>
static class HealthIdentifiers
{
    public static IEnumerable<DataIdentifier> All { get; } =
    [
        new(
            "DrugEnforcementAgencyNumber-US",
            "[ABCDEFGHJKLMPRSTUXabcdefghjklmprstux][A-Za-z9][0-9]{7}",
            ["dea number", "dea registration"],
            Checksums.DrugRegistration
        ),
        new(
            "MedicareBeneficiaryNumber-US",
            "[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9][0-9]-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9][0-9]-?[AC-HJKMNP-RT-Y]{2}[0-9]{2}",
            ["mbi", "medicare beneficiary"]
        ),
        new(
            "NationalDrugCode-US",
            "[0-9]{4}-[0-9]{4}-[0-9]{2}|[0-9]{5}-([0-9]{3}-[0-9]{2}|[0-9]{4}-[0-9]{1,2})",
            ["national drug code", "ndc"]
        ),
        new(
            "NationalProviderId-US",
            "[12][0-9]{9}",
            ["hipaa", "n.p.i", "national provider", "npi"],
            Checksums.ProviderId
        ),
        new("NhsNumber-GB", "[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}", ["national health service", "nhs"], Checksums.Nhs),
    ];
}
