using System.Diagnostics;
using VideoTools.Engine.Media.Encoding;

namespace VideoTools.Engine.Tests.Media.Encoding;

/// <summary>What is one argument stays one argument, character for character.</summary>
public class CommandTextTests
{
    public static TheoryData<string> Hostile =>
    [
        "plain.mp4", "", " ", "two words.mp4", "qu\"ote.mp4", "end\\", "end\\\\", "a\\\"b", "\\\\\"", "\"", "\"\"", "\"\"\"", "x\" -f null - -i \"y.mkv",
        "100%.mp4", "%d.mp4", "new\nline.mp4", "tab\there.mp4", "-leading.mp4", "'single'.mp4", "$(touch x).mp4", "`id`.mp4", "$HOME", "a;b|c&d>e",
        "ünï¢ødé 日本 🎬.mp4", "{stem}", "*?[a]", "line\r\nfeed", "^caret!bang",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Argument_OfAnyCharacters_ReachesAProgramAsItIs(string argument)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Windows programs read their command line by the same rules; there is no printf to show it.
        }

        var line = string.Join(' ', CommandText.Quote("%s\\0"), CommandText.Quote(argument), CommandText.Quote("next"));
        using var process = Process.Start(new ProcessStartInfo("printf", line) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.Equal([argument, "next", ""], output.Split('\0'));
    }

    [Fact]
    public void NullCharacter_IsRefused() => Assert.Throws<ArgumentException>(() => CommandText.Quote("a\0b"));

    [Fact]
    public void Options_AreOneArgumentEach() => Assert.Equal("\"-map\" \"[v]\" \"a b\"", CommandText.Options("-map", "[v]", "a b").Text);
}
