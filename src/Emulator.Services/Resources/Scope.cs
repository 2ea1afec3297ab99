namespace Emulator.Services.Resources;

/// <summary>The account and region that a request speaks for. Nothing is shared between two scopes.</summary>
/// <param name="Account">Twelve digits.</param>
/// <param name="Region">A region code such as <c>us-east-1</c>; any text that a client signs with is taken.</param>
public readonly record struct Scope(string Account, string Region)
{
    /// <summary>The form that is persisted: <c>account/region</c>.</summary>
    public override string ToString() => $"{Account}/{Region}";

    public static Scope Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return new Scope(text[..slash], text[(slash + 1)..]);
    }

    /// <summary>The ARN partition of the region.</summary>
    public string Partition =>
        Region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn"
        : Region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
        : "aws";

    /// <summary>Where the account has what all its regions share. AWS's own tools write such a region the same way.</summary>
    public Scope Global => new(Account, $"{Partition}-global");
}
