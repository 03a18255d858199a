namespace VideoTools;

/// <summary>Stable names of everything that can go wrong with a file. They are part of the interface: scripts compare them.</summary>
public enum VideoErrorId
{
    /// <summary>There is no such file.</summary>
    FileNotFound,

    /// <summary>The path is a directory or a device.</summary>
    NotAFile,

    /// <summary>The file cannot be opened for reading.</summary>
    FileUnreadable,

    /// <summary>The file has no bytes.</summary>
    FileEmpty,

    /// <summary>The bytes are no video that ffmpeg knows, or its header is damaged.</summary>
    InvalidVideo,

    /// <summary>The video is encrypted, and no key is there.</summary>
    VideoEncrypted,

    /// <summary>The pictures have more pixels than a decoder can be allowed.</summary>
    PictureTooLarge,

    /// <summary>Sound or data only.</summary>
    NoVideoStream,

    /// <summary>There is a video stream, but not one frame could be decoded.</summary>
    NoFrames,

    /// <summary>The range lies outside of the video.</summary>
    RangeOutsideVideo,

    /// <summary>Reading the header took too long.</summary>
    ProbeTimeout,

    /// <summary>The decoder stopped delivering.</summary>
    DecoderStalled,

    /// <summary>The decoder ended with an error of its own.</summary>
    DecoderFailed,

    /// <summary>ffmpeg or ffprobe is not installed.</summary>
    DecoderMissing,

    /// <summary>The crop does not fit the video.</summary>
    InvalidCrop,

    /// <summary>The output exists and overwriting was not asked for.</summary>
    OutputExists,

    /// <summary>The output cannot be written.</summary>
    OutputUnwritable,

    /// <summary>There is no room left where the output is written.</summary>
    DiskFull,

    /// <summary>The ffmpeg at hand lacks the encoder.</summary>
    EncoderMissing,

    /// <summary>The encoder ended with an error of its own, or was ended.</summary>
    EncoderFailed,

    /// <summary>A model's file, or the library that runs models, is not there.</summary>
    ModelMissing,

    /// <summary>There is no model of this name.</summary>
    ModelUnknown,

    /// <summary>A model's file is not the one listed in models.json, or cannot be loaded.</summary>
    ModelCorrupt,

    /// <summary>There is not enough memory for a model and its work.</summary>
    OutOfMemory,

    /// <summary>The model cannot be made smaller: it takes no picture, or nothing in it can be quantised.</summary>
    ModelUnsuitable,

    /// <summary>The file has sound tracks, but not the one asked for.</summary>
    AudioTrackNotFound,

    /// <summary>A taxonomy file cannot be read, or what it says is not a taxonomy.</summary>
    TaxonomyInvalid,

    /// <summary>A metadata file or row cannot be read.</summary>
    MetadataInvalid,

    /// <summary>No video is of a niche of this name.</summary>
    NicheUnknown,

    /// <summary>A template file, or a row of a file of templates or niches, cannot be read.</summary>
    TemplateInvalid,

    /// <summary>A profile of questions cannot be read, or what it says is no profile.</summary>
    ProfileInvalid,

    /// <summary>A file of what is known to be true cannot be read, or is of other videos.</summary>
    GroundTruthInvalid,

    /// <summary>A file of states or answers, or a row of it, cannot be read.</summary>
    StateInvalid,

    /// <summary>A live source is of no kind that is opened, or cannot be used as one.</summary>
    SourceInvalid,

    /// <summary>A camera, address or pipe cannot be opened, or gives no picture.</summary>
    SourceUnreachable,

    /// <summary>The programs of the scheduler that a job is for are not installed here.</summary>
    SchedulerMissing,

    /// <summary>The scheduler refused what was asked of it, or does not answer.</summary>
    SchedulerFailed,

    /// <summary>A folder holds no job, or a damaged one.</summary>
    JobInvalid,

    /// <summary>The part of a job that the file is in failed three times and was set aside.</summary>
    PartFailed,

    /// <summary>A fault of ours.</summary>
    InternalError,
}
