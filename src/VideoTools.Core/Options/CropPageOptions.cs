namespace VideoTools;

/// <summary>What a page to choose on shows, and what happens with the choice.</summary>
public sealed record CropPageOptions
{
    /// <summary>How to work.</summary>
    public EngineOptions Engine { get; init; } = new();

    /// <summary>Which positions are measured where the input brings none.</summary>
    public CropOptions Crop { get; init; } = new() { Aspect = new CropPathOptions().Aspect };

    /// <summary>How candidates are chosen among positions.</summary>
    public CandidateOptions Candidates { get; init; } = new();

    /// <summary>Which stretches are dull, and the highest speed that one can be given.</summary>
    public ActivityOptions Activity { get; init; } = new();

    /// <summary>How a video is written from the page; null only chooses.</summary>
    public CropExportOptions? Export { get; init; }

    /// <summary>After this time without an input of a person, from the moment that candidates are shown, the first one is taken.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(300);
}
