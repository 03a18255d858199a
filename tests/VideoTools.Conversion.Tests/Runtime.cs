using System.Security.Cryptography;
using VideoTools.Engine.Inference;

namespace VideoTools.Conversion.Tests;

/// <summary>Runs an ONNX file that is in memory.</summary>
internal static class Runtime
{
    public static T Run<T>(byte[] model, float[] input, long[] shape, Func<ModelOutputs, T> read) => Use(model, session =>
    {
        using var tensor = ModelTensor.Over(input, shape);
        return session.Run([tensor], read);
    });

    public static T Use<T>(byte[] model, Func<ModelSession, T> use)
    {
        var folder = Directory.CreateTempSubdirectory("videotools-onnx-");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "model.onnx"), model);
            var hash = Convert.ToHexStringLower(SHA256.HashData(model));
            var entry = new ModelEntry(
                "test", ModelKind.FaceMesh, true, "none", "none", "1", [new ModelFile("model.onnx", "model", model.Length, hash)],
                new Dictionary<string, string>());
            using var sessions = new ModelSessions(new ModelCatalogue([entry], _ => folder.FullName));
            return use(sessions.Get("test"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
