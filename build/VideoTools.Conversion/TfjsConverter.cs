namespace VideoTools.Conversion;

/// <summary>Turns tfjs graph models into ONNX files.</summary>
public static class TfjsConverter
{
    /// <summary>Converts a model. The same input gives the same bytes.</summary>
    /// <param name="json">The model's JSON file; its weights lie beside it.</param>
    /// <returns>The ONNX file.</returns>
    /// <exception cref="ConversionException">
    /// It is no tfjs graph model, or it has an operation that is not known here (which is named).
    /// </exception>
    public static byte[] Convert(string json)
    {
        var model = TfjsModel.Load(json);
        return new GraphConverter(model).Convert(Path.GetFileNameWithoutExtension(json));
    }
}
