using System.Globalization;
using System.Text;
using Emulator.Protocol.Shapes;
using Emulator.Tests.Support;

namespace Emulator.Tests.Protocol.Shapes;

public class JavaDoubleTests
{
    readonly byte[] _text = new byte[JavaDouble.MaxLength];

    [Theory, CaseFile("wire-doubles.txt")]
    public void Prints_as_Java_does(string value, string expected)
    {
        var length = JavaDouble.Format(double.Parse(value, CultureInfo.InvariantCulture), _text);

        Assert.Equal(expected, Encoding.UTF8.GetString(_text, 0, length));
    }

    [Theory]
    [InlineData(0, "0.0")]
    [InlineData(1, "0.001")]
    [InlineData(-1500, "-1.5")]
    [InlineData(1_785_585_600_000, "1.7855856E9")]
    [InlineData(1_785_585_600_123, "1.785585600123E9")]
    public void Prints_milliseconds_in_seconds(long milliseconds, string expected)
    {
        var length = JavaDouble.FormatThousandths(milliseconds, _text);

        Assert.Equal(expected, Encoding.UTF8.GetString(_text, 0, length));
    }
}
