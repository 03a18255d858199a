namespace VideoTools.Engine.Niche.Classification;

/// <summary>Gives vectors that were kept, or computes and keeps them.</summary>
/// <param name="name">Everything that they depend on.</param>
/// <param name="compute">Computes them.</param>
internal delegate float[][] VectorStore(string name, Func<float[][]> compute);
