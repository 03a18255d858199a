using System.Reflection;
using System.Runtime.Loader;

namespace VideoTools.PowerShell;

/// <summary>
/// Hands out the one engine of this module. The engine's assembly is loaded on first use, through a hook that answers for
/// its name alone, into a context of its own (see <see cref="EngineLoadContext"/>).
/// </summary>
internal static class EngineProvider
{
    private const string EngineAssembly = "VideoTools.Engine";
    private const string EngineType = "VideoTools.Engine.VideoEngine";
    private const string DependencyDirectory = "dependencies";

    private static readonly Lock Gate = new();
    private static EngineLoadContext? s_context;
    private static IVideoEngine? s_engine;
    private static int s_imports;

    /// <summary>Answers for the engine's name from now on. Loads nothing.</summary>
    public static void Hook()
    {
        lock (Gate)
        {
            if (s_imports++ == 0)
            {
                AssemblyLoadContext.Default.Resolving += Resolve;
            }
        }
    }

    /// <summary>
    /// Takes the hook away and ends the engine with all its children, once the last runspace has removed the module
    /// (ForEach-Object -Parallel imports it into several).
    /// </summary>
    public static void Unhook()
    {
        lock (Gate)
        {
            if (s_imports == 0 || --s_imports > 0)
            {
                return;
            }

            AssemblyLoadContext.Default.Resolving -= Resolve;
            s_engine?.Dispose();

            // Only after the sessions that may still run them.
            s_engine?.Models.Unload();
            s_engine = null;
        }
    }

    /// <summary>The engine, created on the first call.</summary>
    public static IVideoEngine Get()
    {
        lock (Gate)
        {
            return s_engine ??= Create();
        }
    }

    private static IVideoEngine Create()
    {
        // By name and reflection: a static reference would make the runtime load the engine into the default context.
        var create = Assembly.Load(new AssemblyName(EngineAssembly))
            .GetType(EngineType, throwOnError: true)!
            .GetMethod("Create", BindingFlags.Public | BindingFlags.Static, Type.EmptyTypes)
            ?? throw new MissingMethodException(EngineType, "Create");
        return (IVideoEngine)create.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;
    }

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        if (name.Name != EngineAssembly)
        {
            return null;
        }

        var directory = Path.GetDirectoryName(typeof(EngineProvider).Assembly.Location)!;
        var path = Path.Combine(directory, DependencyDirectory, EngineAssembly + ".dll");
        if (!File.Exists(path))
        {
            return null;
        }

        lock (Gate)
        {
            s_context ??= new EngineLoadContext(path);
            return s_context.LoadFromAssemblyPath(path);
        }
    }
}
