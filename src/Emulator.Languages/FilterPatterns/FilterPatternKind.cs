namespace Emulator.Languages.FilterPatterns;

/// <summary>The dialects of filter patterns; the first character of a pattern chooses.</summary>
public enum FilterPatternKind
{
    /// <summary>Empty or blank: every message matches.</summary>
    MatchAll,

    /// <summary>Terms, phrases and regular expressions that occur anywhere.</summary>
    Unstructured,

    /// <summary><c>{ … }</c>: conditions on the members of a JSON object.</summary>
    Json,

    /// <summary><c>[ … ]</c>: conditions on the fields of a line.</summary>
    SpaceDelimited,
}
