using System.Buffers;
using System.Text;
using System.Xml.Linq;
using Emulator.Protocol.Cbor;
using Emulator.Protocol.Json;
using Emulator.Protocol.Query;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using FsCheck;
using FsCheck.Fluent;

namespace Emulator.Tests.Protocol;

public class RoundTripProperties
{
    [Fact]
    public void What_is_written_as_CBOR_reads_back() =>
        CheckRoundTrip(sample => new CborShapeReader(CborDocument.Write(sample)));

    [Fact]
    public void What_is_written_as_JSON_reads_back() =>
        CheckRoundTrip(sample => new JsonShapeReader(Write(sample, output => new JsonShapeWriter(output))));

    [Fact]
    public void What_is_written_as_XML_reads_back_as_a_form() =>
        CheckRoundTrip(sample =>
        {
            var xml = Write(sample, output => new XmlShapeWriter(output, "Root"));
            return new QueryShapeReader(
                FormOf(XElement.Parse(Encoding.UTF8.GetString(xml), LoadOptions.PreserveWhitespace))
            );
        });

    [Fact]
    public void A_form_may_come_in_any_order() =>
        CheckRoundTrip(sample =>
        {
            var xml = Write(sample, output => new XmlShapeWriter(output, "Root"));
            var fields = Encoding
                .UTF8.GetString(FormOf(XElement.Parse(Encoding.UTF8.GetString(xml), LoadOptions.PreserveWhitespace)))
                .Split('&');
            new Random(7).Shuffle(fields);
            return new QueryShapeReader(Encoding.UTF8.GetBytes(string.Join('&', fields)));
        });

    /// <summary>Checks that a sample survives. CBOR tells any two samples apart, the bits of doubles included.</summary>
    static void CheckRoundTrip(Func<Sample, ShapeReader> reopen) =>
        Prop.ForAll(
                SampleGenerator.Samples,
                sample =>
                    CborDocument
                        .Write(sample)
                        .SequenceEqual(CborDocument.Write(Sample.Read(reopen(sample), new ConstraintReport())))
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithQuietOnSuccess(true).WithReplay(2026, 9));

    static byte[] Write(Sample sample, Func<IBufferWriter<byte>, ShapeWriter> open)
    {
        var output = new ArrayBufferWriter<byte>();
        sample.Write(open(output));
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The elements of the Query protocol's XML are named as its parameters are, but for the numbers of list items.</summary>
    static byte[] FormOf(XElement root)
    {
        var fields = new List<string>();
        AddFields(root, "", fields);
        return Encoding.UTF8.GetBytes(string.Join('&', fields));
    }

    static void AddFields(XElement parent, string prefix, List<string> fields)
    {
        var number = 0;
        foreach (var element in parent.Elements())
        {
            var isItem = element.Name.LocalName is "member" or "entry";
            var name = prefix + element.Name.LocalName + (isItem ? $".{++number}" : "");
            if (!element.HasElements)
            {
                fields.Add($"{name}={Uri.EscapeDataString(element.Value)}");
            }

            AddFields(element, name + ".", fields);
        }
    }
}
