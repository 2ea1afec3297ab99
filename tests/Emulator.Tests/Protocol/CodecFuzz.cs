using System.Text;
using Emulator.Protocol;
using Emulator.Protocol.Cbor;
using Emulator.Protocol.Json;
using Emulator.Protocol.Query;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Tests.Protocol.Clients;
using Emulator.Tests.Support;

namespace Emulator.Tests.Protocol;

/// <summary>Damaged requests: nothing but an <see cref="AwsException"/> may escape, with costs in proportion to the request.</summary>
[Collection(Growth.Alone)]
public class CodecFuzz
{
    const int Rounds = 300;

    [Fact]
    public void Damaged_requests_are_refused_or_read()
    {
        var random = new Random(1);
        foreach (var recorded in RecordedRequest.ReadAll())
        {
            for (var round = 0; round < Rounds; round++)
            {
                var body = Mutation.Of(recorded.Request.Body.ToArray(), random);
                Survive(body, () => ReadAnyhow(recorded.Request.WithBody(body)));
            }
        }
    }

    [Fact]
    public void Damaged_samples_are_refused_or_read()
    {
        var random = new Random(2);
        var sample = new Sample
        {
            Name = "n\u00e9",
            Size = long.MaxValue,
            Time = DateTimeOffset.UnixEpoch,
            Blob = new byte[] { 1, 2, 3 },
            Children =
            [
                new Sample { Flag = true },
                new Sample
                {
                    Rows =
                    [
                        ["a", "b"],
                        [],
                    ],
                },
            ],
            Index = new() { ["k"] = new Sample { Values = [1.5, double.NaN] } },
        };
        var cbor = CborDocument.Write(sample);
        var json =
            """{"Name":"n\u00e9","Time":0.5,"Blob":"AQID","Children":[{"Flag":true},{"Rows":[["a"],[]]}],"Index":{"k":{}}}"""u8;
        var form =
            "Name=n%C3%A9&Time=1970-01-01T00%3A00%3A00Z&Children.member.2.Rows.member.1.member.1=a&Index.entry.1.key=k"u8;
        for (var round = 0; round < 20 * Rounds; round++)
        {
            var damagedCbor = Mutation.Of(cbor, random);
            var damagedJson = Mutation.Of(json.ToArray(), random);
            var damagedForm = Mutation.Of(form.ToArray(), random);
            Survive(damagedCbor, () => Sample.Read(new CborShapeReader(damagedCbor), new ConstraintReport()));
            Survive(damagedJson, () => Sample.Read(new JsonShapeReader(damagedJson), new ConstraintReport()));
            Survive(damagedForm, () => Sample.Read(new QueryShapeReader(damagedForm), new ConstraintReport()));
        }
    }

    [Fact]
    public void Damaged_gzip_is_refused_or_inflated()
    {
        var random = new Random(3);
        var output = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(output, System.IO.Compression.CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 1000))));
        }

        for (var round = 0; round < Rounds; round++)
        {
            var damaged = Mutation.Of(output.ToArray(), random);
            Survive(damaged, () => GzipBody.Inflate(damaged, 1 << 16));
        }
    }

    // One megabyte, all that CloudWatch takes, made to cost as much as it can.
    [Theory]
    [InlineData("query", "", "a{0}=1&")]
    [InlineData("query", "", "Values.member.{1}=1&")]
    [InlineData("query", "", "L{0}.member.1.X.member.1=1&")]
    [InlineData("query", "", "&=")]
    [InlineData("query", "", ".")]
    [InlineData("query", "", "%25")]
    [InlineData("query", "Name=", "%")]
    [InlineData("json", "{{\"Name\":\"", "\\u0041")]
    [InlineData("json", "{{\"unknown\":", "[")]
    [InlineData("json", "{{\"unknown\":[", "[],")]
    [InlineData("json", "{{", "\"{0}\":0,")]
    public void A_megabyte_of_malice_costs_little(string format, string start, string unit)
    {
        var (small, large) = (Malice(start, unit, (1 << 20) / Growth.Factor), Malice(start, unit, 1 << 20));

        Growth.AssertProportional(() => Survive(small), () => Survive(large));

        void Survive(byte[] body) =>
            CodecFuzz.Survive(body, () => Sample.Read(Open(format, body), new ConstraintReport()));
    }

    static byte[] Malice(string start, string unit, int bytes)
    {
        var text = new StringBuilder().AppendFormat(null, start);
        for (var number = 0; text.Length < bytes; number++)
        {
            text.AppendFormat(null, CompositeFormat.Parse(unit), number, 1_000_000 - number);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static ShapeReader Open(string format, byte[] body) =>
        format == "json" ? new JsonShapeReader(body) : new QueryShapeReader(body);

    static void ReadAnyhow(WireRequest request)
    {
        var call = Protocols.Recognise(request);
        if (call.Refusal is null)
        {
            RecordedRequestTests.Read(call.Operation, call.Protocol.OpenInput(request));
        }
    }

    static void Survive(byte[] body, Action read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            read();
        }
        catch (AwsException)
        {
            // What a damaged request deserves.
        }
        catch (Exception error)
        {
            Assert.Fail($"{error} for {Excerpt(body)}");
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (1 << 20) + 100L * body.Length);
    }

    static string Excerpt(byte[] body) => Convert.ToHexString(body.AsSpan(0, Math.Min(body.Length, 4096)));
}
