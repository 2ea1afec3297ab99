using System.Collections.Immutable;
using System.Globalization;
using Emulator.Server.Deliveries;
using Emulator.Storage;

namespace Emulator.Server;

/// <summary>What the server can be told on the command line or by environment variables.</summary>
/// <remarks>
/// <c>--port 4566</c> on the command line is <c>CLOUDWATCH_EMULATOR_PORT=4566</c> in the environment; the command line wins.
/// </remarks>
sealed record ServerOptions
{
    /// <summary>The account of callers who name none, unless there is something to tell.</summary>
    public const string DefaultAccount = "000000000000";

    /// <summary>Address to listen on; default <c>127.0.0.1</c>, <c>0.0.0.0</c> for every interface.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>Port to listen on, 0 to 65535; default 4566, 0 for any free one.</summary>
    public int Port { get; init; } = 4566;

    /// <summary>
    /// Account of a caller whose access key is not itself an account id; twelve digits. <c>null</c>, the default, for that of the first fixture, or
    /// <c>000000000000</c> without fixtures.
    /// </summary>
    public string? Account { get; init; }

    /// <summary>Region of a caller that names none; default <c>us-east-1</c>.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>Directory that keeps everything over restarts; <c>null</c>, the default, keeps it in memory until the process ends.</summary>
    public string? Data { get; init; }

    /// <summary>What an acknowledged write survives with <see cref="Data"/>; default the end of the process, however it ends.</summary>
    public Durability Durability { get; init; }

    /// <summary>Bytes of decoded blocks kept in memory; default 256 MiB.</summary>
    public long CacheBytes { get; init; } = 256L << 20;

    /// <summary>How long metrics are kept, by namespace; default fifteen months, and 14 days for <c>AWS/Connect</c>.</summary>
    public ImmutableDictionary<string, TimeSpan> Retention { get; init; } = ImmutableDictionary<string, TimeSpan>.Empty;

    /// <summary>How many of the last requests are kept for <c>/_emulator/requests</c>; default 1,000, 0 for none.</summary>
    public int Requests { get; init; } = 1000;

    /// <summary>Where deliveries to targets outside go; default nowhere: they are only recorded.</summary>
    public ImmutableArray<DeliveryRule> Deliver { get; init; } = [];

    /// <summary>Further host names that a client may call the server by when it listens on loopback; default none.</summary>
    public ImmutableArray<string> AllowedHosts { get; init; } = [];

    /// <summary>Web origins, besides those on this machine, whose pages may call the server; default none.</summary>
    public ImmutableArray<string> AllowedOrigins { get; init; } = [];

    /// <summary>Worlds to load: names, with a profile behind a colon or not, or files; default none.</summary>
    public ImmutableArray<string> Fixtures { get; init; } = [];

    /// <summary>What the data of fixtures follows from; <c>null</c>, the default, for 42.</summary>
    public ulong? FixtureSeed { get; init; }

    /// <summary>Whether fixtures go on as time passes; default not.</summary>
    public bool Live { get; init; }

    /// <summary>The time at which the clock stands still from the start; <c>null</c>, the default, leaves it as it is.</summary>
    public DateTimeOffset? FrozenAt { get; init; }

    /// <summary>Reads options from the command line and, for those not given there, from the environment.</summary>
    /// <exception cref="OptionException">An option is unknown or its value is out of range.</exception>
    public static ServerOptions Parse(IReadOnlyList<string> arguments, Func<string, string?> environment)
    {
        var options = new ServerOptions();
        var given = arguments.Select(argument => Split(argument).Name).ToHashSet();
        foreach (var option in Known.Where(known => !given.Contains("--" + known.Name)))
        {
            var variable = "CLOUDWATCH_EMULATOR_" + option.Name.ToUpperInvariant().Replace('-', '_');
            if (environment(variable) is { Length: > 0 } value)
            {
                options = option.Apply(options, value, variable);
            }
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            var (name, inline) = Split(arguments[i]);
            var option =
                Known.FirstOrDefault(known => "--" + known.Name == name)
                ?? throw new OptionException($"Unknown option {arguments[i]}. --help lists the options.");
            var value =
                inline
                ?? (
                    option.IsSwitch ? "true"
                    : ++i < arguments.Count ? arguments[i]
                    : throw new OptionException($"{name} needs a value: {option.Meaning}")
                );
            options = option.Apply(options, value, name);
        }

        return options;
    }

    /// <summary>The text of <c>--help</c>.</summary>
    public static string Help
    {
        get
        {
            var lines = Known.Select(option => $"  --{option.Name, -12} {option.Meaning}");
            return $"""
                cloudwatch-emulator: Amazon CloudWatch and CloudWatch Logs on this machine

                {string.Join('\n', lines)}
                  --help         this text
                  --version      the version

                cloudwatch-emulator health [--port N]
                  asks a running emulator whether it is well: exit code 0 if so, 1 if not

                Each option is also an environment variable: --port is CLOUDWATCH_EMULATOR_PORT.
                """;
        }
    }

    static readonly OptionDefinition[] Known =
    [
        new("host", "address to listen on; default 127.0.0.1", (options, value, _) => options with { Host = value }),
        new(
            "port",
            "port to listen on; default 4566, 0 for any free one",
            (options, value, name) => options with { Port = Number(value, name, 0, 65535) }
        ),
        new(
            "account",
            "account of callers whose access key is not an account id; default that of the fixtures, or 000000000000",
            (options, value, name) => options with { Account = AccountId(value, name) }
        ),
        new(
            "region",
            "region of callers that name none; default us-east-1",
            (options, value, _) => options with { Region = value }
        ),
        new(
            "data",
            "directory that keeps everything over restarts; default: in memory only",
            (options, value, _) => options with { Data = value }
        ),
        new(
            "durability",
            "what --data survives: process (default) or power-loss",
            (options, value, name) => options with { Durability = DurabilityOf(value, name) }
        ),
        new(
            "cache-mb",
            "megabytes of decoded data kept in memory; default 256",
            (options, value, name) => options with { CacheBytes = (long)Number(value, name, 1, 1 << 20) << 20 }
        ),
        new(
            "retention",
            "days that metrics of a namespace are kept, as in AWS/Connect=14d,MyApp=30d",
            (options, value, name) => options with { Retention = RetentionOf(value, name) }
        ),
        new(
            "requests",
            "how many of the last requests /_emulator/requests shows; default 1000, 0 for none",
            (options, value, name) => options with { Requests = Number(value, name, 0, 1_000_000) }
        ),
        new(
            "deliver",
            "endpoints of subscriptions and alarm actions, as in lambda=http://localhost:4567,webhook=http://localhost:8080",
            (options, value, name) => options with { Deliver = RulesOf(value, name) }
        ),
        new(
            "fixture",
            "world to load: sms, chime, connect, sms:small, or a file; repeatable",
            (options, value, _) => options with { Fixtures = options.Fixtures.AddRange(List(value)) }
        ),
        new(
            "fixture-seed",
            "number that the data of fixtures follows from; default 42",
            (options, value, name) => options with { FixtureSeed = Seed(value, name) }
        ),
        new(
            "live",
            "lets fixtures go on as time passes",
            (options, value, name) => options with { Live = Switch(value, name) }
        )
        {
            IsSwitch = true,
        },
        new(
            "allow-hosts",
            "host names, besides loopback's, that clients may use; comma-separated",
            (options, value, _) => options with { AllowedHosts = List(value) }
        ),
        new(
            "allow-origins",
            "web origins, besides this machine's, whose pages may call; comma-separated",
            (options, value, _) => options with { AllowedOrigins = List(value) }
        ),
    ];

    static (string Name, string? Value) Split(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (argument, null) : (argument[..equals], argument[(equals + 1)..]);
    }

    static int Number(string value, string name, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
            ? number
            : throw new OptionException($"{name} must be a number from {least} to {most}, not '{value}'.");

    static ulong Seed(string value, string name) =>
        ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw new OptionException($"{name} must be a whole number, not '{value}'.");

    static bool Switch(string value, string name) =>
        bool.TryParse(value, out var isOn)
            ? isOn
            : throw new OptionException($"{name} must be true or false, not '{value}'.");

    static string AccountId(string value, string name) =>
        value.Length == 12 && value.All(char.IsAsciiDigit)
            ? value
            : throw new OptionException($"{name} must be twelve digits, not '{value}'.");

    static Durability DurabilityOf(string value, string name) =>
        value switch
        {
            "process" => Durability.ProcessCrash,
            "power-loss" => Durability.PowerLoss,
            _ => throw new OptionException($"{name} must be process or power-loss, not '{value}'."),
        };

    static ImmutableDictionary<string, TimeSpan> RetentionOf(string value, string name)
    {
        var rules = ImmutableDictionary.CreateBuilder<string, TimeSpan>(StringComparer.Ordinal);
        foreach (var rule in List(value))
        {
            var equals = rule.LastIndexOf('=');
            if (
                equals <= 0
                || !rule.EndsWith('d')
                || !int.TryParse(rule[(equals + 1)..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var days)
                || days is < 1 or > 455
            )
            {
                throw new OptionException(
                    $"{name} takes rules such as AWS/Connect=14d with 1 to 455 days, not '{rule}'."
                );
            }

            rules[rule[..equals]] = TimeSpan.FromDays(days);
        }

        return rules.ToImmutable();
    }

    static ImmutableArray<DeliveryRule> RulesOf(string value, string name)
    {
        try
        {
            return [.. List(value).Select(DeliveryRule.Parse)];
        }
        catch (FormatException error)
        {
            throw new OptionException($"{name}: {error.Message}");
        }
    }

    static ImmutableArray<string> List(string value) =>
        [.. value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    sealed record OptionDefinition(
        string Name,
        string Meaning,
        Func<ServerOptions, string, string, ServerOptions> Apply
    )
    {
        /// <summary>Whether it needs no value.</summary>
        public bool IsSwitch { get; init; }
    }
}

/// <summary>The command line or the environment says something that makes no sense; the message is for the user.</summary>
public sealed class OptionException(string message) : Exception(message);
