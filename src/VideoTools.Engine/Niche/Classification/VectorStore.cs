namespace VideoTools.Engine.Niche.Classification;

/// <summary>Gives vectors that were kept, or computes and keeps them.</summary>
/// <param name="name">Everything that they depend on.</param>
/// <param name="shape">How many there are, and how many numbers each has: others are not theirs.</param>
/// <param name="compute">Computes them.</param>
internal delegate float[][] VectorStore(string name, (int Count, int Length) shape, Func<float[][]> compute);
