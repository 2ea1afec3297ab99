using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;

namespace Emulator.Tests.Validation;

public sealed class JavaTextTests
{
    /// <summary>The first case is recorded from PutMetricFilter; the others follow Java's toString methods.</summary>
    [Fact]
    public void Prints_values_as_java_does()
    {
        Assert.Equal(
            "MetricTransformation(metricName=metric1, metricValue=1, defaultValue=null)",
            JavaText.Structure(
                "MetricTransformation",
                ("metricName", "metric1"),
                ("metricValue", "1"),
                ("defaultValue", null)
            )
        );
        Assert.Equal("[a, b]", JavaText.Of(new[] { "a", "b" }));
        Assert.Equal("[]", JavaText.Of(Array.Empty<int>()));
        Assert.Equal("{k=[1.0, 1.0E300]}", JavaText.Of(new Dictionary<string, double[]> { ["k"] = [1, 1e300] }));
        Assert.Equal("-1", JavaText.Of(-1L));
        Assert.Equal("true", JavaText.Of(true));
        Assert.Equal("é", JavaText.Of(new Utf8Text("é")));
        Assert.Equal("2026-01-05T09:00:00.5Z", JavaText.Of(new DateTimeOffset(2026, 1, 5, 9, 0, 0, 500, default)));
        Assert.Equal("java.nio.HeapByteBuffer[pos=0 lim=2 cap=2]", JavaText.Of(new ReadOnlyMemory<byte>(new byte[2])));
    }
}
