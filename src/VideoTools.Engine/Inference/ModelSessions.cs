// Method: one session a model file and device, created on first use and kept for the process. Graph optimisation: all; nodes in
// sequence; one shared pool of worker threads (NativeRuntime). Gates bound what runs at once: one job on a GPU, and on the
// processor half the cores (2 at least, so that text and speech of one file overlap), each helped by the pool.
using System.Diagnostics;
using Microsoft.ML.OnnxRuntime;
using VideoTools.Engine.Work;

namespace VideoTools.Engine.Inference;

/// <summary>The loaded models of the process. Thread-safe.</summary>
internal sealed class ModelSessions : IDisposable
{
    private static readonly object SharedGate = new();
    private static readonly SemaphoreSlim GpuGate = new(1);
    private static readonly SemaphoreSlim CpuGate = new(Math.Max(2, NativeRuntime.Threads / 2));
    private static ModelSessions? s_shared;

    private readonly object _gate = new();
    private readonly ModelCatalogue _catalogue;
    private readonly Dictionary<(string Name, string File, InferenceDevice Device), Lazy<ModelSession>> _sessions = [];
    private bool _disposed;

    /// <summary>Creates an empty set over a catalogue. Features use <see cref="Shared"/>; tests make their own.</summary>
    public ModelSessions(ModelCatalogue catalogue) => _catalogue = catalogue;

    /// <summary>The sessions every feature uses.</summary>
    public static ModelSessions Shared
    {
        get
        {
            lock (SharedGate)
            {
                return s_shared ??= new ModelSessions(ModelCatalogue.Default);
            }
        }
    }

    /// <summary>The catalogue behind it.</summary>
    public ModelCatalogue Catalogue => _catalogue;

    /// <summary>Frees all models, for example when the module is removed. The next use loads them again.</summary>
    public static void DisposeShared()
    {
        lock (SharedGate)
        {
            s_shared?.Dispose();
            s_shared = null;
        }
    }

    /// <summary>The session of a model file; loads it on first use.</summary>
    /// <param name="model">Name in the catalogue.</param>
    /// <param name="device">What to try, null for the processor; <see cref="ModelSession.Device"/> says what it came to.</param>
    /// <param name="role">Which of the model's files.</param>
    /// <exception cref="VideoToolsException">ModelMissing or ModelCorrupt, with what to do.</exception>
    public ModelSession Get(string model, DeviceOrder? device = null, string role = "model")
    {
        NativeRuntime.EnsureLoaded();
        var entry = _catalogue.Get(model);
        var resolved = Devices.Resolve(device ?? DeviceOrder.Cpu).Device;
        var key = (entry.Name, entry.File(role).Sha256, resolved);
        while (true)
        {
            CurrentWork.Stop.ThrowIfCancellationRequested();
            Lazy<ModelSession> session;
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                if (!_sessions.TryGetValue(key, out session!))
                {
                    // PublicationOnly would load twice; the default mode loads once but remembers a failure, which is taken out below.
                    session = new Lazy<ModelSession>(() => Create(entry, role, resolved));
                    _sessions.Add(key, session);
                }
            }

            try
            {
                return session.Value;
            }
            catch (OperationCanceledException)
            {
                // Whose work was stopped leaves above; who only waited for the same model loads it now.
                Forget(key, session);
            }
            catch (VideoToolsException)
            {
                // The user may fetch the model and try again in the same shell.
                Forget(key, session);
                throw;
            }
        }
    }

    /// <summary>The session of the default model of a kind.</summary>
    public ModelSession GetDefault(ModelKind kind, DeviceOrder? device = null) =>
        Get(_catalogue.GetDefault(kind).Name, device);

    /// <summary>Checks every file of a model and loads what can be loaded of it.</summary>
    /// <returns>The model's state afterwards.</returns>
    /// <exception cref="VideoToolsException">ModelMissing or ModelCorrupt, with what to do.</exception>
    public ModelInfo Load(string model, DeviceOrder? device = null)
    {
        var entry = _catalogue.Get(model);
        foreach (var file in entry.Files)
        {
            if (file.Name.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase))
            {
                Get(entry.Name, device, file.Role);
            }
            else
            {
                _catalogue.GetPath(entry, file.Role);
            }
        }

        return List().First(i => i.Name == entry.Name);
    }

    /// <summary>Every model of the catalogue with its state.</summary>
    public IReadOnlyList<ModelInfo> List()
    {
        Dictionary<string, InferenceDevice> loaded;
        lock (_gate)
        {
            loaded = _sessions.Where(s => s.Value.IsValueCreated)
                .GroupBy(s => s.Key.Name, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Max(s => s.Value.Value.Device), StringComparer.Ordinal);
        }

        return [.. _catalogue.Entries.Select(e => new ModelInfo
        {
            Name = e.Name,
            Kind = e.Kind,
            IsDefault = e.IsDefault,
            Present = _catalogue.IsPresent(e),
            Loaded = loaded.ContainsKey(e.Name),
            Length = e.Bytes,
            Device = loaded.TryGetValue(e.Name, out var device) ? device : null,
            Licence = e.Licence,
            Source = e.Package + "@" + e.Version,
            FileName = _catalogue.GetExpectedPath(e, e.Files[0]),
        })];
    }

    /// <summary>Frees all models.</summary>
    public void Dispose()
    {
        List<Lazy<ModelSession>> sessions;
        lock (_gate)
        {
            _disposed = true;
            sessions = [.. _sessions.Values];
            _sessions.Clear();
        }

        foreach (var session in sessions.Where(s => s.IsValueCreated))
        {
            session.Value.Dispose();
        }
    }

    private void Forget((string Name, string File, InferenceDevice Device) key, Lazy<ModelSession> failed)
    {
        lock (_gate)
        {
            if (_sessions.TryGetValue(key, out var known) && known == failed)
            {
                _sessions.Remove(key);
            }
        }
    }

    private ModelSession Create(ModelEntry model, string role, InferenceDevice device)
    {
        var path = _catalogue.GetPath(model, role);
        var stop = CurrentWork.Stop;
        var clock = Stopwatch.StartNew();
        try
        {
            using var options = new SessionOptions
            {
                GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
                ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,

                // A plan for every shape ever seen is kept otherwise, and lines of text have many: 70 MB more for 27 pictures.
                EnableMemoryPattern = false,
            };
            if (device == InferenceDevice.Cpu && model.RunsBesideDecoder && NativeRuntime.Threads <= 2)
            {
                // A second thread would mostly wait, and waiting costs processor time.
                options.IntraOpNumThreads = 1;
            }
            else
            {
                options.DisablePerSessionThreads();
            }

            options.AddSessionConfigEntry("session.use_env_allocators", "1");
            ExecutionProviders.Append(options, device);
            using var ending = stop.Register(() => options.SetLoadCancellationFlag(true));
            var session = Open(path, model.File(role).Outputs, options);
            CurrentWork.Tell(FormattableString.Invariant(
                $"Model {model.Name} ({role}) on {device}, loaded in {clock.Elapsed.TotalSeconds:0.00} s."));
            return new ModelSession(session, model, device, device == InferenceDevice.Cpu ? CpuGate : GpuGate);
        }
        catch (OnnxRuntimeException ended) when (stop.IsCancellationRequested)
        {
            throw new OperationCanceledException("The loading of a model was stopped.", ended, stop);
        }
        catch (Exception full) when (MemoryShortage.Is(full))
        {
            throw MemoryShortage.Of(model.Name, device, full);
        }
        catch (Exception broken) when (broken is OnnxRuntimeException or InvalidDataException)
        {
            throw new VideoToolsException(VideoErrorId.ModelCorrupt, path,
                $"The model '{model.Name}' could not be loaded on {device}: {broken.Message}",
                device == InferenceDevice.Cpu ? ModelCatalogue.HowToGet(model) : "Use -Device Cpu (--device cpu).", broken);
        }
    }

    private static InferenceSession Open(string path, IReadOnlyList<string>? outputs, SessionOptions options)
    {
        if (outputs is null)
        {
            return new InferenceSession(path, options);
        }

        var bytes = File.ReadAllBytes(path);
        OnnxOutputs.Keep(bytes, outputs);
        return new InferenceSession(bytes, options);
    }
}
