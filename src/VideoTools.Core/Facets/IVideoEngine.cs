namespace VideoTools;

/// <summary>
/// The engine as the shells see it: sessions that work on videos, and one facet per topic for everything else. Thread-safe.
/// </summary>
public interface IVideoEngine : IDisposable
{
    /// <summary>Files of scenes.</summary>
    IScenes Scenes { get; }

    /// <summary>Measured crop positions.</summary>
    ICrops Crops { get; }

    /// <summary>Pages on which a person chooses a crop.</summary>
    ICropPages CropPages { get; }

    /// <summary>Videos that show the same.</summary>
    ISimilarVideos Similar { get; }

    /// <summary>People of faces.</summary>
    IPeople People { get; }

    /// <summary>Files of templates.</summary>
    ITemplates Templates { get; }

    /// <summary>Files of transcripts.</summary>
    ITranscripts Transcripts { get; }

    /// <summary>The models that text, speech and niches use.</summary>
    IModels Models { get; }

    /// <summary>Makes models smaller and faster.</summary>
    IModelOptimizer ModelOptimizer { get; }

    /// <summary>Results that are kept.</summary>
    ICache Cache { get; }

    /// <summary>What niches are chosen from.</summary>
    ITaxonomies Taxonomies { get; }

    /// <summary>What other systems know about videos.</summary>
    IMetadata Metadata { get; }

    /// <summary>What videos are about, and what the videos of a niche have in common.</summary>
    INiches Niches { get; }

    /// <summary>Reports that people look at.</summary>
    IReports Reports { get; }

    /// <summary>States and alerts of the subject of a video.</summary>
    IObservations Observations { get; }

    /// <summary>The same work on many machines.</summary>
    IJobs Jobs { get; }

    /// <summary>Starts working on whatever is added to the session.</summary>
    /// <exception cref="ArgumentException">The request's options contradict each other or are out of range.</exception>
    IVideoSession Open(VideoRequest request);
}
