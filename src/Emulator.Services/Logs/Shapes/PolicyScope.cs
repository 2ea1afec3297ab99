namespace Emulator.Services.Logs.Shapes;

/// <summary>What a resource policy applies to.</summary>
static class PolicyScope
{
    public const string Account = "ACCOUNT";
    public const string Resource = "RESOURCE";
}
