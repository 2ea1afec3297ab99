namespace Emulator.Languages.Insights;

/// <summary>The words of the command SOURCE.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Source.html"/></remarks>
internal static class SourceArguments
{
    public const string LogGroups = "logGroups";
    public const string DataSource = "dataSource";
    public const string NamePrefix = "namePrefix";
    public const string AccountIdentifiers = "accountIdentifiers";
    public const string Class = "class";

    /// <summary>The most values that an argument can have.</summary>
    public static readonly IReadOnlyDictionary<string, int> Limits = new Dictionary<string, int>
    {
        [NamePrefix] = 5,
        [AccountIdentifiers] = 20,
        [Class] = 3,
        [DataSource] = 10,
    };

    /// <returns>The usual spelling of an argument of <see cref="LogGroups"/>; <c>null</c> when there is none such.</returns>
    public static string? Find(string name) =>
        name.ToUpperInvariant() switch
        {
            "NAMEPREFIX" => NamePrefix,
            "ACCOUNTIDENTIFIER" or "ACCOUNTIDENTIFIERS" => AccountIdentifiers,
            "CLASS" or "LOGGROUPCLASS" => Class,
            _ => null,
        };
}
