namespace Emulator.Services.Logs.Shapes;

/// <summary>Which resources an account policy can be for.</summary>
static class AccountPolicyScope
{
    public const string All = AccountPolicy.All;
}
