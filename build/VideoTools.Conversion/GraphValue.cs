namespace VideoTools.Conversion;

/// <summary>A value of the graph that is made.</summary>
/// <param name="Name">Name in the ONNX graph; empty for a constant that is not written yet.</param>
/// <param name="Rank">How many extents it has.</param>
/// <param name="IsPlanar">True when the channels come before height and width (NCHW); false for the order of TensorFlow.</param>
/// <param name="Weight">The constant it is, in TensorFlow's order.</param>
internal sealed record GraphValue(string Name, int Rank, bool IsPlanar, TfjsWeight? Weight = null);
