// Method: the devices of an order are tried one after another until one works. What can be told by looking (no provider in this build,
// no driver) is told first; then a child process loads the provider and runs a real model on it (DeviceTrial). Why a child: a provider
// that does not fit the driver ends the process that loads it, and that must not be the user's shell.
// Cost: nothing for the processor; a second or two a device, once a process, for one that could be there.
using System.Collections.Concurrent;
using VideoTools.Engine.Work;

namespace VideoTools.Engine.Inference;

/// <summary>Which devices work here. Thread-safe.</summary>
internal static class Devices
{
    private static readonly ConcurrentDictionary<InferenceDevice, Lazy<string?>> Problems = new();

    /// <summary>What an order comes to on this machine.</summary>
    /// <returns>The device, never Auto, and why those before it are not used (to be shown once); null when nothing was skipped.</returns>
    public static (InferenceDevice Device, string? Warning) Resolve(DeviceOrder order) =>
        Resolve(order, ProblemOf);

    /// <summary>The same with another judge of devices.</summary>
    internal static (InferenceDevice Device, string? Warning) Resolve(DeviceOrder order, Func<InferenceDevice, string?> problemOf)
    {
        List<string> skipped = [];
        foreach (var wish in order.Devices)
        {
            var candidates = wish == InferenceDevice.Auto ? ExecutionProviders.Automatic : [wish];
            List<string> problems = [];
            foreach (var device in candidates)
            {
                if (device == InferenceDevice.Cpu || problemOf(device) is not { } problem)
                {
                    return (device, skipped.Count == 0 ? null : $"Device {string.Join("; ", skipped)}; models run on {Words(device)}.");
                }

                problems.Add(problem);
            }

            skipped.Add($"{wish}: {string.Join(", ", problems.Distinct())}");
        }

        throw new InvalidOperationException("An order ends with the processor.");
    }

    private static string Words(InferenceDevice device) => device == InferenceDevice.Cpu ? "the processor" : device.ToString();

    private static string? ProblemOf(InferenceDevice device)
    {
        while (true)
        {
            CurrentWork.Stop.ThrowIfCancellationRequested();
            var problem = Problems.GetOrAdd(device, one => new Lazy<string?>(() => FindProblem(one)));
            try
            {
                return problem.Value;
            }
            catch (OperationCanceledException)
            {
                // Whose work was stopped leaves above; the next one tries the device anew.
                Problems.TryRemove(KeyValuePair.Create(device, problem));
            }
        }
    }

    private static string? FindProblem(InferenceDevice device)
    {
        try
        {
            return ExecutionProviders.WhyAbsent(device) ?? DeviceProbe.FindProblem(device);
        }
        catch (VideoToolsException missing)
        {
            // The library itself: an error for whoever loads a model.
            return missing.Error.Message;
        }
    }
}
