// Method: softmax regression over embeddings ("linear probe"), trained on what the taxonomy itself says about its leaves; every leaf counts
// the same, however much it says. Full-batch gradient descent with momentum, a fixed number of steps from zero, so that the same file gives
// the same numbers. Source: Bishop 2006, section 4.3.4; linear probes: Alain & Bengio 2016. On titles held out from the taxonomy's
// examples it is right more often than the nearest prototype (docs/accuracy-niche.md).
// Units: embeddings have length 1; the features are those times Scale. Cost: texts x leaves x numbers x steps: 0.3 s for 800 texts, once.
using System.Numerics.Tensors;

namespace VideoTools.Engine.Analysis.Niche.Classification;

/// <summary>Tells the leaves of a taxonomy apart by embedding. Immutable, thread-safe.</summary>
internal sealed class MeaningHead
{
    private const float Scale = 8;
    private const float Decay = 1e-3f;
    private const float Momentum = 0.9f;
    private const float LearningRate = 1 / ((Scale * Scale * 0.3f) + 0.5f);
    private const int Steps = 150;

    private readonly float[][] _weights;

    /// <summary>Trains.</summary>
    /// <param name="texts">Embeddings of the texts of each leaf; at least one a leaf.</param>
    public MeaningHead(float[][][] texts)
    {
        var rows = texts.SelectMany((leaf, number) => leaf.Select(x => (Features: Features(x), Leaf: number, Weight: 1f / leaf.Length / texts.Length))).ToArray();
        _weights = [.. texts.Select(_ => new float[rows[0].Features.Length])];
        float[][] velocities = [.. _weights.Select(w => new float[w.Length])];
        float[][] gradients = [.. _weights.Select(w => new float[w.Length])];
        for (var step = 0; step < Steps; step++)
        {
            for (var leaf = 0; leaf < _weights.Length; leaf++)
            {
                TensorPrimitives.Multiply(_weights[leaf], Decay, gradients[leaf]);
            }

            foreach (var (features, right, weight) in rows)
            {
                var probabilities = Logits(features);
                TensorPrimitives.SoftMax<float>(probabilities, probabilities);
                probabilities[right] -= 1;
                for (var leaf = 0; leaf < probabilities.Length; leaf++)
                {
                    TensorPrimitives.MultiplyAdd(features, weight * probabilities[leaf], gradients[leaf], gradients[leaf]);
                }
            }

            for (var leaf = 0; leaf < _weights.Length; leaf++)
            {
                TensorPrimitives.Multiply(velocities[leaf], Momentum, velocities[leaf]);
                TensorPrimitives.MultiplyAdd(gradients[leaf], -LearningRate, velocities[leaf], velocities[leaf]);
                TensorPrimitives.Add(_weights[leaf], velocities[leaf], _weights[leaf]);
            }
        }
    }

    /// <summary>Natural logarithms of the leaves' probabilities.</summary>
    public double[] LogProbabilities(float[] embedding)
    {
        var logits = Logits(Features(embedding));
        var top = logits.Max();
        var norm = top + Math.Log(logits.Sum(l => Math.Exp(l - top)));
        return [.. logits.Select(l => l - norm)];
    }

    private float[] Logits(float[] features) => [.. _weights.Select(w => TensorPrimitives.Dot<float>(w, features))];

    // The last one stands for what all texts have in common.
    private static float[] Features(float[] embedding)
    {
        var features = new float[embedding.Length + 1];
        TensorPrimitives.Multiply(embedding, Scale, features);
        features[^1] = 1;
        return features;
    }
}
