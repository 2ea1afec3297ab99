namespace Emulator.Services.Logs.Protection.Identifiers;

/// <summary>Credit cards and bank accounts.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protect-sensitive-log-data-types-financial.html"/></remarks>
static class FinancialIdentifiers
{
    static readonly string[] CardKeywords =
    [
        "account number",
        "american express",
        "amex",
        "bank card",
        "card",
        "card num",
        "card number",
        "cc #",
        "ccn",
        "check card",
        "credit",
        "credit card",
        "credit card#",
        "credit card number",
        "dankort",
        "debit",
        "debit card",
        "diners club",
        "discover",
        "electron",
        "elo verification code",
        "japanese card bureau",
        "jcb",
        "mastercard",
        "mc",
        "pan",
        "payment account number",
        "payment card number",
        "pcn",
        "union pay",
        "visa",
    ];

    static readonly string[] AccountKeywords =
    [
        "account",
        "account code",
        "account id",
        "account number",
        "acct",
        "bank account",
        "bank account number",
        "bank acct",
        "bankkonto",
        "code iban",
        "codice conto",
        "compte bancaire",
        "conto bancario",
        "cuenta bancaria",
        "iban",
        "konto",
        "kontonummer",
        "numero de cuenta",
        "numero di conto",
    ];

    public static IEnumerable<DataIdentifier> All { get; } =
    [
        new(
            "CreditCardNumber",
            "[2-6][0-9]{12,18}|[2-6][0-9]{3}([ -][0-9]{4}){2}[ -][0-9]{1,7}|3[47][0-9]{2}[ -][0-9]{6}[ -][0-9]{5}|3[068][0-9]{2}[ -][0-9]{6}[ -][0-9]{4}",
            CardKeywords,
            CreditCard.IsReal
        ),
        new(
            "CreditCardExpiration",
            "(0?[1-9]|1[0-2])[/ -](20)?[0-9]{2}",
            [
                "exp",
                "exp d",
                "exp date",
                "exp m",
                "exp y",
                "expiration",
                "expiration date",
                "expires",
                "expiry",
                "expiry date",
            ]
        ),
        new(
            "CreditCardSecurityCode",
            "[0-9]{3,4}",
            [
                "card id",
                "card identification code",
                "card identification number",
                "card security code",
                "card validation code",
                "card validation number",
                "card verification data",
                "card verification value",
                "cvc",
                "cvc2",
                "cvv",
                "cvv2",
                "elo verification code",
            ]
        ),
        Iban("DE", 18),
        Iban("ES", 20),
        new(
            "BankAccountNumber-FR",
            "FR[0-9]{2} ?([0-9]{4} ?){2}[0-9]{2}[A-Z0-9]{2} ?([A-Z0-9]{4} ?){2}[A-Z0-9][0-9]{2}",
            AccountKeywords,
            Checksums.Iban
        ),
        new("BankAccountNumber-GB", "GB[0-9]{2} ?[A-Z]{4} ?([0-9]{4} ?){3}[0-9]{2}", AccountKeywords, Checksums.Iban),
        new(
            "BankAccountNumber-IT",
            "IT[0-9]{2} ?[A-Z][0-9]{3} ?[0-9]{4} ?[0-9]{3}[A-Z0-9] ?([A-Z0-9]{4} ?){2}[A-Z0-9]{3}",
            AccountKeywords,
            Checksums.Iban
        ),
        new("BankAccountNumber-US", "[0-9]{8,17}", AccountKeywords),
    ];

    /// <summary>One of digits only.</summary>
    /// <param name="digits">How many there are behind country and checksum.</param>
    static DataIdentifier Iban(string country, int digits) =>
        new(
            $"BankAccountNumber-{country}",
            $"{country}[0-9]{{2}} ?([0-9]{{4}} ?){{{(digits - 1) / 4}}}[0-9]{{{(digits - 1) % 4 + 1}}}",
            AccountKeywords,
            Checksums.Iban
        );
}
