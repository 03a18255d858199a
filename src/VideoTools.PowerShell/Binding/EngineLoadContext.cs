using System.Reflection;
using System.Runtime.Loader;

namespace VideoTools.PowerShell;

/// <summary>
/// Keeps the engine and everything it brings (managed and native) away from the assemblies that PowerShell and other modules
/// have loaded. Only VideoTools.Core is shared, because its types cross the border.
/// </summary>
internal sealed class EngineLoadContext : AssemblyLoadContext
{
    private const string SharedAssembly = "VideoTools.Core";

    private readonly AssemblyDependencyResolver _resolver;

    /// <param name="enginePath">Path of VideoTools.Engine.dll; its deps.json lies beside it.</param>
    public EngineLoadContext(string enginePath)
        : base("VideoTools") => _resolver = new AssemblyDependencyResolver(enginePath);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // Null means: ask the default context, which has the one VideoTools.Core, and the framework.
        if (assemblyName.Name == SharedAssembly)
        {
            return null;
        }

        var path = _resolver.ResolveAssemblyToPath(assemblyName);
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var path = _resolver.ResolveUnmanagedDllToPath(unmanagedDllName);
        return path is null ? 0 : LoadUnmanagedDllFromPath(path);
    }
}
