namespace Emulator.Languages.ContributorRules;

/// <summary>Log groups that a rule analyzes.</summary>
/// <param name="Region">Where they are; empty for the region of the rule.</param>
/// <param name="Account">Whose they are; empty for the account of the rule, an asterisk for all accounts.</param>
/// <param name="Name">The name of a log group, or how names begin.</param>
/// <param name="IsPrefix">Whether it is how names begin.</param>
public sealed record LogGroupSelector(string Region, string Account, string Name, bool IsPrefix);
