using System.Globalization;
using System.Text;
using Emulator.Protocol.Shapes;
using Emulator.Tests.Support;

namespace Emulator.Tests.Protocol.Shapes;

public class JavaDoubleTests
{
    [Theory, CaseFile("wire-doubles.txt")]
    public void Prints_as_Java_does(string value, string expected) =>
        Assert.Equal(expected, JavaDouble.Print(double.Parse(value, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(0, "0.0")]
    [InlineData(1, "0.001")]
    [InlineData(-1500, "-1.5")]
    [InlineData(1_785_585_600_000, "1.7855856E9")]
    [InlineData(1_785_585_600_123, "1.785585600123E9")]
    public void Prints_milliseconds_in_seconds(long milliseconds, string expected)
    {
        var text = new byte[JavaDouble.MaxLength];

        var length = JavaDouble.FormatThousandths(milliseconds, text);

        Assert.Equal(expected, Encoding.UTF8.GetString(text, 0, length));
    }
}
