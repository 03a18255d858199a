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

    public ModelInfo Load(string name, DeviceOrder device, Action<string> warn)
    {
        ArgumentNullException.ThrowIfNull(warn);
        if (Devices.Resolve(device).Warning is { } warning)
        {
            warn(warning);
        }

        return ModelSessions.Shared.Load(name, device);
    }

    public void Unload() => ModelSessions.DisposeShared();
}
