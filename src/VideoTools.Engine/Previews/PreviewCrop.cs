namespace VideoTools.Engine.Previews;

/// <summary>A crop to show.</summary>
/// <param name="Number">Number of the candidate or of the scene.</param>
/// <param name="Label">What a sheet says of it.</param>
/// <param name="Shot">Its window and range.</param>
internal sealed record PreviewCrop(int Number, string Label, CropShot Shot);
