using VideoTools.Engine.Inference.Ggml;
using VideoTools.Engine.Work;

namespace VideoTools.Engine.Inference;

/// <summary>The models of this process.</summary>
internal sealed class Models : IModels
{
    public IReadOnlyList<ModelInfo> List()
    {
        var sessions = ModelSessions.Shared;
        sessions.Catalogue.Refresh();
        return sessions.List();
    }

    public IReadOnlyList<ModelInfo> Install(
        string source, IReadOnlyCollection<string> names, Action<VideoError> report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(report);
        using var work = CurrentWork.Begin(cancellationToken);
        var installed = new ModelInstaller(ModelCatalogue.Default).Install(source, names, report);
        return [.. List().Where(model => installed.Contains(model.Name, StringComparer.Ordinal))];
    }

    public ModelInfo Load(string name, DeviceOrder device, Action<string> warn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(warn);
        using var work = CurrentWork.Begin(cancellationToken);
        if (Devices.Resolve(device).Warning is { } warning)
        {
            warn(warning);
        }

        return ModelSessions.Shared.Load(name, device);
    }

    public void Unload()
    {
        ModelSessions.DisposeShared();
        GgmlModels.DisposeAll();
    }
}
