using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace VideoTools.Cli.Tests.Jobs;

/// <summary>
/// A real Slurm cluster of one node, with its own keys, ports, configuration and daemons below a temporary folder. It needs neither systemd nor
/// control groups, and ends with the tests.
/// </summary>
public sealed class SlurmCluster : IDisposable
{
    private static readonly string[] Folders = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"];

    private readonly string _directory = Directory.CreateTempSubdirectory("vt-slurm-").FullName;
    private readonly List<Process> _daemons = [];
    private Process? _node;

    public SlurmCluster()
    {
        if (OperatingSystem.IsWindows() || new SlurmFactAttribute().Skip is not null)
        {
            return;
        }

        Configuration = Path.Combine(_directory, "slurm.conf");
        foreach (var name in new[] { "state", "spool", "munge" })
        {
            Directory.CreateDirectory(Path.Combine(_directory, name));
        }

        // Tasks of others go through munge's socket.
        File.SetUnixFileMode(_directory, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(At("munge"), (UnixFileMode)0b111_101_101);
        using (var key = new FileStream(At("munge", "key"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = (UnixFileMode)0b110_000_000,
        }))
        {
            key.Write(RandomNumberGenerator.GetBytes(1024));
        }

        var (controller, node) = (FreePort(), FreePort());
        File.WriteAllText(At("cgroup.conf"), "CgroupPlugin=autodetect\n");
        File.WriteAllText(Configuration, $"""
            ClusterName=videotools
            SlurmctldHost=localhost(127.0.0.1)
            SlurmUser=root
            SlurmdUser=root
            SlurmctldPort={controller}
            SlurmdPort={node}
            AuthType=auth/munge
            AuthInfo=socket={At("munge", "socket")}
            CredType=cred/munge
            StateSaveLocation={At("state")}
            SlurmdSpoolDir={At("spool")}
            SlurmctldPidFile={At("slurmctld.pid")}
            SlurmdPidFile={At("slurmd.pid")}
            SlurmctldLogFile={At("slurmctld.log")}
            SlurmdLogFile={At("slurmd.log")}
            SlurmdParameters=config_overrides
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            JobAcctGatherType=jobacct_gather/none
            AccountingStorageType=accounting_storage/none
            MpiDefault=none
            SwitchType=switch/none
            ReturnToService=2
            SlurmdTimeout=30
            KillWait=5
            MaxArraySize=101
            SchedulerType=sched/backfill
            SchedulerParameters=batch_sched_delay=0,sched_interval=1,bf_interval=5
            SelectType=select/cons_tres
            SelectTypeParameters=CR_Core
            NodeName=node1 NodeHostname=localhost NodeAddr=127.0.0.1 CPUs=4 RealMemory=1000 State=UNKNOWN
            PartitionName=main Nodes=node1 Default=YES MaxTime=INFINITE State=UP

            """);
        Start(
            "munged", "--foreground", "--force", "--socket=" + At("munge", "socket"), "--key-file=" + At("munge", "key"),
            "--log-file=" + At("munge", "log"), "--pid-file=" + At("munge", "pid"), "--seed-file=" + At("munge", "seed"));
        Wait("munge", () => File.Exists(At("munge", "socket")));
        Start("slurmctld", "-D", "-f", Configuration);
        StartNode();
        Wait("the node", () => Run("sinfo", "--noheader", "--format=%T").Output.Trim() == "idle");
    }

    /// <summary>The file that SLURM_CONF names.</summary>
    public string Configuration { get; } = "";

    /// <summary>The path of a program of Slurm or munge; null where it is not installed.</summary>
    public static string? Locate(string name) => Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Waits for something, at most two minutes.</summary>
    public static void Wait(string what, Func<bool> isThere)
    {
        var clock = Stopwatch.StartNew();
        while (!isThere())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), $"{what} did not come.");
            Thread.Sleep(100);
        }
    }

    /// <summary>Ends the daemon of the node as a crash would; its tasks run on.</summary>
    public void KillNode()
    {
        _node!.Kill();
        _node.WaitForExit();
    }

    /// <summary>Starts the daemon of the node.</summary>
    public void StartNode() => _node = Start("slurmd", "-D", "-f", Configuration, "-N", "node1");

    /// <summary>Runs a program of Slurm.</summary>
    public (int Code, string Output) Run(string tool, params string[] arguments)
    {
        using var process = Process.Start(Info(Locate(tool)!, arguments))!;
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.GetAwaiter().GetResult());
    }

    public void Dispose()
    {
        if (_daemons.Count > 0)
        {
            Run("scancel", "--me");
            Wait("the end of the tasks", () => Run("squeue", "--noheader").Output.Trim().Length == 0);
        }

        foreach (var daemon in Enumerable.Reverse(_daemons))
        {
            if (!daemon.HasExited)
            {
                daemon.Kill();
                daemon.WaitForExit();
            }

            daemon.Dispose();
        }

        Directory.Delete(_directory, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string At(params string[] names) => Path.Combine([_directory, .. names]);

    private Process Start(string daemon, params string[] arguments)
    {
        var process = Process.Start(Info(Locate(daemon)!, arguments))!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _daemons.Add(process);
        return process;
    }

    private ProcessStartInfo Info(string program, string[] arguments)
    {
        var info = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        info.Environment["SLURM_CONF"] = Configuration;
        return info;
    }
}
