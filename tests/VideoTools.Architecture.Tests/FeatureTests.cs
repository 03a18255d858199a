using System.Text.RegularExpressions;
using VideoTools.Engine.Features;

namespace VideoTools.Architecture.Tests;

/// <summary>A forgotten part of a feature fails here, never silently.</summary>
public partial class FeatureTests
{
    private const int MostPlaces = 8;
    private static readonly Type[] EngineTypes = typeof(FeatureRegistry).Assembly.GetTypes();

    [Fact]
    public void EveryFeature_IsInTheRegistry() => Assert.Equal(
        EngineTypes.Where(type => type.IsSubclassOf(typeof(Feature)) && !type.IsAbstract).OrderBy(type => type.Name),
        FeatureRegistry.Default.All.Select(feature => feature.GetType()).OrderBy(type => type.Name));

    [Fact]
    public void EveryOptions_NameAFeature() => Assert.Equal(
        EngineTypes.Concat(typeof(FeatureOptions).Assembly.GetTypes()).Where(type => type.IsSubclassOf(typeof(FeatureOptions))).OrderBy(type => type.Name),
        FeatureRegistry.Default.All.Select(feature => feature.OptionsType).OrderBy(type => type.Name));

    [Fact]
    public void EveryRecord_HasASchemaWithTheFileItIsOf() => Assert.All(
        FeatureRegistry.Default.All.SelectMany(feature => feature.RecordTypes),
        type => Assert.NotNull(RecordSchema.Of(type).Find("FullName")));

    [Fact]
    public void EveryFeature_IsNamedByTheRegistryAlone()
    {
        foreach (var feature in FeatureRegistry.Default.All.Select(feature => feature.GetType().FullName!))
        {
            var users = AssemblyModel.Engine.Types.Where(pair => pair.Type != feature && pair.Uses.Contains(feature)).Select(pair => pair.Type);
            Assert.Equal([typeof(FeatureRegistry).FullName!], users);
        }
    }

    // Options and records of a feature are known to its own folder, to the compositions and reports that are made of them, and to nothing
    // that every feature goes through.
    [Theory]
    [InlineData("VideoTools.Engine.Caching")]
    [InlineData("VideoTools.Engine.Media")]
    [InlineData("VideoTools.Engine.Scheduling")]
    public void WhatEveryFeatureGoesThrough_KnowsNone(string folder)
    {
        // A still can be asked for by itself, without a feature.
        string[] names =
        [
            .. FeatureRegistry.Default.All.SelectMany(f => f.RecordTypes.Append(f.OptionsType)).Where(type => type != typeof(VideoStill))
                .Select(type => type.FullName!),
        ];

        // Inputs may name a scene by its number or its time.
        var known = AssemblyModel.Engine.Find(folder, names)
            .Where(use => !use.StartsWith("VideoTools.Engine.Scheduling.Scene", StringComparison.Ordinal));

        Assert.Empty(known);
    }

    [Fact]
    public void Guide_NamesAtMostEightPlaces_AllOfWhichExist()
    {
        var guide = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "adding-a-feature.md"));
        var places = NumberedItem().Matches(guide);
        var paths = PathInBackticks().Matches(guide).Select(match => match.Groups[1].Value).Where(path => !path.Contains('<')).ToList();

        Assert.InRange(places.Count, 1, MostPlaces);
        Assert.Contains("src/VideoTools.Engine/Features/FeatureRegistry.cs", paths);
        Assert.All(paths, path => Assert.True(Path.Exists(Path.Combine(SourceTree.Root, path)), path));
    }

    [GeneratedRegex(@"^\d+\. ", RegexOptions.Multiline)]
    private static partial Regex NumberedItem();

    [GeneratedRegex(@"`((?:src|tests|module|docs)/[^`\s*]+)`")]
    private static partial Regex PathInBackticks();
}
