using System.Diagnostics;
using System.Management.Automation;

namespace VideoTools.PowerShell.InProcess.Tests;

/// <summary>Records, errors and the end of a pipeline, seen from inside the process.</summary>
public sealed class PipelineTests(Clips clips) : IClassFixture<Clips>, IDisposable
{
    private readonly Shell? _shell = BuiltModule.Missing is null ? new Shell() : null;

    private Shell Shell => _shell!;

    public void Dispose() => _shell?.Dispose();

    [ModuleTheory]
    [InlineData("Get-VideoInfo", 2)]
    [InlineData("Get-VideoScene", 5)]
    [InlineData("Get-VideoTemplate -SkipText -SkipSpeech", 2)]
    public void Command_BrokenFileBetweenGoodOnes_GivesTheirRecordsInOrderAndOneError(string command, int count)
    {
        string[] files = [clips.Short, clips.Broken, clips.Second];

        var (records, errors) = Shell.Run($"$files | Get-Item -LiteralPath {{ $_ }} | {command}", ("files", files));

        Assert.Equal(count, records.Count);
        Assert.Equal([clips.Short, clips.Second], records.Select(record => Shell.Text(record, "FullName")).Distinct());
        var error = Assert.Single(errors);
        Assert.StartsWith("InvalidVideo,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(clips.Broken, error.TargetObject);
        Assert.Equal(ErrorCategory.InvalidData, error.CategoryInfo.Category);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    [ModuleFact]
    public void Scene_KnownCuts_AreFound()
    {
        var (scenes, errors) = Shell.Run("Get-VideoScene -LiteralPath $file", ("file", clips.Short));

        Assert.Empty(errors);
        Assert.Equal(["0", "2", "4"], scenes.Select(scene => Shell.Text(scene, "StartSeconds")));
        Assert.All(scenes, scene => Assert.Equal("VideoTools.VideoScene", scene.TypeNames[0]));
    }

    [ModuleFact]
    public void Template_WithoutModels_HasScenesAndNoText()
    {
        var (templates, errors) = Shell.Run("Get-VideoTemplate -LiteralPath $file -SkipText -SkipSpeech", ("file", clips.Short));

        Assert.Empty(errors);
        var template = Assert.Single(templates);
        Assert.Equal("3", Shell.Text(template, "SceneCount"));
        Assert.Equal("", Shell.Text(template, "TextCount"));
    }

    // The native library comes from the module's own folder: its load context has no search path.
    [ModuleFact]
    public void InitializeModel_OfTheModule_LoadsIt()
    {
        var (models, errors) = Shell.Run("Initialize-VideoModel silero-vad -Device Cpu");

        Assert.Empty(errors);
        Assert.Equal("True", Shell.Text(Assert.Single(models), "Loaded"));
    }

    [ModuleFact]
    public void SelectFirst_LongClip_EndsTheDecoderAndLeavesTheShellUsable()
    {
        // Made before the clock runs.
        var file = clips.Long;
        var clock = Stopwatch.StartNew();

        var (first, errors) = Shell.Run("Get-VideoScene -LiteralPath $file | Select-Object -First 1", ("file", file));

        Assert.Empty(errors);
        Assert.Equal("0", Shell.Text(Assert.Single(first), "StartSeconds"));
        Assert.Empty(Decoders());
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 30);
        Assert.Equal(2, Shell.Run("Get-VideoScene -LiteralPath $file", ("file", clips.Second)).Output.Count);
    }

    [ModuleFact]
    public async Task Stop_WhileDecoding_EndsTheDecoder()
    {
        using var command = Shell.Command("Get-VideoScene -LiteralPath $file", ("file", clips.Long));
        using var output = new PSDataCollection<PSObject>();
        var running = command.InvokeAsync<PSObject, PSObject>(null, output);
        for (var i = 0; i < 600 && output.Count == 0; i++)
        {
            await Task.Delay(50);
        }

        Assert.NotEmpty(output);
        await command.StopAsync(null, null).WaitAsync(TimeSpan.FromSeconds(30));

        await Assert.ThrowsAsync<PipelineStoppedException>(() => running);
        Assert.Empty(Decoders());
    }

    [ModuleFact]
    public async Task TwoRunspaces_AtOnce_GiveWhatOneGives()
    {
        using var other = new Shell();
        var expected = Starts(Shell, clips.Short);
        string file = clips.Short;

        var both = await Task.WhenAll(Task.Run(() => Starts(Shell, file)), Task.Run(() => Starts(other, file)));

        Assert.All(both, starts => Assert.Equal(expected, starts));
    }

    private static string[] Starts(Shell shell, string file) =>
        [.. shell.Run("Get-VideoScene -LiteralPath $file", ("file", file)).Output.Select(scene => Shell.Text(scene, "StartSeconds"))];

    // Children of this process that still run; only Linux says whose they are without a query to the system.
    private static string[] Decoders()
    {
        var children = Path.Combine("/proc", Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), "task");
        return !OperatingSystem.IsLinux()
            ? []
            : [.. Directory.EnumerateDirectories(children)
                .SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(id => Path.Combine("/proc", id, "comm"))
                .Where(File.Exists)
                .Select(file => File.ReadAllText(file).Trim())
                .Where(name => name is "ffmpeg" or "ffprobe")];
    }
}
