using System.Globalization;
using System.Text;
using Emulator.Languages.Text;
using Emulator.Services.Fixtures.Worlds;

namespace Emulator.Services.Fixtures.Expressions;

/// <summary>The functions of expressions.</summary>
static class Functions
{
    const string Hex = "0123456789abcdef";

    /// <exception cref="SyntaxException">There is no such function, or it takes other arguments.</exception>
    public static Evaluation Bind(Token<ExpressionToken> name, IReadOnlyList<Evaluation> arguments, Symbols symbols) =>
        (name.Text, arguments.Count) switch
        {
            ("u", 0) => Uniform(symbols),
            ("between", 2) => Between(symbols, arguments[0], arguments[1]),
            ("pick", 1) => Pick(symbols, arguments[0]),
            ("row", 2) => Row(arguments[0], arguments[1]),
            ("uuid", 0) => Uuid(symbols, 4),
            ("uuid", 1) => UuidOfVersion(symbols, arguments[0]),
            ("uuidOf", 1) => UuidOf(symbols.World.Seed, arguments[0]),
            ("hex", 1) => HexDigits(symbols, arguments[0]),
            ("hexOf", 1) => HexOf(symbols.World.Seed, arguments[0]),
            ("hash", 2) => HashBelow(arguments[0], arguments[1]),
            ("min", 2) => frame => Value.Of(Math.Min(arguments[0](frame).Number, arguments[1](frame).Number)),
            ("max", 2) => frame => Value.Of(Math.Max(arguments[0](frame).Number, arguments[1](frame).Number)),
            ("sqrt", 1) => frame => Value.Of(Math.Sqrt(arguments[0](frame).Number)),
            ("floor", 1) => frame => Value.Of(Math.Floor(arguments[0](frame).Number)),
            ("ceil", 1) => frame => Value.Of(Math.Ceiling(arguments[0](frame).Number)),
            ("round", 1) => frame => Value.Of(Math.Floor(arguments[0](frame).Number + 0.5)),
            ("round", 2) => Round(arguments[0], arguments[1]),
            ("length", 1) => frame => Value.Of(Encoding.UTF8.GetByteCount(arguments[0](frame).ToString())),
            ("pad", 2) => Pad(arguments[0], arguments[1]),
            ("format", 2) => FormatTime(arguments[0], arguments[1]),
            ("dayStart", 1) => frame => Value.Of(DayStart(arguments[0](frame).Integer)),
            ("monthStart", 1) => frame => Value.Of(MonthStart(arguments[0](frame).Integer)),
            ("hour", 1) => frame => Value.Of(TimeOf(arguments[0](frame)).Hour),
            ("minute", 1) => frame => Value.Of(TimeOf(arguments[0](frame)).Minute),
            ("weekday", 1) => frame =>
                Value.Of(TimeOf(arguments[0](frame)).ToString("ddd", CultureInfo.InvariantCulture)),
            ("startOf", 1) => StartOf(name, arguments[0], symbols.World),
            ("during", 1) => During(name, arguments[0], symbols.World),
            ("curve", 1) => Curved(name, arguments[0], symbols.World, static (curve, time) => curve.At(time)),
            ("plan", 1) => Curved(name, arguments[0], symbols.World, static (curve, time) => curve.Plan(time)),
            _ => throw new SyntaxException(
                $"There is no function {name.Text} with {arguments.Count} arguments",
                name.Span
            ),
        };

    static Evaluation Uniform(Symbols symbols)
    {
        var salt = symbols.NextSalt();
        return frame => Value.Of(frame.Uniform(salt));
    }

    static Evaluation Between(Symbols symbols, Evaluation least, Evaluation most)
    {
        var salt = symbols.NextSalt();
        return frame =>
        {
            var first = least(frame).Number;
            return Value.Of(first + Math.Floor(frame.Uniform(salt) * (most(frame).Number - first + 1)));
        };
    }

    static Evaluation Pick(Symbols symbols, Evaluation table)
    {
        var salt = symbols.NextSalt();
        return frame =>
            Value.Of(
                (table(frame).Table ?? throw new FixtureException("pick() takes a table.")).Pick(frame.Uniform(salt))
            );
    }

    static Evaluation Row(Evaluation table, Evaluation index) =>
        frame =>
        {
            var rows = (table(frame).Table ?? throw new FixtureException("row() takes a table.")).Rows;
            return Value.Of(rows[(int)(index(frame).Integer % rows.Count)]);
        };

    static Evaluation Uuid(Symbols symbols, int version)
    {
        var (high, low) = (symbols.NextSalt(), symbols.NextSalt());
        return frame => Value.Of(FormatUuid(frame.Draw(high), frame.Draw(low), version));
    }

    static Evaluation UuidOfVersion(Symbols symbols, Evaluation version)
    {
        var (high, low) = (symbols.NextSalt(), symbols.NextSalt());
        return frame => Value.Of(FormatUuid(frame.Draw(high), frame.Draw(low), (int)version(frame).Integer));
    }

    static Evaluation UuidOf(ulong seed, Evaluation text) =>
        frame =>
        {
            var key = Draws.KeyOf(seed, text(frame).ToString());
            return Value.Of(FormatUuid(key, Draws.Mix(key), 4));
        };

    static string FormatUuid(ulong high, ulong low, int version)
    {
        high = (high & ~0xF000UL) | ((ulong)version << 12);
        low = (low & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000;
        var digits = string.Create(CultureInfo.InvariantCulture, $"{high:x16}{low:x16}");
        return $"{digits[..8]}-{digits[8..12]}-{digits[12..16]}-{digits[16..20]}-{digits[20..]}";
    }

    /// <summary>Up to 16 hexadecimal digits.</summary>
    static Evaluation HexDigits(Symbols symbols, Evaluation count)
    {
        var salt = symbols.NextSalt();
        return frame =>
            Value.Of(
                string.Create(
                    (int)count(frame).Integer,
                    frame.Draw(salt),
                    static (text, draw) =>
                    {
                        for (var i = 0; i < text.Length; i++, draw >>= 4)
                        {
                            text[i] = Hex[(int)(draw & 0xF)];
                        }
                    }
                )
            );
    }

    static Evaluation HexOf(ulong seed, Evaluation text) =>
        frame => Value.Of(Draws.KeyOf(seed, text(frame).ToString()).ToString("x16", CultureInfo.InvariantCulture));

    static Evaluation HashBelow(Evaluation text, Evaluation bound) =>
        frame => Value.Of(Draws.Mix(Draws.Hash(text(frame).ToString())) % (ulong)bound(frame).Integer);

    static Evaluation Round(Evaluation number, Evaluation digits) =>
        frame => Value.Of((double)Math.Round((decimal)number(frame).Number, (int)digits(frame).Integer));

    static Evaluation Pad(Evaluation number, Evaluation length) =>
        frame =>
            Value.Of(
                number(frame).Integer.ToString(CultureInfo.InvariantCulture).PadLeft((int)length(frame).Integer, '0')
            );

    static Evaluation FormatTime(Evaluation time, Evaluation pattern) =>
        frame => Value.Of(TimeOf(time(frame)).ToString(pattern(frame).ToString(), CultureInfo.InvariantCulture));

    static DateTimeOffset TimeOf(Value milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.Integer);

    static long DayStart(long time) => time - time % 86_400_000;

    static long MonthStart(long time)
    {
        var moment = DateTimeOffset.FromUnixTimeMilliseconds(time);
        return new DateTimeOffset(moment.Year, moment.Month, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    }

    static Evaluation During(Token<ExpressionToken> name, Evaluation incident, WorldSetting world)
    {
        var window = IncidentOf(name, incident, world);
        return frame => Value.Of(window.Includes(frame.Time));
    }

    static Evaluation StartOf(Token<ExpressionToken> name, Evaluation incident, WorldSetting world)
    {
        var start = Value.Of(IncidentOf(name, incident, world).Start);
        return _ => start;
    }

    static Incident IncidentOf(Token<ExpressionToken> name, Evaluation incident, WorldSetting world) =>
        world.Incidents.TryGetValue(NameIn(incident), out var found)
            ? found
            : throw new SyntaxException($"There is no incident '{NameIn(incident)}'", name.Span);

    static Evaluation Curved(
        Token<ExpressionToken> name,
        Evaluation curve,
        WorldSetting world,
        Func<Curve, long, double> look
    )
    {
        var found =
            world.Curves.GetValueOrDefault(NameIn(curve))
            ?? throw new SyntaxException($"There is no curve '{NameIn(curve)}'", name.Span);
        return frame => Value.Of(look(found, frame.Time));
    }

    /// <summary>A name has to be written down as it is: it is looked up once.</summary>
    static string NameIn(Evaluation constant) => constant(new Frame(0)).ToString();
}
