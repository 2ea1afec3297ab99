using Emulator.Languages.Insights;

namespace Emulator.Tests.Languages.Insights;

/// <remarks>RFC 4180; that there is a header row is AWS's condition (API_CreateLookupTable), the other refusals are ours.</remarks>
public class LookupTableTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "a b", 1)]
    [InlineData("\uFEFFa,b\r\n1,2\r\n\r\n3,\"x\r\ny\"", "a b", 2)]
    [InlineData("\"a, \"\"b\"\"\",c", "a, \"b\" c", 0)]
    public void Knows_the_columns_and_counts_the_rows_below_the_header(string csv, string columns, int count)
    {
        var table = LookupTable.Parse(csv);

        Assert.Equal((columns, count), (string.Join(' ', table.Columns), table.Count));
    }

    [Theory]
    [InlineData("", "it needs a header row with a name for each column")]
    [InlineData("a,\n1,2", "it needs a header row with a name for each column")]
    [InlineData("a,a\n1,2", "two columns have the same name")]
    [InlineData("a,b\n1,2\n1\n", "row 2 has not as many values as there are columns")]
    [InlineData("a,b\n1,\"2", "a quote is not closed")]
    [InlineData("a,b\n\"1\"x,2", "something stands behind a closing quote")]
    public void Says_what_is_wrong_with_a_table(string csv, string expected) =>
        Assert.Equal(expected, Assert.Throws<FormatException>(() => LookupTable.Parse(csv)).Message);

    [Fact]
    public void Writes_a_column_for_each_field_of_the_rows()
    {
        KeyValuePair<string, string>[][] rows =
        [
            [new("a", "1"), new("b", "x,\"y\"")],
            [new("c", "2\n"), new("a", "")],
        ];

        var csv = LookupTable.Write(rows);

        Assert.Equal("a,b,c\n1,\"x,\"\"y\"\"\",\"\"\n\"\",\"\",\"2\n\"\n", csv);
        Assert.Equal(2, LookupTable.Parse(csv!).Count);
    }

    [Fact]
    public void Makes_no_table_without_a_field() =>
        Assert.Null(
            LookupTable.Write([
                [],
                [],
            ])
        );
}
