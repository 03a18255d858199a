namespace VideoTools.Core.Tests.Values;

public sealed class ShellTextTests
{
    [Theory]
    [InlineData("Overwrite it with -Force (--force), or choose another.", "Overwrite it with -Force, or choose another.", "Overwrite it with --force, or choose another.")]
    [InlineData("Say one with -Width and -Height (--width, --height).", "Say one with -Width and -Height.", "Say one with --width, --height.")]
    [InlineData("List them with Get-VideoScene (videotools scene).", "List them with Get-VideoScene.", "List them with videotools scene.")]
    [InlineData("Use Get-VideoTemplate -OutputDirectory (videotools template --output-directory).", "Use Get-VideoTemplate -OutputDirectory.", "Use videotools template --output-directory.")]
    [InlineData("Use -ThrottleLimit 1 (--throttle 1).", "Use -ThrottleLimit 1.", "Use --throttle 1.")]
    [InlineData("Use -Device Cpu (--device cpu).", "Use -Device Cpu.", "Use --device cpu.")]
    [InlineData("A file (of two) is left - (nothing) said.", "A file (of two) is left - (nothing) said.", "A file (of two) is left - (nothing) said.")]
    public void For_Advice_IsThatOfTheShell(string text, string powerShell, string commandLine)
    {
        Assert.Equal(powerShell, ShellText.ForPowerShell(text));
        Assert.Equal(commandLine, ShellText.ForCommandLine(text));
    }

    [Fact]
    public void Of_Exception_HasNoRemarkAboutAMethod() =>
        Assert.Equal("Name a niche.", ShellText.Of(new ArgumentException("Name a niche.", "options")));
}
