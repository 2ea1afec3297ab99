namespace Emulator.Languages.FilterPatterns.Syntax;

/// <summary>A path into a JSON object: <c>$.users[0].name</c>.</summary>
/// <param name="Text">The path as written; extracted values carry it as their name.</param>
sealed record Selector(string Text, IReadOnlyList<SelectorStep> Steps) : Subject
{
    public override string ToString() => Text;
}

/// <summary>One step of a selector, from a value to a value inside it.</summary>
abstract record SelectorStep;

/// <summary><c>.name</c> or <c>['name']</c>.</summary>
sealed record MemberStep(string Name) : SelectorStep;

/// <summary><c>.*</c>: any member of an object.</summary>
sealed record AnyMemberStep : SelectorStep;

/// <summary><c>[0]</c>, counted from zero.</summary>
sealed record ElementStep(int Index) : SelectorStep;

/// <summary><c>[*]</c>: any element of an array.</summary>
sealed record AnyElementStep : SelectorStep;
