using Emulator.Services.Fixtures.Expressions;

namespace Emulator.Tests.Fixtures;

/// <summary>The numbers that every implementation of the fixtures gets; computed outside, in Python.</summary>
public class DrawsTests
{
    const ulong Key = 0xE8BFE5D6312F94CF;

    [Theory]
    [InlineData("", 0xCBF29CE484222325)]
    [InlineData("a", 0xAF63DC4C8601EC8C)]
    public void A_text_has_its_FNV_1a_hash(string text, ulong hash) => Assert.Equal(hash, Draws.Hash(text));

    [Fact]
    public void Zero_is_mixed_as_by_SplitMix64() => Assert.Equal(0xE220A8397B1DCDAFUL, Draws.Mix(0));

    [Fact]
    public void A_stream_has_a_key_of_its_seed_and_name() => Assert.Equal(Key, Draws.KeyOf(42, "sms/us-east-1"));

    [Theory]
    [InlineData(0, 0, 0x8BD9B8E7ED2364CB)]
    [InlineData(0, 1, 0x946786C1A843D6EB)]
    [InlineData(1, 0, 0x36A341F9CC822A48)]
    [InlineData(29000000, 7, 0x4E2EEB9CF7ADB195)]
    public void A_draw_follows_from_key_index_and_salt(long index, int salt, ulong draw) =>
        Assert.Equal(draw, Draws.Draw(Key, index, salt));

    [Fact]
    public void A_draw_becomes_a_number_from_0_to_1() =>
        Assert.Equal(0.3054034479352399, Draws.Uniform(0x4E2EEB9CF7ADB195));
}
