using Emulator.Languages.MetricsSql;
using Emulator.Languages.Text;
using Emulator.Tests.Support;

namespace Emulator.Tests.Languages.MetricsSql;

public class MetricsSqlFuzz
{
    static readonly string[] Corpus =
    [
        .. CaseFileAttribute.Read("metrics-sql.txt", columns: 2).Select(row => row[0]),
        .. CaseFileAttribute.Read("metrics-sql-errors.txt", columns: 2).Select(row => row[0]),
        .. CaseFileAttribute.Read("metrics-sql-print.txt", columns: 2).Select(row => row[0]),
    ];

    [Fact]
    public void What_parses_prints_to_the_same_query_and_nothing_but_a_syntax_error_escapes() =>
        Properties.Check(
            Mutations.Of(Corpus),
            source =>
            {
                try
                {
                    var printed = MetricsSqlQuery.Parse(source).ToString();
                    return MetricsSqlQuery.Parse(printed).ToString() == printed;
                }
                catch (SyntaxException error)
                {
                    return error.Span.Start >= 0 && error.Span.End <= source.Length;
                }
            },
            cases: 2000
        );
}
