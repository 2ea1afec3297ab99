using Emulator.Languages.FilterPatterns.Selection;
using Emulator.Languages.Text;
using Emulator.Protocol;
using Emulator.Services.Logs.Groups;

namespace Emulator.Services.Logs.Policies;

/// <summary>Which log groups an account policy is for.</summary>
/// <threadsafety>Immutable.</threadsafety>
sealed class PolicySelection
{
    public const string GroupName = "LogGroupName";
    public const string GroupNamePrefix = "LogGroupNamePrefix";
    public const string DataSourceName = "DataSourceName";
    public const string DataSourceType = "DataSourceType";

    readonly SelectionCriteria _criteria;
    readonly List<(string Field, string Value)> _values = [];

    PolicySelection(SelectionCriteria criteria)
    {
        _criteria = criteria;

        // Says no to every question, and so gets to hear all of them.
        IsNegated = criteria.Matches(
            (field, value) =>
            {
                _values.Add((field, value));
                return false;
            }
        );
    }

    /// <summary>The fields and values of its first condition; none when all log groups are selected.</summary>
    public IReadOnlyList<(string Field, string Value)> Values => _values;

    /// <summary>Whether it selects what does not have the values.</summary>
    public bool IsNegated { get; }

    /// <param name="criteria"><c>null</c> for all log groups.</param>
    /// <param name="fields">The fields that may be used.</param>
    /// <exception cref="AwsException">InvalidParameterException.</exception>
    public static PolicySelection Parse(string? criteria, params string[] fields)
    {
        try
        {
            return new PolicySelection(SelectionCriteria.Compile(criteria ?? "", fields));
        }
        catch (SyntaxException error)
        {
            throw LogsErrors.InvalidSelection(error);
        }
    }

    /// <summary>Reads the criteria of a policy that has been checked.</summary>
    public static PolicySelection Parse(string? criteria) =>
        Parse(criteria, GroupName, GroupNamePrefix, DataSourceName, DataSourceType);

    /// <summary>Whether one prefix is the beginning of the other.</summary>
    public static bool Overlap(string left, string right) =>
        left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal);

    public bool Includes(LogGroupState group)
    {
        var source = DataSource.Of(group.Document);
        return _criteria.Matches(
            (field, value) =>
                field switch
                {
                    GroupName => group.Name == value,
                    GroupNamePrefix => group.Name.StartsWith(value, StringComparison.Ordinal),
                    DataSourceName => source.Name == value,
                    _ => source.Type == value,
                }
        );
    }
}
