namespace Emulator.Services.Logs.Protection.Identifiers;

/// <summary>Numbers that states and their services give to people, and telephone numbers.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protect-sensitive-log-data-types-pii.html"/></remarks>
static class CountryIdentifiers
{
    static readonly string[] Passport =
    [
        "passeport",
        "passeport #",
        "passport",
        "passport #",
        "passport no",
        "passport number",
        "passnummer",
        "pasaporte",
        "passaporto",
        "reisepass",
        "reisepassnummer",
    ];

    static readonly string[] Phone =
    [
        "cell",
        "contact",
        "fax",
        "fax number",
        "mobile",
        "mobile number",
        "numero de telefono",
        "numero di telefono",
        "phone",
        "phone number",
        "tel",
        "telefon",
        "telefone",
        "telefonnummer",
        "telefono",
        "telephone",
        "telephone number",
    ];

    public static IEnumerable<DataIdentifier> All { get; } =
    [
        new("CepCode-BR", @"[0-9]{5}-?[0-9]{3}", ["cep", "codigo de enderecamento postal", "codigo postal"]),
        new(
            "Cnpj-BR",
            @"[0-9]{2}\.?[0-9]{3}\.?[0-9]{3}/?[0-9]{4}-?[0-9]{2}",
            ["cadastro nacional da pessoa juridica", "cnpj"],
            Checksums.Cnpj
        ),
        new(
            "CpfCode-BR",
            @"[0-9]{3}\.?[0-9]{3}\.?[0-9]{3}-?[0-9]{2}",
            ["cadastro de pessoas fisicas", "cadastro de pessoa fisica", "cpf"],
            Checksums.Cpf
        ),
        new(
            "ElectoralRollNumber-GB",
            "[A-Z]{2,3}[0-9]{1,4}",
            ["electoral number", "electoral no", "electoral roll number", "electoral roll no", "electoral #"]
        ),
        new(
            "NationalInsuranceNumber-GB",
            "[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]",
            ["insurance no", "insurance number", "national insurance", "national insurance number", "ni number", "nino"]
        ),
        new(
            "InseeCode-FR",
            "[12] ?[0-9]{2} ?(0[1-9]|1[0-2]) ?[0-9]{2} ?[0-9]{3} ?[0-9]{3} ?[0-9]{2}",
            ["code securite sociale", "insee", "insurance number", "national id", "nir", "securite sociale", "ssn"],
            Checksums.Insee
        ),
        new(
            "NationalIdentificationNumber-ES",
            "[0-9]{8}-?[A-Za-z]",
            ["dni", "documento nacional de identidad", "identificacion", "national id", "nif"],
            Checksums.SpanishId
        ),
        new(
            "NationalIdentificationNumber-IT",
            "[A-Z]{6}[0-9]{2}[ABCDEHLMPRST][0-9]{2}[A-Z][0-9]{3}[A-Z]",
            ["codice fiscal", "codice fiscale", "codice id personale"]
        ),
        new(
            "NieNumber-ES",
            "[XYZxyz]-?[0-9]{7}-?[A-Za-z]",
            ["id extranjero", "nie", "numero de identidad de extranjero"],
            Checksums.SpanishId
        ),
        new(
            "NifNumber-ES",
            "[0-9]{8}-?[A-Za-z]",
            ["identificacion fiscal", "nif", "numero de identificacion fiscal"],
            Checksums.SpanishId
        ),
        new(
            "Ssn-ES",
            "[0-9]{2}[ /-]?[0-9]{8}[ /-]?[0-9]{2}",
            ["numero de la seguridad social", "seguridad social", "ssn"]
        ),
        new(
            "Ssn-US",
            "(00[1-9]|0[1-9][0-9]|[1-578][0-9]{2}|6[0-57-9][0-9]|66[0-57-9])[- ]?(0[1-9]|[1-9][0-9])[- ]?(000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})",
            ["social security", "ss#", "ssn"]
        ),
        new(
            "IndividualTaxIdentificationNumber-US",
            "9[0-9]{2}[- ]?(5[0-9]|6[0-5]|7[0-9]|8[0-8]|9[0-24-9])[- ]?[0-9]{4}",
            ["individual taxpayer id", "individual taxpayer identification number", "itin", "i.t.i.n."]
        ),
        new(
            "SocialInsuranceNumber-CA",
            "[1-79][0-9]{2}[- ]?[0-9]{3}[- ]?[0-9]{3}",
            ["canadian id", "numero d'assurance sociale", "sin", "social insurance number"],
            Checksums.Luhn
        ),
        new("PostalCode-CA", "[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] ?[0-9][ABCEGHJ-NPRSTV-Z][0-9]"),
        new("ZipCode-US", "[0-9]{5}(-[0-9]{4})?", ["zip code", "zip+4"]),
        new("PassportNumber-CA", "[A-Z]{2}[0-9]{6}", Passport),
        new("PassportNumber-DE", "[CFGHJK][CFGHJKLMNPRTVWXYZ0-9]{7}[0-9]", Passport),
        new("PassportNumber-ES", "[A-Z]{3}[0-9]{6}", Passport),
        new("PassportNumber-FR", "[0-9]{2}[A-Z]{2}[0-9]{5}", Passport),
        new("PassportNumber-GB", "[0-9]{9}", Passport),
        new("PassportNumber-IT", "[A-Z]{2}[0-9]{7}", Passport),
        new("PassportNumber-US", "[A-Z]?[0-9]{8,9}", Passport),
        .. PhoneNumbers("BR", "55", @"\(?0?[1-9]{2}\)?[ -]?9?[0-9]{4}[ -]?[0-9]{4}"),
        .. PhoneNumbers("DE", "49", @"\(?0?[1-9][0-9]{1,4}\)?[ /-]?[0-9]{3,4}[ -]?[0-9]{3,5}"),
        .. PhoneNumbers("ES", "34", "[6-9][0-9]{2}[ -]?[0-9]{3}[ -]?[0-9]{3}"),
        .. PhoneNumbers("FR", "33", "0?[1-9]([ .-]?[0-9]{2}){4}"),
        .. PhoneNumbers("GB", "44", @"\(?0?[127][0-9]{2,4}\)?[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}"),
        .. PhoneNumbers("IT", "39", "(3[0-9]{2}|0[1-9][0-9]{0,2})[ -]?[0-9]{3}[ -]?[0-9]{3,5}"),
        .. PhoneNumbers("US", "1", @"\(?[2-9][0-9]{2}\)?[ .-]?[2-9][0-9]{2}[ .-]?[0-9]{4}"),
    ];

    /// <summary>Near a keyword, or with the code of the country.</summary>
    static IEnumerable<DataIdentifier> PhoneNumbers(string country, string code, string number) =>
        [new($"PhoneNumber-{country}", number, Phone), new($"PhoneNumber-{country}", $@"\+{code}[ .-]?{number}")];
}
