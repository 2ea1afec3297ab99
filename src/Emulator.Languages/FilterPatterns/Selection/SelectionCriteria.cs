using Emulator.Languages.Text;

namespace Emulator.Languages.FilterPatterns.Selection;

/// <summary>A compiled condition on fields that a log service itself knows: <c>@aws.region IN ["eu-west-1"]</c>.</summary>
/// <remarks>
/// <c>fieldSelectionCriteria</c> of metric and subscription filters, and <c>selectionCriteria</c> of account policies, which
/// differ in their fields only.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutSubscriptionFilter.html"/>
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
public sealed class SelectionCriteria
{
    readonly Criterion _criterion;

    SelectionCriteria(Criterion criterion)
    {
        _criterion = criterion;
    }

    /// <summary>The fields of <c>fieldSelectionCriteria</c>.</summary>
    public static IReadOnlyList<string> SystemFields { get; } = ["@aws.account", "@aws.region"];

    /// <summary>Compiles criteria.</summary>
    /// <param name="text">Empty for no condition.</param>
    /// <param name="fields">The fields that the criteria may name.</param>
    /// <exception cref="SyntaxException">Says what was expected, in our words: those of AWS are not known.</exception>
    public static SelectionCriteria Compile(string text, IReadOnlyList<string> fields)
    {
        var reader = SelectionTokens.Read(text);
        return new SelectionCriteria(
            reader.Peek.Kind == SelectionToken.End ? _ => true : new SelectionParser(reader, fields).Parse()
        );
    }

    /// <summary>Whether the criteria hold.</summary>
    /// <param name="has">Whether a field (the first argument) has a value (the second).</param>
    public bool Matches(Func<string, string, bool> has) => _criterion(has);
}

/// <summary>A compiled part of <see cref="SelectionCriteria"/>.</summary>
delegate bool Criterion(Func<string, string, bool> has);
