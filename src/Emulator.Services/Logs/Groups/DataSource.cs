using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Groups;

/// <summary>What a log group says its events come from, by two tags.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/data-source-discovery-management.html"/></remarks>
readonly record struct DataSource(string Name, string Type)
{
    const string NameTag = "cw:datasource:name";
    const string TypeTag = "cw:datasource:type";
    const string Unknown = "Unknown";

    public static DataSource Of(LogGroupDocument group) =>
        new(group.Tags.GetValueOrDefault(NameTag, Unknown), group.Tags.GetValueOrDefault(TypeTag, Unknown));

    public bool Matches(DataSourceFilter filter) => Name == filter.Name && (filter.Type is null || Type == filter.Type);
}
