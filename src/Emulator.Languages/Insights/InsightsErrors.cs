using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>The texts of everything that can be wrong with a query. Those with a source in a comment are AWS's, the others ours.</summary>
internal static class InsightsErrors
{
    public static SyntaxException UnexpectedCharacter(char character, int position) =>
        new($"unexpected symbol found {character}", new(position, 1));

    public static SyntaxException Expected(string what, Token<InsightsToken> found) =>
        new(
            $"Expected {what} but found {(found.Text.Length == 0 ? InsightsLexer.Display(found.Kind) : $"'{found.Text}'")}",
            found.Span
        );

    public static SyntaxException OpenRegex(TextSpan span) => new("The regular expression is not closed with /", span);

    public static SyntaxException OpenBacktick(TextSpan span) => new("The field is not closed with `", span);

    /// <summary>Seen at AWS: <see href="https://github.com/boto/boto3/issues/3450"/>.</summary>
    public static SyntaxException NotACommand(Token<InsightsToken> token) =>
        new(
            $"mismatched input '{(token.Kind == InsightsToken.End ? "<EOF>" : token.Text)}' expecting "
                + "{K_PARSE, K_SEARCH, K_FIELDS, K_DISPLAY, K_FILTER, K_SORT, K_ORDER, K_HEAD, K_LIMIT, K_TAIL}",
            token.Span
        );

    /// <summary>Seen at AWS after <c>dedup</c>; here also where the user guide forbids another order of commands.</summary>
    public static SyntaxException WrongPlace(string command, TextSpan span) =>
        new($"unexpected symbol found {command}", span);

    /// <summary>Seen at AWS: <see href="https://github.com/trade-tariff/trade-tariff-backend/pull/3464"/>.</summary>
    public static SyntaxException UnknownAfterStats(string name, TextSpan span) =>
        new($"Unknown symbols found in or after stats: {name}", span);

    /// <summary>Seen at AWS.</summary>
    public static SyntaxException DiffWithoutPattern(TextSpan span) =>
        new("Diff compilation Failed : Diff operation has to be used after Pattern", span);

    public static SyntaxException CommandNotAvailable(string command, TextSpan span) =>
        new($"The command {command} is not supported by this emulator.", span);

    public static SyntaxException FunctionNotAvailable(string function, TextSpan span) =>
        new($"The function {function} is not supported by this emulator.", span);

    public static SyntaxException UnknownFunction(string function, TextSpan span) =>
        new($"Unknown function: {function}", span);

    public static SyntaxException WrongArguments(string function, string takes, TextSpan span) =>
        new($"{function} takes {takes}", span);

    public static SyntaxException AggregateOutsideStats(string function, TextSpan span) =>
        new($"The aggregation function {function} can only be used in stats", span);

    public static SyntaxException NestedAggregate(string function, TextSpan span) =>
        new($"The aggregation function {function} cannot be used inside another one", span);

    public static SyntaxException WrongNumberOfNames(int asterisks, int names, TextSpan span) =>
        new($"The pattern has {asterisks} asterisks for {names} names", span);

    public static SyntaxException NoNamedGroup(TextSpan span) =>
        new("The regular expression has no named group such as (?<name>...)", span);

    public static SyntaxException InvalidRegex(string reason, TextSpan span) =>
        new($"Invalid regular expression: {reason}", span);

    public static SyntaxException InvalidPeriod(TextSpan span) =>
        new("A period is a number from 1 on and a unit: ms, s, m, h, d, w, mo, q or y", span);

    public static SyntaxException InvalidLimit(TextSpan span) =>
        new($"The limit must be a whole number between 1 and {InsightsQuery.MaxRows}", span);

    public static SyntaxException TooManyStats(TextSpan span) =>
        new($"A query can have no more than {InsightsQuery.MaxStats} stats commands", span);

    public static SyntaxException UnknownLookupTable(string table, TextSpan span) =>
        new($"The lookup table {table} does not exist", span);

    public static SyntaxException UnknownLookupColumn(string table, string column, TextSpan span) =>
        new($"The lookup table {table} has no column {column}", span);

    public static SyntaxException OneSubqueryField(TextSpan span) => new("A subquery must end in one field", span);

    public static SyntaxException UnnestOfSplit(TextSpan span) =>
        new("unnest takes a list from jsonParse, not one from split", span);

    public static SyntaxException NotAList(TextSpan span) => new("This place takes constants only", span);

    public static SyntaxException TooMany(string what, int limit, TextSpan span) =>
        new($"There can be no more than {limit} {what}", span);

    public static SyntaxException UnknownSource(string name, TextSpan span) => new($"Unknown source: {name}", span);

    public static SyntaxException NoField(TextSpan span) => new("This place takes a field", span);

    public static SyntaxException MisplacedSubquery(TextSpan span) =>
        new("A subquery can only stand in a condition of filter", span);

    public static SyntaxException UnknownSavedQuery(string name, TextSpan span) =>
        new($"Unknown saved query: {name}", span);

    public static SyntaxException UnknownParameter(string name, TextSpan span) =>
        new($"Unknown parameter: {name}", span);

    /// <summary>After the user guide.</summary>
    public static SyntaxException ParameterMissing(string name, TextSpan span) =>
        new($"Required parameters not found in queryString: {name}", span);

    public static SyntaxException NestedSubquery(TextSpan span) => new("A subquery cannot hold another one", span);
}
