using System.Globalization;
using System.Management.Automation;

namespace VideoTools.PowerShell.InProcess.Tests;

/// <summary>Records that went through a CSV file, in a culture that writes 0,5 and separates by semicolons.</summary>
public sealed class CsvTests(Clips clips) : IClassFixture<Clips>
{
    [ModuleTheory]
    [InlineData("de-DE", "")]
    [InlineData("de-DE", "-UseCulture")]
    [InlineData("en-US", "")]
    public void CropPositions_ThroughAFile_GiveTheSameCandidates(string culture, string use)
    {
        const string Choose = "Select-CropCandidate -MaximumCount 3";
        using var shell = new Shell();
        var file = clips.In($"positions-{culture}{use}.csv");
        var script = $$"""
            [cultureinfo]::CurrentCulture = '{{culture}}'
            $positions = @(Invoke-CropAnalysis -LiteralPath $clip -Aspect 1:1 -Grid 3)
            $positions | Export-Csv -LiteralPath $file {{use}}
            [pscustomobject]@{
                Culture = [cultureinfo]::CurrentCulture.Name
                Direct = @($positions | {{Choose}})
                Read = @(Import-Csv -LiteralPath $file {{use}} | {{Choose}})
            }
            """;

        var (output, errors) = shell.Run(script, ("clip", clips.Short), ("file", file));

        Assert.Empty(errors);
        var result = Assert.Single(output);
        Assert.Equal(culture, Shell.Text(result, "Culture"));
        var direct = Candidates(result, "Direct");
        Assert.NotEmpty(direct);
        Assert.Equal(direct, Candidates(result, "Read"));
        if (culture == "de-DE")
        {
            // Otherwise the test would say nothing about the culture.
            Assert.Matches(@"\d,\d", File.ReadAllText(file));
        }
    }

    private static string[] Candidates(PSObject result, string name) =>
    [
        .. ((object[])result.Properties[name].Value).Select(candidate => string.Join('|', PSObject.AsPSObject(candidate).Properties
            .Select(property => property.Name + "=" + Convert.ToString(property.Value, CultureInfo.InvariantCulture)))),
    ];
}
