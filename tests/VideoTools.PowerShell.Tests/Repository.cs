using System.Reflection;
using VideoTools.Help;

namespace VideoTools.PowerShell.Tests;

/// <summary>Where the sources lie, and what the tests read from them.</summary>
internal static class Repository
{
    public static Assembly Module { get; } = typeof(VideoCmdlet).Assembly;

    public static IReadOnlyList<CommandModel> Commands { get; } = CommandReader.Read(Module);

    public static IEnumerable<Type> CmdletTypes => Module.GetExportedTypes()
        .Where(type => !type.IsAbstract && type.GetCustomAttributesData().Any(data => data.AttributeType.Name == "CmdletAttribute"));

    public static string Root { get; } = FindRoot();

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "VideoTools.sln")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException("VideoTools.sln was not found above " + AppContext.BaseDirectory);
    }
}
