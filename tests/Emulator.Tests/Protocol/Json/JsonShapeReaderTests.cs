using System.Text;
using System.Text.Json;
using Emulator.Protocol;
using Emulator.Protocol.Json;

namespace Emulator.Tests.Protocol.Json;

public class JsonShapeReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData(" \r\n\t{ } ")]
    public void An_empty_body_is_an_empty_structure(string json) => Assert.Equal(new Sample(), Read(json));

    [Theory]
    [InlineData("{} {}")]
    [InlineData("{}x")]
    [InlineData("{")]
    [InlineData("{\"Name\":\"a\"")]
    [InlineData("{\"Name\" \"a\"}")]
    [InlineData("{Name:1}")]
    [InlineData("{,}")]
    [InlineData("{\"Count\":1,}")]
    [InlineData("{\"Count\":1 \"Size\":1}")]
    [InlineData("{\"unknown\":[1,}]}")]
    [InlineData("\uFEFF{}")]
    [InlineData("null")]
    [InlineData("\0")]
    public void Refuses_what_is_not_one_JSON_object(string json)
    {
        Assert.Equal("SerializationException", Assert.Throws<AwsException>(() => Read(json)).Code);
    }

    [Fact]
    public void Passes_over_unknown_members_and_lets_the_last_duplicate_win()
    {
        var sample = Read(
            """{"New":{"a":[1,"\u00e9",null,true,{}]},"name":"x","Count":1,"Count":2,"Na\u006de":"y","Flag":null}"""
        );

        Assert.Equal(new Sample { Count = 2, Name = "y" }, sample);
    }

    [Fact]
    public void Text_without_escapes_is_a_slice_of_the_body()
    {
        var body = Encoding.UTF8.GetBytes("""{"Text":"héllo"}""");

        var text = Sample.Read(new JsonShapeReader(body), new()).Text!.Value;

        Assert.True(body.AsSpan().Overlaps(text.Span));
        Assert.Equal("héllo", text.ToString());
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_become_replacement_characters()
    {
        byte[] body = [.. "{\"Text\":\"a"u8, 0xFF, .. "b\"}"u8];

        var sample = Sample.Read(new JsonShapeReader(body), new());

        Assert.Equal("a\uFFFDb", sample.Text.ToString());
    }

    [Fact]
    public void Reads_a_body_that_is_a_part_of_a_buffer()
    {
        var buffer = Encoding.UTF8.GetBytes("""xx{"Name":"a"}xx""");

        Assert.Equal("a", Sample.Read(new JsonShapeReader(buffer.AsMemory(2..^2)), new()).Name);
    }

    [Fact]
    public void Nests_64_levels_and_no_deeper()
    {
        Assert.NotNull(Read(Nested(64)));
        Assert.Contains("deeper than 64", Assert.Throws<AwsException>(() => Read(Nested(65))).Text);

        static string Nested(int levels) =>
            $$"""{"unknown":{{new string('[', levels - 1)}}{{new string(']', levels - 1)}}}""";
    }

    /// <summary>The reader walks the bytes itself; the framework's own reader tells whether it may.</summary>
    [Fact]
    public void Accepts_what_System_Text_Json_accepts()
    {
        var random = new Random(20260801);
        var seed = """{"a":[1,-0.5e+3,"x\u00e9\n",true,false,null,{}],"b":{"c":""}, "d" : [ [ ] ] }""";
        var accepted = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var text = Mutation.Of(seed, random, """ {}[]",:\0129.eE+-utfnal/""" + '\u0001');
            var isJson = IsObject(text);
            accepted += isJson ? 1 : 0;

            Assert.True(isJson == CanRead(text), $"The framework {(isJson ? "accepts" : "refuses")} {text}");
        }

        Assert.InRange(accepted, 1000, 19_000);
    }

    static bool IsObject(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    static bool CanRead(string json)
    {
        try
        {
            Read(json);
            return true;
        }
        catch (AwsException)
        {
            return false;
        }
    }

    static Sample Read(string json) => Sample.Read(new JsonShapeReader(Encoding.UTF8.GetBytes(json)), new());
}
