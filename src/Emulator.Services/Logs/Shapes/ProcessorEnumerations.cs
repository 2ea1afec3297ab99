namespace Emulator.Services.Logs.Shapes;

/// <summary>Logs that can be mapped to OCSF.</summary>
static class EventSource
{
    public const string CloudTrail = "CloudTrail";
    public const string Route53Resolver = "Route53Resolver";
    public const string VpcFlow = "VPCFlow";
    public const string EksAudit = "EKSAudit";
    public const string Waf = "AWSWAF";
}

/// <summary>Versions of OCSF.</summary>
static class OcsfVersion
{
    public const string First = "V1.1";
    public const string Second = "V1.5";
}

/// <summary>Which of several values a flattened list keeps.</summary>
static class FlattenedElement
{
    public const string First = "first";
    public const string Last = "last";
}

/// <summary>What a value is converted to.</summary>
static class ConvertedType
{
    public const string Boolean = "boolean";
    public const string Integer = "integer";
    public const string Double = "double";
    public const string String = "string";
}
