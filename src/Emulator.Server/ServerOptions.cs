using System.Globalization;

namespace Emulator.Server;

/// <summary>What the server can be told on the command line or by environment variables.</summary>
/// <remarks>
/// <c>--port 4566</c> on the command line is <c>CLOUDWATCH_EMULATOR_PORT=4566</c> in the environment; the command line wins.
/// </remarks>
public sealed record ServerOptions
{
    /// <summary>Address to listen on; default <c>127.0.0.1</c>, <c>0.0.0.0</c> for every interface.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>Port to listen on, 0 to 65535; default 4566, 0 for any free one.</summary>
    public int Port { get; init; } = 4566;

    /// <summary>Account of a caller whose access key is not itself an account id; twelve digits, default <c>000000000000</c>.</summary>
    public string Account { get; init; } = "000000000000";

    /// <summary>Region of a caller that names none; default <c>us-east-1</c>.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>Reads options from the command line and, for those not given there, from the environment.</summary>
    /// <exception cref="OptionException">An option is unknown or its value is out of range.</exception>
    public static ServerOptions Parse(IReadOnlyList<string> arguments, Func<string, string?> environment)
    {
        var options = new ServerOptions();
        foreach (var option in Known)
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
                    ++i < arguments.Count
                        ? arguments[i]
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
            "account of callers whose access key is not an account id; default 000000000000",
            (options, value, name) => options with { Account = AccountId(value, name) }
        ),
        new(
            "region",
            "region of callers that name none; default us-east-1",
            (options, value, _) => options with { Region = value }
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

    static string AccountId(string value, string name) =>
        value.Length == 12 && value.All(char.IsAsciiDigit)
            ? value
            : throw new OptionException($"{name} must be twelve digits, not '{value}'.");

    sealed record OptionDefinition(
        string Name,
        string Meaning,
        Func<ServerOptions, string, string, ServerOptions> Apply
    );
}

/// <summary>The command line or the environment says something that makes no sense; the message is for the user.</summary>
public sealed class OptionException(string message) : Exception(message);
