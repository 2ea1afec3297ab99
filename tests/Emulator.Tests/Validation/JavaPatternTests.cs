using Emulator.Protocol.Validation;

namespace Emulator.Tests.Validation;

/// <summary>The expressions are those of the two API models; what they match is what <c>java.util.regex.Pattern</c> documents.</summary>
public sealed class JavaPatternTests
{
    [Theory]
    [InlineData(@"[\.\-_/#A-Za-z0-9]+", "/aws/lambda/f-1.x#_")]
    [InlineData(@"[\.\-_/#A-Za-z0-9]*", "")]
    [InlineData(@"[\w#+=/:,.@-]*", "arn:aws:logs:eu-west-1:123456789012:log-group:a@b")]
    [InlineData("[^:*]*", "2026/01/05/[$LATEST]é\n")]
    [InlineData("[^:*$]*", "Latency")]
    [InlineData(@"[\w-_]*", "a-b_c")]
    [InlineData(@"[\w+=/:,.@\-\*]*", "a*-b")]
    [InlineData("^[0-9A-Za-z]+$", "0aZ")]
    [InlineData("[A-Za-z0-9_./:%()+-]+", "a+b-(c)")]
    [InlineData(@"[\x20-\x7E]+", " ~")]
    [InlineData(@"^\d{12}$", "123456789012")]
    [InlineData(@"\S{36,128}", "0123456789012345678901234567890123é5")]
    [InlineData("[^:].*", "a:b")]
    [InlineData(@"^([\p{L}\p{Z}\p{N}_.:/=+\-@]+)$", "größe 1")]
    [InlineData(@"^!?\*?([\p{L}\p{Z}\p{N}_.:/=+\-@]*)\*?$", "!*prod*")]
    [InlineData(@"(\^?[\.\-_\/#A-Za-z0-9]{3,24})(\|\^?[\.\-_\/#A-Za-z0-9]{3,24}){0,4}", "^abc|d-e.f")]
    [InlineData("s3://[a-z0-9][\\.\\-a-z0-9]{1,61}[a-z0-9](/.*)?", "s3://a-bucket/x")]
    [InlineData(
        "arn:[a-zA-Z0-9-]+:kms:[a-zA-Z0-9-]+:\\d{12}:key/[a-f0-9-]+",
        "arn:aws:kms:eu-west-1:123456789012:key/0-f"
    )]
    [InlineData("(default|x)", "x")]
    [InlineData(@"[0-9A-Za-z][\-\.\_0-9A-Za-z]{0,126}[0-9A-Za-z]", "a_-.b")]
    public void Matches(string expression, string text)
    {
        Assert.True(new JavaPattern(expression).Matches(text));
    }

    [Theory]
    [InlineData(@"[\.\-_/#A-Za-z0-9]+", "")]
    [InlineData(@"[\.\-_/#A-Za-z0-9]+", "a b")]
    [InlineData(@"[\.\-_/#A-Za-z0-9]+", "a\n")]
    [InlineData(@"[\w#+=/:,.@-]*", "arn:*")]
    [InlineData("[^:*]*", "a:b")]
    [InlineData(@"[\w-_]*", "é")]
    [InlineData("^[0-9A-Za-z]+$", "a\n")]
    [InlineData("[A-Za-z0-9_./:%()+-]+", "a,b")]
    [InlineData(@"[\x20-\x7E]+", "\x7F")]
    [InlineData(@"^\d{12}$", "12345678901٣")]
    [InlineData(@"^\d{12}$", "1234567890123")]
    [InlineData(@"\S{36,128}", "01234567890123456 789012345678901234567")]
    [InlineData("[^:].*", "a\r")]
    [InlineData("[^:].*", ":a")]
    [InlineData(@"^([\p{L}\p{Z}\p{N}_.:/=+\-@]+)$", "a*")]
    [InlineData("[+-9]+", "A")]
    [InlineData("(default|x)", "xx")]
    public void Does_not_match(string expression, string text)
    {
        Assert.False(new JavaPattern(expression).Matches(text));
    }

    [Theory]
    [InlineData(@"[\.\-_/#A-Za-z0-9]+", true)]
    [InlineData("[^:*]*", true)]
    [InlineData(@"[\w-_]*", true)]
    [InlineData(@"[\x20-\x7E]+", false)]
    [InlineData(@"[\.-z]+", false)]
    [InlineData(@"[\p{L}]+", false)]
    [InlineData("[a]b]*", false)]
    public void Recognises_plain_character_classes(string expression, bool isPlain)
    {
        Assert.Equal(isPlain, CharacterClass.Parse(expression) is not null);
    }
}
