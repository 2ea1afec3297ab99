using System.Collections.Frozen;

namespace Emulator.Services.Logs.Transformers.Dates;

/// <summary>The names of months and days in a language.</summary>
/// <remarks>The emulator runs without the operating system's languages, so that it does the same everywhere.</remarks>
sealed class DateWords
{
    static readonly FrozenDictionary<string, DateWords> ByLanguage = new Dictionary<string, DateWords>
    {
        ["en"] = new(
            "January February March April May June July August September October November December",
            "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
            "Sunday Monday Tuesday Wednesday Thursday Friday Saturday",
            "Sun Mon Tue Wed Thu Fri Sat"
        ),
        ["de"] = new(
            "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
            "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
            "Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag",
            "So. Mo. Di. Mi. Do. Fr. Sa."
        ),
        ["fr"] = new(
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
            "dimanche lundi mardi mercredi jeudi vendredi samedi",
            "dim. lun. mar. mer. jeu. ven. sam."
        ),
        ["es"] = new(
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "ene feb mar abr may jun jul ago sept oct nov dic",
            "domingo lunes martes miércoles jueves viernes sábado",
            "dom lun mar mié jue vie sáb"
        ),
        ["it"] = new(
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
            "gen feb mar apr mag giu lug ago set ott nov dic",
            "domenica lunedì martedì mercoledì giovedì venerdì sabato",
            "dom lun mar mer gio ven sab"
        ),
        ["pt"] = new(
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
            "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
            "domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado",
            "dom. seg. ter. qua. qui. sex. sáb."
        ),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    DateWords(string months, string shortMonths, string days, string shortDays)
    {
        Months = months.Split(' ');
        ShortMonths = shortMonths.Split(' ');
        Days = days.Split(' ');
        ShortDays = shortDays.Split(' ');
    }

    public IReadOnlyList<string> Months { get; }

    public IReadOnlyList<string> ShortMonths { get; }

    /// <summary>From Sunday.</summary>
    public IReadOnlyList<string> Days { get; }

    public IReadOnlyList<string> ShortDays { get; }

    /// <param name="locale">A language, with or without a country; <c>null</c> or ROOT for that of no country, which is English.</param>
    /// <returns><c>null</c> when the language is not known.</returns>
    public static DateWords? Find(string? locale) =>
        locale is null || locale.Equals("ROOT", StringComparison.OrdinalIgnoreCase)
            ? ByLanguage["en"]
            : ByLanguage.GetValueOrDefault(locale.Split('-', '_')[0]);
}
