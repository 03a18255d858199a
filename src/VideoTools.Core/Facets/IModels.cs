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
    /// <param name="cancellationToken">Ends the loading.</param>
    /// <exception cref="VideoToolsException">ModelMissing or ModelCorrupt, with what to do.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    ModelInfo Load(string name, DeviceOrder device, Action<string> warn, CancellationToken cancellationToken);

    /// <summary>Copies models of the catalogue that are not here from files of the user, which are known by their hash.</summary>
    /// <param name="source">A folder that holds the files, at any depth, or one file.</param>
    /// <param name="names">The models wanted; empty for all whose files are there.</param>
    /// <param name="report">Takes the failure of a model (ModelMissing: files of it are missing); the others go on.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The models that are whole now.</returns>
    /// <exception cref="VideoToolsException">FileNotFound; ModelUnsuitable: nothing there belongs to a model.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    IReadOnlyList<ModelInfo> Install(
        string source, IReadOnlyCollection<string> names, Action<VideoError> report, CancellationToken cancellationToken);

    /// <summary>Frees the memory of all models; the next use loads them again.</summary>
    void Unload();
}
