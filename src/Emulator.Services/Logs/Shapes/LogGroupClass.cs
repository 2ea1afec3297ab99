namespace Emulator.Services.Logs.Shapes;

/// <summary>What a log group can do and what it costs; fixed when it is created.</summary>
static class LogGroupClass
{
    public const string Standard = "STANDARD";
    public const string InfrequentAccess = "INFREQUENT_ACCESS";
    public const string Delivery = "DELIVERY";
}
