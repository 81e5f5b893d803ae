using ConfigSdk.Hosting.Source;

namespace ConfigSdk.Hosting.Tests;

public class PathMapTests
{
    [Theory]
    [InlineData("/home/me/src/=/_/", "/_/Nodes.cs", "/home/me/src/Nodes.cs")]
    [InlineData("/a/=/_1/,/b/=/_2/", "/_2/x/Nodes.cs", "/b/x/Nodes.cs")]
    [InlineData("", "/b/Nodes.cs", "/b/Nodes.cs")]
    [InlineData(null, "/b/Nodes.cs", "/b/Nodes.cs")]
    public void Files_are_found_where_they_are(string? map, string file, string expected) => Assert.Equal(expected, new PathMap(map).OnDisk(file));
}
