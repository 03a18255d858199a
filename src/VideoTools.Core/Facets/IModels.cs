namespace VideoTools;

/// <summary>The models of the catalogue; those that are loaded belong to the process. Thread-safe.</summary>
public interface IModels
{
    /// <summary>Every model of the catalogue with its state.</summary>
    /// <exception cref="VideoToolsException">ModelMissing or ModelCorrupt: there is no usable catalogue.</exception>
    IReadOnlyList<ModelInfo> List();

    /// <summary>Checks the files of a model and loads it, so that the first video does not wait for that.</summary>
    /// <param name="name">Name in the catalogue.</param>
    /// <param name="device">What to try to run it on; <see cref="ModelInfo.Device"/> of the result says what it came to.</param>
    /// <param name="warn">Takes the reason when the device is not to be had.</param>
    /// <exception cref="VideoToolsException">ModelMissing or ModelCorrupt, with what to do.</exception>
    ModelInfo Load(string name, DeviceOrder device, Action<string> warn);

    /// <summary>Frees the memory of all models; the next use loads them again.</summary>
    void Unload();
}
