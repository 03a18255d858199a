namespace VideoTools.PowerShell;

/// <summary>Where the project is found. ProjectUri and HelpInfoURI of the manifest begin with it: a test asserts that.</summary>
internal static class ProjectAddress
{
    /// <summary>The project. A name that nobody can own (RFC 2606) until it has one: change it here and in the manifest.</summary>
    public const string Home = "https://videotools.example";

    /// <summary>The folder of the pages of the cmdlets; the name of the cmdlet follows.</summary>
    public const string Help = Home + "/docs/en-US/";
}
