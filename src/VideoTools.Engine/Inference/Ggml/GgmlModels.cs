namespace VideoTools.Engine.Inference.Ggml;

/// <summary>The user's models that are loaded: one for the process, whatever files it listens to. Thread-safe.</summary>
internal static class GgmlModels
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<(string Path, long Length, DateTime Written, bool Gpu, bool Times), GgmlModel> Loaded = [];

    /// <summary>A model, loaded now or before.</summary>
    /// <exception cref="VideoToolsException">It cannot be loaded.</exception>
    public static GgmlModel Get(string path, bool mayUseGpu, bool hasTokenTimes)
    {
        lock (Gate)
        {
            var file = new FileInfo(path);
            var (length, written) = file.Exists ? (file.Length, file.LastWriteTimeUtc) : default;
            var key = (file.FullName, length, written, mayUseGpu, hasTokenTimes);
            if (!Loaded.TryGetValue(key, out var model))
            {
                Loaded.Add(key, model = GgmlModel.Load(file.FullName, mayUseGpu, hasTokenTimes));
            }

            return model;
        }
    }

    /// <summary>Frees all of them. The next use loads them again.</summary>
    public static void DisposeAll()
    {
        lock (Gate)
        {
            foreach (var model in Loaded.Values)
            {
                model.Dispose();
            }

            Loaded.Clear();
        }
    }
}
