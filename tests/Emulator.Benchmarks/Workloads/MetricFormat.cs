using System.Formats.Cbor;
using System.Text;
using Emulator.Benchmarks.Load;

namespace Emulator.Benchmarks.Workloads;

/// <summary>PutMetricData in one of the wire formats of CloudWatch.</summary>
sealed record MetricFormat(string Name, string Letter, Func<string, int, byte[]> Put)
{
    public static readonly MetricFormat Json = new("awsJson", "j", PutJson);
    public static readonly MetricFormat[] All = [Json, new("CBOR", "c", PutCbor), new("Query", "q", PutQuery)];

    static byte[] PutJson(string ns, int data)
    {
        var items = Enumerable
            .Range(0, data)
            .Select(i =>
                $$"""{"MetricName":"Latency","Dimensions":[{"Name":"Service","Value":"orders"},{"Name":"Host","Value":"host-{{i}}"},{"Name":"Stage","Value":"production"}],"Value":{{i}}.5,"Unit":"Milliseconds"}"""
            );
        return RequestBytes.CloudWatchJson(
            "PutMetricData",
            Encoding.UTF8.GetBytes($$"""{"Namespace":"{{ns}}","MetricData":[{{string.Join(',', items)}}]}""")
        );
    }

    static byte[] PutQuery(string ns, int data)
    {
        var form = new StringBuilder($"Action=PutMetricData&Version=2010-08-01&Namespace={ns}");
        for (var i = 0; i < data; i++)
        {
            var datum = $"&MetricData.member.{i + 1}";
            form.Append($"{datum}.MetricName=Latency{datum}.Value={i}.5{datum}.Unit=Milliseconds");
            form.Append($"{datum}.Dimensions.member.1.Name=Service{datum}.Dimensions.member.1.Value=orders");
            form.Append($"{datum}.Dimensions.member.2.Name=Host{datum}.Dimensions.member.2.Value=host-{i}");
            form.Append($"{datum}.Dimensions.member.3.Name=Stage{datum}.Dimensions.member.3.Value=production");
        }

        return RequestBytes.CloudWatchQuery(Encoding.UTF8.GetBytes(form.ToString()));
    }

    static byte[] PutCbor(string ns, int data)
    {
        var writer = new CborWriter();
        writer.WriteStartMap(2);
        writer.WriteTextString("Namespace");
        writer.WriteTextString(ns);
        writer.WriteTextString("MetricData");
        writer.WriteStartArray(data);
        for (var i = 0; i < data; i++)
        {
            writer.WriteStartMap(4);
            writer.WriteTextString("MetricName");
            writer.WriteTextString("Latency");
            writer.WriteTextString("Dimensions");
            writer.WriteStartArray(3);
            Dimension(writer, "Service", "orders");
            Dimension(writer, "Host", $"host-{i}");
            Dimension(writer, "Stage", "production");
            writer.WriteEndArray();
            writer.WriteTextString("Value");
            writer.WriteDouble(i + 0.5);
            writer.WriteTextString("Unit");
            writer.WriteTextString("Milliseconds");
            writer.WriteEndMap();
        }

        writer.WriteEndArray();
        writer.WriteEndMap();
        return RequestBytes.CloudWatchCbor("PutMetricData", writer.Encode());
    }

    static void Dimension(CborWriter writer, string name, string value)
    {
        writer.WriteStartMap(2);
        writer.WriteTextString("Name");
        writer.WriteTextString(name);
        writer.WriteTextString("Value");
        writer.WriteTextString(value);
        writer.WriteEndMap();
    }
}
