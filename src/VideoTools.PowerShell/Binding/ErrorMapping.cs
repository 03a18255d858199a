using System.Management.Automation;

namespace VideoTools.PowerShell;

/// <summary>Turns the engine's errors into PowerShell's error records: id, category, target, way out.</summary>
internal static class ErrorMapping
{
    /// <summary>The category of an error. A file that cannot be opened is PermissionDenied only when the system said so.</summary>
    public static ErrorCategory GetCategory(VideoError error) => error.Id switch
    {
        VideoErrorId.FileNotFound => ErrorCategory.ObjectNotFound,
        VideoErrorId.NotAFile => ErrorCategory.InvalidArgument,
        VideoErrorId.FileUnreadable => error.Exception is UnauthorizedAccessException
            ? ErrorCategory.PermissionDenied
            : ErrorCategory.OpenError,
        VideoErrorId.FileEmpty => ErrorCategory.InvalidData,
        VideoErrorId.InvalidVideo => ErrorCategory.InvalidData,
        VideoErrorId.NoVideoStream => ErrorCategory.InvalidData,
        VideoErrorId.NoFrames => ErrorCategory.InvalidData,
        VideoErrorId.RangeOutsideVideo => ErrorCategory.InvalidArgument,
        VideoErrorId.ProbeTimeout => ErrorCategory.OperationTimeout,
        VideoErrorId.DecoderStalled => ErrorCategory.OperationTimeout,
        VideoErrorId.DecoderFailed => ErrorCategory.ReadError,
        VideoErrorId.DecoderMissing => ErrorCategory.NotInstalled,
        VideoErrorId.InvalidCrop => ErrorCategory.InvalidArgument,
        VideoErrorId.OutputExists => ErrorCategory.ResourceExists,
        VideoErrorId.OutputUnwritable => ErrorCategory.WriteError,
        VideoErrorId.DiskFull => ErrorCategory.WriteError,
        VideoErrorId.EncoderMissing => ErrorCategory.NotInstalled,
        VideoErrorId.EncoderFailed => ErrorCategory.WriteError,
        VideoErrorId.ModelMissing => ErrorCategory.NotInstalled,
        VideoErrorId.ModelCorrupt => ErrorCategory.InvalidData,
        VideoErrorId.AudioTrackNotFound => ErrorCategory.ObjectNotFound,
        VideoErrorId.TaxonomyInvalid => ErrorCategory.InvalidData,
        VideoErrorId.MetadataInvalid => ErrorCategory.InvalidData,
        VideoErrorId.TemplateInvalid => ErrorCategory.InvalidData,
        VideoErrorId.InternalError => ErrorCategory.NotSpecified,
        _ => ErrorCategory.NotSpecified,
    };

    /// <summary>One record: the id's name as FullyQualifiedErrorId (PowerShell adds the cmdlet), the path as target.</summary>
    public static ErrorRecord ToRecord(VideoError error) =>
        new(new VideoToolsException(error), error.Id.ToString(), GetCategory(error), error.FullName)
        {
            ErrorDetails = new ErrorDetails(error.Message) { RecommendedAction = error.RecommendedAction },
        };
}
