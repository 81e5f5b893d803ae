namespace ConfigSdk.Hosting.Tests;

public class SourceDateTests
{
    [Theory]
    [InlineData(null, 0)]
    [InlineData("", 0)]
    [InlineData("0", 0)]
    [InlineData("1764000000", 1764000000)]
    [InlineData("8589934591", 8589934591)]
    public void It_is_the_seconds_since_1970(string? text, long seconds)
    {
        Assert.True(SourceDate.TryRead(text, out var time));
        Assert.Equal(seconds, time.ToUnixTimeSeconds());
    }

    [Theory]
    [InlineData("8589934592")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("yesterday")]
    [InlineData(" 1")]
    [InlineData("99999999999999999999")]
    public void What_is_no_time_is_refused(string text) => Assert.False(SourceDate.TryRead(text, out _));
}
