namespace VideoTools;

/// <summary>Makes models smaller and faster, by numbers of 8 bits. Thread-safe.</summary>
public interface IModelOptimizer
{
    /// <summary>Where the file goes when no path is given: for a model of the catalogue the user's folder of models (VIDEOTOOLS_MODELS, or
    /// VideoTools' data folder), from where the catalogue lists it; beside it for a file.</summary>
    /// <exception cref="VideoToolsException">ModelMissing: there is no such model.</exception>
    string GetOutputPath(ModelOptimizationOptions options);

    /// <summary>Quantises a model, measures it before and after, and writes it with a description (its path and .json).</summary>
    /// <param name="options">What and how.</param>
    /// <param name="fail">Takes the error of a file that frames were to be taken of; the others go on.</param>
    /// <param name="progress">Takes what is being done and how much of it, in percent.</param>
    /// <param name="cancellationToken">Ends it; nothing is written then.</param>
    /// <exception cref="VideoToolsException">
    /// ModelMissing, ModelCorrupt, ModelUnsuitable (it takes no picture, or nothing in it can be quantised), NoFrames, OutputExists
    /// or OutputUnwritable.
    /// </exception>
    /// <exception cref="ArgumentException">The options make no sense.</exception>
    QuantizedModel Optimize(
        ModelOptimizationOptions options, Action<VideoError> fail, Action<string, int> progress, CancellationToken cancellationToken);
}
