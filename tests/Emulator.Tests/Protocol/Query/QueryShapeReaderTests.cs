using System.Text;
using Emulator.Protocol;
using Emulator.Protocol.Query;

namespace Emulator.Tests.Protocol.Query;

public class QueryShapeReaderTests
{
    [Fact]
    public void Passes_over_the_parameters_of_the_protocol()
    {
        var sample = Read("Action=X&Version=2010-08-01&X-Amz-Date=1&Name=a&AWSAccessKeyId=k&Timestamp=t");

        Assert.Equal(new Sample { Name = "a" }, sample);
    }

    [Fact]
    public void Gathers_what_belongs_together_from_anywhere()
    {
        var sample = Read(
            "Children.member.2.Name=b&Tags.entry.1.value=v&Children.member.1.Name=a&Child.Child.Name=c&Tags.entry.1.key=k"
                + "&Children.member.2.Values.member.1=2&Child.Name=d&Children.member.2.Values.member.2=3"
        );

        Assert.Equal(["a", "b"], sample.Children!.Select(child => child.Name));
        Assert.Equal([2, 3], sample.Children![1].Values!);
        Assert.Equal(("d", "c"), (sample.Child!.Name, sample.Child.Child!.Name));
        Assert.Equal("v", sample.Tags!["k"]);
    }

    // botocore, the CLI and both JavaScript SDKs write an empty list as its bare name; Go leaves it out.
    [Fact]
    public void The_bare_name_of_a_list_is_an_empty_list()
    {
        var sample = Read("Values=&Tags=&Child=&Children.member.1.Values=");

        Assert.Empty(sample.Values!);
        Assert.Empty(sample.Tags!);
        Assert.Equal(new Sample(), sample.Child);
        Assert.Empty(sample.Children!.Single().Values!);
        Assert.Null(sample.Rows);
    }

    [Fact]
    public void An_empty_string_is_there() => Assert.Equal("", Read("Name=").Name);

    [Fact]
    public void A_name_may_be_encoded() => Assert.Equal([1.5], Read("%56alues%2Emember.1=1.5").Values!);

    [Fact]
    public void The_last_of_two_values_wins() => Assert.Equal("b", Read("Name=a&Count=1&Name=b").Name);

    [Theory]
    [InlineData("")]
    [InlineData("&&&")]
    [InlineData("=x&=")]
    [InlineData(".=x&..=y&.a.=")]
    public void Passes_over_what_has_no_name(string form) => Assert.Equal(new Sample(), Read(form));

    [Fact]
    public void Refuses_names_of_endless_depth()
    {
        var name = string.Join('.', Enumerable.Repeat("Child", 129));

        Assert.Contains("more than 128 parts", Assert.Throws<AwsException>(() => Read(name + "=x")).Text);
    }

    [Fact]
    public void Nests_64_levels_and_no_deeper()
    {
        Assert.NotNull(Read(Nested(63)));
        Assert.Contains("deeper than 64", Assert.Throws<AwsException>(() => Read(Nested(64))).Text);

        static string Nested(int levels) => string.Concat(Enumerable.Repeat("Child.", levels)) + "Name=x";
    }

    // PutMetricData takes 1,000 data of 30 dimensions: three times as many parameters as ASP.NET Core would let through.
    [Fact]
    public void Reads_as_many_parameters_as_PutMetricData_may_have()
    {
        var form = new StringBuilder();
        for (var datum = 1000; datum > 0; datum--)
        {
            for (var dimension = 1; dimension <= 30; dimension++)
            {
                form.Append($"Children.member.{datum}.Children.member.{dimension}.Name=n{datum}.{dimension}&");
            }
        }

        var data = Read(form.ToString()).Children!;

        Assert.Equal(1000, data.Count);
        Assert.All(data, datum => Assert.Equal(30, datum.Children!.Count));
        Assert.Equal(("n1.1", "n1000.30"), (data[0].Children![0].Name, data[999].Children![29].Name));
    }

    static Sample Read(string form) => Sample.Read(new QueryShapeReader(Encoding.UTF8.GetBytes(form)), new());
}
