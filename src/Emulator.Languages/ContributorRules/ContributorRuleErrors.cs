using Emulator.Languages.Text;

namespace Emulator.Languages.ContributorRules;

/// <summary>The texts of everything that can be wrong with the definition of a rule; none is known from AWS.</summary>
/// <remarks>Places are named by their path in the document, such as <c>Contribution.Filters[0].In</c>.</remarks>
static class ContributorRuleErrors
{
    public static SyntaxException NotJson() => Error("The definition is not a JSON document with unique names");

    public static SyntaxException Wrong(string path, string expected) =>
        Error($"{(path.Length == 0 ? "The definition" : path)} must be {expected}");

    public static SyntaxException Missing(string path) => Error($"{path} is missing");

    public static SyntaxException Unknown(string path) => Error($"{path} is not known");

    public static SyntaxException NotOneOf(string path, string names) =>
        Error($"{path} must have exactly one of {names}");

    public static SyntaxException UnknownField(string path, string field) =>
        Error($"{path} names the field '{field}', which is neither a position nor in Fields");

    public static SyntaxException RepeatedAlias(string alias) => Error($"Fields has the name '{alias}' twice");

    public static SyntaxException OnlyWith(string path, string condition) => Error($"{path} is only for {condition}");

    static SyntaxException Error(string text) => new(text, default);
}
