namespace Emulator.Storage.Migrations;

/// <summary>Rows of the journal may be compressed; those of version 1 stay as they are.</summary>
static class Version2
{
    public const string Sql = "";
}
