namespace Emulator.Services.Logs.Protection.Identifiers;

/// <summary>Keys and secrets.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protect-sensitive-log-data-types-credentials.html"/></remarks>
static class CredentialIdentifiers
{
    public static IEnumerable<DataIdentifier> All { get; } =
    [
        new(
            "AwsSecretKey",
            "[A-Za-z0-9/+]{40}",
            ["aws_secret_access_key", "credentials", "secret access key", "secret key", "set-awscredential"]
        ),
        new("OpenSshPrivateKey", Armoured("OPENSSH PRIVATE KEY"), isWhole: false),
        new("PgpPrivateKey", Armoured("PGP PRIVATE KEY BLOCK"), isWhole: false),
        new("PkcsPrivateKey", Armoured("(RSA |DSA |EC |ENCRYPTED )?PRIVATE KEY"), isWhole: false),
        new("PuttyPrivateKey", @"PuTTY-User-Key-File-[0-9]+: [\s\S]*?Private-MAC: [0-9a-f]+", isWhole: false),
    ];

    static string Armoured(string title) => $@"-----BEGIN {title}-----[\s\S]*?-----END {title}-----";
}
