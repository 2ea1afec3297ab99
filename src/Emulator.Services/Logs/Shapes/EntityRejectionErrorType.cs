namespace Emulator.Services.Logs.Shapes;

/// <summary>Why an entity is not taken. AWS knows three more reasons, which framework constraints forestall here.</summary>
static class EntityRejectionErrorType
{
    public const string InvalidTypeValue = "InvalidTypeValue";
    public const string InvalidKeyAttributes = "InvalidKeyAttributes";
    public const string UnsupportedLogGroupType = "UnsupportedLogGroupType";
    public const string MissingRequiredFields = "MissingRequiredFields";
}
