using System.Text.Json.Nodes;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Logs.Transformers.Dates;

namespace Emulator.Services.Logs.Transformers.Processors;

/// <summary>dateTimeConverter: writes a time in another form and time zone. A time that no pattern fits fails the event.</summary>
static class DateConversion
{
    const string DefaultFormat = "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'";
    const string DefaultZone = "UTC";

    /// <exception cref="ArgumentException">A pattern, a time zone or the locale is not known.</exception>
    public static Step Compile(DateTimeConverter config)
    {
        var patterns = config.MatchPatterns.Select(Pattern).ToList();
        var format = Pattern(config.TargetFormat ?? DefaultFormat);
        var from = Zone(config.SourceTimezone ?? DefaultZone);
        var to = Zone(config.TargetTimezone ?? DefaultZone);
        var words = DateWords.Find(config.Locale) ?? throw Unknown(config.Locale);
        return tree =>
        {
            if (tree.Text(config.Source) is not { } text)
            {
                return;
            }

            var time =
                patterns
                    .Select(pattern => new DateReader(text, words, from).Read(pattern))
                    .FirstOrDefault(one => one is not null)
                ?? throw new TransformationException($"No pattern fits the time in {config.Source}.");
            tree.Set(config.Target, JsonValue.Create(DateWriter.Write(format, time, to, words)));
        };
    }

    static JavaDatePattern Pattern(string text) => JavaDatePattern.Parse(text) ?? throw Unknown(text);

    static TimeZoneInfo Zone(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : throw Unknown(name);

    static ArgumentException Unknown(string? what) => new($"{what} is not known");
}
