using System.Collections.Frozen;

namespace Emulator.Services.Logs.Transformers.Grok;

/// <summary>The patterns that grok knows by name.</summary>
/// <remarks>
/// Written so that they run without backtracking.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Configurable.html"/>
/// </remarks>
static class GrokPatterns
{
    const int Few = 5;

    static readonly FrozenDictionary<string, GrokPattern> All = Patterns().ToFrozenDictionary(pattern => pattern.Name);

    public static GrokPattern? Find(string name) => All.GetValueOrDefault(name);

    static IEnumerable<GrokPattern> Patterns() =>
        [
            new("USERNAME", "[a-zA-Z0-9._-]+"),
            new("USER", "%{USERNAME}"),
            new("INT", "[+-]?[0-9]+"),
            new("BASE10NUM", @"[+-]?([0-9]+(\.[0-9]+)?|\.[0-9]+)"),
            new("NUMBER", "%{BASE10NUM}"),
            new("BASE16NUM", "[+-]?(0x)?[0-9A-Fa-f]+"),
            new("POSINT", @"\b[1-9][0-9]*\b"),
            new("NONNEGINT", @"\b[0-9]+\b"),
            new("WORD", @"\b\w+\b"),
            new("NOTSPACE", @"\S+", Few),
            new("SPACE", @"\s*", Few),
            new("DATA", ".*?", Few),
            new("GREEDYDATA", ".*", Few),
            new("GREEDYDATA_MULTILINE", @"[\s\S]*", 1),
            new("QUOTEDSTRING", """("(\\.|[^\\"])*"|'(\\.|[^\\'])*'|`(\\.|[^\\`])*`)"""),
            new("UUID", "[A-Fa-f0-9]{8}-([A-Fa-f0-9]{4}-){3}[A-Fa-f0-9]{12}"),
            new("URN", "urn:[0-9A-Za-z][0-9A-Za-z-]{0,31}:[0-9A-Za-z()+,.:=@;$_!*'/?#%-]+"),
            new("ARN", @"arn:[\w-]+:[\w-]+:[\w-]*:[0-9]*:[\w+=,.@:/*-]+", Few),
            new("CISCOMAC", @"([A-Fa-f0-9]{4}\.){2}[A-Fa-f0-9]{4}"),
            new("WINDOWSMAC", "([A-Fa-f0-9]{2}-){5}[A-Fa-f0-9]{2}"),
            new("COMMONMAC", "([A-Fa-f0-9]{2}:){5}[A-Fa-f0-9]{2}"),
            new("MAC", "(%{CISCOMAC}|%{WINDOWSMAC}|%{COMMONMAC})"),
            new(
                "IPV6",
                @"(([0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}|([0-9A-Fa-f]{1,4}:){1,6}(:[0-9A-Fa-f]{1,4}){1,6}|([0-9A-Fa-f]{1,4}:){1,7}:|::([0-9A-Fa-f]{1,4}:){0,6}[0-9A-Fa-f]{1,4}|::)(%\w+)?",
                Few
            ),
            new(
                "IPV4",
                @"((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
            ),
            new("IP", "(%{IPV6}|%{IPV4})", Few),
            new("HOSTNAME", @"\b[0-9A-Za-z][0-9A-Za-z-]{0,62}(\.[0-9A-Za-z][0-9A-Za-z-]{0,62})*\.?", Few),
            new("HOST", "%{HOSTNAME}", Few),
            new("IPORHOST", "(%{IP}|%{HOSTNAME})", Few),
            new("HOSTPORT", "%{IPORHOST}:%{POSINT:PORT}", Few),
            new("URIHOST", "%{IPORHOST}(:%{POSINT:port})?", Few),
            new("UNIXPATH", @"(/[\w_%!$@:.,+~-]*)+"),
            new("WINPATH", @"([A-Za-z]+:|\\)(\\[^\\?*]*)+", Few),
            new("PATH", "(%{UNIXPATH}|%{WINPATH})", Few),
            new("TTY", @"/dev/(pts|tty([pq])?)(\w+)?/?([0-9]+)?"),
            new("URIPROTO", @"[A-Za-z]([A-Za-z0-9+.-]+)+"),
            new("URIPATH", @"(/[A-Za-z0-9$.+!*'(){},~:;=@#%&_-]*)+"),
            new("URIPARAM", @"\?[A-Za-z0-9$.+!*'|(){},~@#%&/=:;_?\[\]<>-]*", Few),
            new("URIPATHPARAM", "%{URIPATH}(%{URIPARAM})?", Few),
            new("URI", "%{URIPROTO}://(%{USER}(:[^@]*)?@)?(%{URIHOST})?(%{URIPATHPARAM})?", Few),
            new(
                "MONTH",
                @"\b(Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?|Sep(tember)?|Oct(ober)?|Nov(ember)?|Dec(ember)?)\b"
            ),
            new("MONTHNUM", "(0?[1-9]|1[0-2])"),
            new("MONTHNUM2", "(0[1-9]|1[0-2])"),
            new("MONTHDAY", "(0[1-9]|[12][0-9]|3[01]|[1-9])"),
            new("YEAR", "([0-9]{4}|[0-9]{2})"),
            new("DAY", "(Mon(day)?|Tue(sday)?|Wed(nesday)?|Thu(rsday)?|Fri(day)?|Sat(urday)?|Sun(day)?)"),
            new("HOUR", "(2[0123]|[01]?[0-9])"),
            new("MINUTE", "[0-5][0-9]"),
            new("SECOND", "([0-5]?[0-9]|60)([:.,][0-9]+)?"),
            new("TIME", "%{HOUR}:%{MINUTE}:%{SECOND}"),
            new("DATE_US", "%{MONTHNUM}[/-]%{MONTHDAY}[/-]%{YEAR}"),
            new("DATE_EU", "%{MONTHDAY}[./-]%{MONTHNUM}[./-]%{YEAR}"),
            new("ISO8601_TIMEZONE", "(Z|[+-]%{HOUR}(:?%{MINUTE})?)"),
            new("ISO8601_SECOND", "(%{SECOND}|60)"),
            new(
                "TIMESTAMP_ISO8601",
                "%{YEAR}-%{MONTHNUM}-%{MONTHDAY}[T ]%{HOUR}:?%{MINUTE}(:?%{SECOND})?(%{ISO8601_TIMEZONE})?"
            ),
            new("DATE", "(%{DATE_US}|%{DATE_EU})"),
            new("DATESTAMP", "%{DATE}[- ]%{TIME}"),
            new("TZ", "[A-Z]{3,4}"),
            new("DATESTAMP_RFC822", "%{DAY} %{MONTH} %{MONTHDAY} %{YEAR} %{TIME} %{TZ}"),
            new("DATESTAMP_RFC2822", "%{DAY}, %{MONTHDAY} %{MONTH} %{YEAR} %{TIME} %{ISO8601_TIMEZONE}"),
            new("DATESTAMP_OTHER", "%{DAY} %{MONTH} %{MONTHDAY} %{TIME} %{TZ} %{YEAR}"),
            new("DATESTAMP_EVENTLOG", "%{YEAR}%{MONTHNUM2}%{MONTHDAY}%{HOUR}%{MINUTE}%{SECOND}"),
            new(
                "LOGLEVEL",
                "([Aa]lert|ALERT|[Tt]race|TRACE|[Dd]ebug|DEBUG|[Nn]otice|NOTICE|[Ii]nfo?(rmation)?|INFO?(RMATION)?|[Ww]arn?(ing)?|WARN?(ING)?|[Ee]rr?(or)?|ERR?(OR)?|[Cc]rit?(ical)?|CRIT?(ICAL)?|[Ff]atal|FATAL|[Ss]evere|SEVERE|EMERG(ENCY)?|[Ee]merg(ency)?)"
            ),
            new("HTTPDATE", "%{MONTHDAY}/%{MONTH}/%{YEAR}:%{TIME} %{INT}"),
            new("SYSLOGTIMESTAMP", "%{MONTH} +%{MONTHDAY} %{TIME}"),
            new("PROG", @"[\x21-\x5a\x5c\x5e-\x7e]+"),
            new("SYSLOGPROG", @"%{PROG:program}(\[%{POSINT:pid}\])?"),
            new("SYSLOGHOST", "%{IPORHOST}", Few),
            new("SYSLOGFACILITY", @"<%{NONNEGINT:facility}\.%{NONNEGINT:priority}>"),
            new(
                "APACHE_ACCESS_LOG",
                """%{IPORHOST:remote_host} \S+ \S+ \[%{HTTPDATE:timestamp}\] "%{WORD:http_method} %{NOTSPACE:request} HTTP/%{NUMBER:http_version}" %{INT:status_code} (%{INT:response_size}|-)""",
                1
            ),
            new(
                "NGINX_ACCESS_LOG",
                """%{IPORHOST:remote_host} - %{NOTSPACE:auth_user} \[%{HTTPDATE:timestamp}\] "%{WORD:http_method} %{NOTSPACE:request} HTTP/%{NUMBER:http_version}" %{INT:status_code} (%{INT:response_size}|-) %{QUOTEDSTRING:referrer} %{QUOTEDSTRING:agent}""",
                1
            ),
            new(
                "SYSLOG5424",
                @"<%{NONNEGINT:pri}>%{NONNEGINT:version} (%{TIMESTAMP_ISO8601:timestamp}|-) (%{IPORHOST:hostname}|-) %{NOTSPACE:app} \S+ %{NOTSPACE:msg_id} (\[%{DATA:structured_data}\]|-)( %{GREEDYDATA:message})?",
                1
            ),
        ];
}

/// <summary>A pattern with a name.</summary>
/// <param name="Expression">A regular expression with patterns in it.</param>
/// <param name="Limit">How often it may occur in one processor.</param>
sealed record GrokPattern(string Name, string Expression, int Limit = GrokPattern.DefaultLimit)
{
    public const int DefaultLimit = 20;
}
