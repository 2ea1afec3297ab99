using Emulator.Languages.FilterPatterns.Selection;
using Emulator.Languages.Text;
using Emulator.Protocol;
using Emulator.Services.Resources;

namespace Emulator.Services.Logs.Filters;

/// <summary>The condition of a filter on where an event comes from. Without centralised log groups that is the same for all events.</summary>
static class FieldSelection
{
    public const string Account = "@aws.account";
    public const string Region = "@aws.region";

    /// <exception cref="AwsException">InvalidParameterException.</exception>
    public static void Require(string? criteria)
    {
        try
        {
            Compile(criteria);
        }
        catch (SyntaxException error)
        {
            throw LogsErrors.InvalidSelection(error);
        }
    }

    /// <exception cref="AwsException">InvalidParameterException: one is no system field.</exception>
    public static void RequireFields(IReadOnlyList<string>? fields)
    {
        if (fields is not null && !fields.All(SelectionCriteria.SystemFields.Contains))
        {
            throw LogsErrors.UnknownSystemField();
        }
    }

    /// <summary>Whether events of a scope are selected.</summary>
    public static bool Includes(string? criteria, Scope scope) =>
        Compile(criteria).Matches((field, value) => value == (field == Account ? scope.Account : scope.Region));

    static SelectionCriteria Compile(string? criteria) =>
        SelectionCriteria.Compile(criteria ?? "", SelectionCriteria.SystemFields);
}
