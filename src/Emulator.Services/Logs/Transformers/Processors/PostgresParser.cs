using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Emulator.Services.Logs.Transformers.Processors;

/// <summary>parsePostgres: takes the prefix that RDS puts before lines into the event.</summary>
/// <remarks><c>%t:%r:%u@%d:[%p]:</c>, then the level.
/// <see href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.PostgreSQL.overview.parameter-groups.html"/></remarks>
static partial class PostgresParser
{
    static readonly string[] Names = ["logTime", "srcIp", "userName", "dbName", "processId", "logLevel"];

    public static Step Compile() =>
        tree =>
        {
            var match = Line().Match(tree.RequireText(null));
            if (!match.Success)
            {
                throw new TransformationException("The message is not a line of RDS for PostgreSQL.");
            }

            foreach (var name in Names.Where(name => match.Groups[name].Length > 0))
            {
                tree.Root[name] = JsonValue.Create(match.Groups[name].Value);
            }
        };

    [GeneratedRegex(
        @"^(?<logTime>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [A-Z]+):(?<srcIp>[^:(@]*)(\(\d+\))?:(?<userName>[^@]*)@(?<dbName>[^:]*):\[(?<processId>\d+)\]:(?<logLevel>[A-Z0-9]+):",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    )]
    private static partial Regex Line();
}
