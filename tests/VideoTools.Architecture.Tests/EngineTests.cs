using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace VideoTools.Architecture.Tests;

/// <summary>The "may not" table of docs/architecture.md.</summary>
public class EngineTests
{
    private const string Root = "VideoTools.Engine";

    [Theory]
    [InlineData("Numerics", "Media", "Imaging", "Inference", "Features", "Templates", "Niche", "Metadata", "Taxonomy", "Reporting", "Caching", "Files", "Scheduling")]
    [InlineData("Imaging", "Media", "Inference", "Features", "Templates", "Niche", "Metadata", "Taxonomy", "Reporting", "Caching", "Files", "Scheduling")]
    [InlineData("Media", "Inference", "Features", "Templates", "Niche", "Metadata", "Taxonomy", "Reporting", "Caching", "Scheduling")]
    [InlineData("Inference", "Media", "Features", "Templates", "Niche", "Metadata", "Taxonomy", "Reporting", "Caching", "Scheduling")]
    [InlineData("Quantization", "Features", "Templates", "Niche", "Metadata", "Taxonomy", "Reporting", "Caching", "Scheduling")]
    [InlineData("Features", "Niche", "Metadata", "Taxonomy", "Reporting", "Caching", "Scheduling")]
    [InlineData("Templates", "Niche", "Metadata", "Taxonomy", "Reporting", "Caching", "Scheduling")]
    [InlineData("Taxonomy", "Media", "Inference", "Features", "Templates", "Metadata", "Reporting", "Caching", "Scheduling")]
    [InlineData("Metadata", "Media", "Inference", "Features", "Niche", "Reporting", "Caching", "Scheduling")]
    [InlineData("Niche", "Media", "Features", "Reporting", "Caching", "Scheduling")]
    [InlineData("Reporting", "Media", "Inference", "Features", "Caching", "Scheduling")]
    [InlineData("Timelines", "Media", "Inference", "Features", "Templates", "Niche", "Metadata", "Taxonomy", "Reporting", "Caching", "Scheduling")]
    [InlineData("Caching", "Features", "Templates", "Niche", "Metadata", "Taxonomy", "Reporting", "Scheduling")]
    [InlineData("Exporting", "Inference", "Templates", "Niche", "Metadata", "Taxonomy", "Caching")]
    [InlineData("Scheduling", "Exporting")]
    [InlineData("Previews", "Inference", "Templates", "Niche", "Metadata", "Taxonomy", "Reporting", "Caching", "Exporting", "Choosing")]
    [InlineData("Choosing", "Inference", "Templates", "Niche", "Metadata", "Taxonomy", "Caching")]
    [InlineData("Similar", "Media", "Inference", "Templates", "Niche", "Metadata", "Taxonomy", "Reporting", "Caching", "Scheduling", "People")]
    [InlineData("People", "Media", "Inference", "Features", "Templates", "Niche", "Metadata", "Taxonomy", "Reporting", "Caching", "Scheduling")]
    [InlineData("Observation", "Inference", "Templates", "Niche", "Metadata", "Taxonomy", "Reporting", "Timelines", "Exporting", "Previews", "Choosing")]
    [InlineData("Jobs", "Media", "Imaging", "Inference", "Templates", "Niche", "Metadata", "Taxonomy", "Reporting", "Caching", "Exporting", "Previews", "Choosing")]
    [InlineData("Work", "Media", "Imaging", "Numerics", "Inference", "Features", "Templates", "Niche", "Metadata", "Taxonomy", "Reporting", "Caching", "Files", "Scheduling")]
    [InlineData("Files", "Media", "Inference", "Features", "Templates", "Niche", "Metadata", "Taxonomy", "Reporting", "Caching", "Scheduling")]
    public void Folder_UsesNoneOf(string folder, params string[] forbidden) => Assert.DoesNotContain(
        AssemblyModel.Engine.Find($"{Root}.{folder}", [.. forbidden.Select(name => $"{Root}.{name}")]), IsNoRegistration);

    [Fact]
    public void Features_OpenNoFile_StartNoThread_TouchNothingNative() => Assert.Empty(AssemblyModel.Engine.Find(
        $"{Root}.Features",
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.StreamReader", "System.IO.StreamWriter",
        "System.Threading.Thread", "System.Threading.Tasks.Task", "System.Threading.Tasks.Parallel", "System.Diagnostics.Process",
        "Microsoft.ML.OnnxRuntime"));

    [Fact]
    public void NativeCalls_StandInMediaAndInferenceOnly()
    {
        var elsewhere = AssemblyModel.Engine.Module.GetAllTypes()
            .Where(type => type.Methods.Any(method => method.IsPInvokeImpl))
            .Select(type => type.DeclaringType?.FullName ?? type.FullName)
            .Where(name => !AssemblyModel.IsBelow(name, $"{Root}.Media") && !AssemblyModel.IsBelow(name, $"{Root}.Inference"));

        Assert.Empty(elsewhere);
    }

    [Fact]
    public void OnnxRuntime_IsUsedInInferenceOnly() => Assert.DoesNotContain(
        AssemblyModel.Engine.Find(Root, "Microsoft.ML.OnnxRuntime"),
        use => !use.StartsWith($"{Root}.Inference.", StringComparison.Ordinal));

    [Theory]
    [InlineData("Observation.Asking", "Microsoft.Extensions.AI", "OllamaSharp", "OpenAI", "System.ClientModel", "Polly", "System.Net.Http")]
    [InlineData("Inference.Ggml", "Whisper.net")]
    [InlineData("Imaging", "JpegLibrary")]
    public void Packages_AreUsedInOneFolderOnly(string folder, params string[] packages) => Assert.DoesNotContain(
        AssemblyModel.Engine.Find(Root, packages), use => !use.StartsWith($"{Root}.{folder}.", StringComparison.Ordinal));

    [Fact]
    public void Writing_IsDoneInFilesAndTheCacheOnly()
    {
        string[] writers = ["WriteAllText", "WriteAllBytes", "WriteAllLines", "AppendAllText", "OpenWrite", "Create", "CreateText", "Move", "Copy"];
        var elsewhere =
            from type in AssemblyModel.Engine.Module.GetAllTypes()
            from method in type.Methods
            where method.HasBody
            from instruction in method.Body.Instructions
            let called = instruction.Operand as MethodReference
            where called is { DeclaringType.FullName: "System.IO.File" } && writers.Contains(called.Name)
            where !AssemblyModel.IsBelow(type.FullName, $"{Root}.Files") && !AssemblyModel.IsBelow(type.FullName, $"{Root}.Caching")
            select $"{type.FullName}: File.{called.Name}";

        Assert.Empty(elsewhere);
    }

    [Fact]
    public void Folders_FormNoCycle()
    {
        var edges = AssemblyModel.Engine.Types
            .SelectMany(pair => pair.Uses.Where(used => IsNoRegistration($"{pair.Type} -> {used}")).Select(used => (From: Folder(pair.Type), To: Folder(used))))
            .Where(edge => edge is { From: not null, To: not null } && edge.From != edge.To)
            .Distinct()
            .ToLookup(edge => edge.From!, edge => edge.To!);

        Assert.All(edges.Select(group => group.Key), start => Assert.False(Reaches(start, start, edges, []), $"{start} is part of a cycle"));
    }

    [Fact]
    public void Public_IsTheEngineAlone() => Assert.Equal(
        [$"{Root}.VideoEngine"],
        AssemblyModel.Engine.Module.Types.Where(type => type.IsPublic).Select(type => type.FullName));

    // The list of features names those of all folders: that is what it is for.
    private static bool IsNoRegistration(string use) => !use.StartsWith($"{Root}.Features.FeatureRegistry -> ", StringComparison.Ordinal);

    private static string? Folder(string type) =>
        AssemblyModel.IsBelow(type, Root) && type.Split('.') is { Length: > 3 } parts ? parts[2] : null;

    private static bool Reaches(string from, string target, ILookup<string, string> edges, HashSet<string> seen) =>
        edges[from].Any(next => next == target || (seen.Add(next) && Reaches(next, target, edges, seen)));
}
