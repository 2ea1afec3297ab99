using System.IO.Compression;
using System.Text;
using Emulator.Protocol;

namespace Emulator.Tests.Protocol;

public class GzipBodyTests
{
    static readonly byte[] Text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 1000)));

    [Fact]
    public void Inflates_up_to_the_limit() =>
        Assert.Equal(Text, GzipBody.Inflate(Compress(Text), Text.Length).ToArray());

    [Fact]
    public void Inflates_an_empty_text() =>
        Assert.True(GzipBody.Inflate(Convert.FromHexString("1f8b080000000000000303000000000000000000"), 10).IsEmpty);

    [Fact]
    public void Refuses_nothing_at_all() => AssertMalformed([]);

    [Fact]
    public void Refuses_more_than_the_limit()
    {
        var error = Assert.Throws<AwsException>(() => GzipBody.Inflate(Compress(Text), Text.Length - 1));

        Assert.Equal(("RequestEntityTooLargeException", 413), (error.Code, error.Status));
    }

    [Fact]
    public void Does_not_inflate_a_bomb()
    {
        var bomb = Compress(new byte[64 << 20]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<AwsException>(() => GzipBody.Inflate(bomb, 1 << 20));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
    }

    [Fact]
    public void Refuses_what_is_not_gzip() => AssertMalformed(Text);

    [Fact]
    public void Refuses_a_text_that_was_cut_off() => AssertMalformed(Compress(Text)[..^9]);

    [Fact]
    public void Refuses_a_text_whose_checksum_is_wrong()
    {
        var bytes = Compress(Text);
        bytes[^8] ^= 1;

        AssertMalformed(bytes);
    }

    static void AssertMalformed(byte[] bytes) =>
        Assert.Equal(
            "MalformedHttpRequestException",
            Assert.Throws<AwsException>(() => GzipBody.Inflate(bytes, 1 << 20)).Code
        );

    static byte[] Compress(byte[] bytes)
    {
        var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return output.ToArray();
    }
}
