namespace Emulator.Languages.FilterPatterns.Syntax;

/// <summary>One of the six comparisons.</summary>
/// <param name="Symbol">As written in a pattern.</param>
/// <param name="IsRelational">Whether it orders numbers, rather than asking for equality.</param>
sealed record ComparisonOperator(string Symbol, bool IsRelational)
{
    public static readonly ComparisonOperator Equal = new("=", IsRelational: false);
    public static readonly ComparisonOperator NotEqual = new("!=", IsRelational: false);
    public static readonly ComparisonOperator GreaterOrEqual = new(">=", IsRelational: true);
    public static readonly ComparisonOperator LessOrEqual = new("<=", IsRelational: true);
    public static readonly ComparisonOperator Greater = new(">", IsRelational: true);
    public static readonly ComparisonOperator Less = new("<", IsRelational: true);

    /// <summary>All of them, longer symbols before their own beginnings.</summary>
    public static IReadOnlyList<ComparisonOperator> All { get; } =
    [NotEqual, GreaterOrEqual, LessOrEqual, Equal, Greater, Less];
}
