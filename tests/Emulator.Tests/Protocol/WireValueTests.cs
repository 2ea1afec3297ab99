using System.Globalization;
using System.Text;
using Emulator.Protocol;
using Emulator.Protocol.Cbor;
using Emulator.Protocol.Json;
using Emulator.Protocol.Query;
using Emulator.Protocol.Shapes;
using Emulator.Tests.Support;

namespace Emulator.Tests.Protocol;

public class WireValueTests
{
    [Theory, CaseFile("wire-values.txt")]
    public void Reads_a_value(string format, string kind, string input, string expected)
    {
        Assert.Equal(expected, Read(format, kind, input));
    }

    /// <summary>Reads the member <c>v</c> of a structure that has no other.</summary>
    static string Read(string format, string kind, string input)
    {
        try
        {
            var reader = Open(format, input);
            reader.BeginStructure();
            if (!reader.NextMember(out var name))
            {
                return "absent";
            }

            Assert.Equal("v", Encoding.UTF8.GetString(name));
            var value = Read(reader, kind);
            Assert.False(reader.NextMember(out _));
            return value.Length == 0 ? "empty" : value;
        }
        catch (AwsException error)
        {
            Assert.Equal(
                ("SerializationException", "MalformedInput", 400),
                (error.Code, error.QueryCode, error.Status)
            );
            return "!" + error.Text;
        }
    }

    static ShapeReader Open(string format, string input) =>
        format switch
        {
            "json" => new JsonShapeReader(Encoding.UTF8.GetBytes($$"""{"v":{{input}}}""")),
            "cbor" => new CborShapeReader(Convert.FromHexString("a16176" + input)),
            _ => new QueryShapeReader(Encoding.UTF8.GetBytes(input.StartsWith('&') ? input : "v=" + input)),
        };

    static string Read(ShapeReader reader, string kind)
    {
        switch (kind)
        {
            case "string":
                return reader.ReadString();
            case "integer":
                return reader.ReadInteger().ToString(CultureInfo.InvariantCulture);
            case "long":
                return reader.ReadLong().ToString(CultureInfo.InvariantCulture);
            case "double":
                return JavaDouble.Print(reader.ReadDouble());
            case "boolean":
                return reader.ReadBoolean() ? "true" : "false";
            case "timestamp":
                return reader.ReadTimestamp().ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
            case "blob":
                return Convert.ToHexString(reader.ReadBlob().Span);
            case "list":
                return ReadList(reader);
            case "map":
                return ReadMap(reader);
            default:
                reader.BeginStructure();
                while (reader.NextMember(out _))
                {
                    reader.Skip();
                }

                return kind;
        }
    }

    static string ReadList(ShapeReader reader)
    {
        var items = new List<string>();
        reader.BeginList();
        while (reader.NextElement())
        {
            items.Add(reader.ReadString());
        }

        return string.Join(',', items);
    }

    static string ReadMap(ShapeReader reader)
    {
        var entries = new List<string>();
        reader.BeginMap();
        while (reader.NextEntry(out var key))
        {
            entries.Add($"{key}={reader.ReadString()}");
        }

        return string.Join(',', entries);
    }
}
