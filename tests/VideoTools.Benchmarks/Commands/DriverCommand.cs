using System.Text;
using VideoTools.Benchmarks.Accuracy;
using VideoTools.Benchmarks.Drivers;
using VideoTools.Benchmarks.Measuring;
using VideoTools.Engine.Features.Driver;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Faces;

namespace VideoTools.Benchmarks.Commands;

/// <summary>
/// driver [--only eyes|states|hands|cost|sheet|films] [--scenario TEXT] [--part TEXT] [--rounds N] [--explain] [--write]: portraits that close their
/// eyes, turn, nod, yawn, lift a hand and go away, through the whole engine, and the speed on 720p: the tables of docs/accuracy-observation.md, which
/// --write puts there. The sheet shows what is acted, and what is read of it. Ends with 1 when a target is missed.
/// </summary>
internal sealed class DriverCommand : ICommand
{
    private const double TimesRealTime = 3;

    public string Summary => "states of acting portraits, and times real time on 720p (--only eyes|states|hands|cost|sheet, --explain, --write)";

    public int Run(IReadOnlyList<string> arguments)
    {
        if (FacePictures.Folder is null)
        {
            Console.Error.WriteLine("NOT RUN: the photographs are missing (the build's test task fetches them).");
            return 2;
        }

        var only = Arguments.Text(arguments, "--only");
        var met = true;
        if (only == "sheet")
        {
            ActorSheet.Write(Arguments.Text(arguments, "--output") ?? "driver-sheet.jpg", Arguments.Text(arguments, "--portraits"));
            return 0;
        }

        if (only == "films")
        {
            DriverScore.MakeFilms();
            return 0;
        }

        Part("eyes", text =>
        {
            EyeTable.Append(text);
            EyeTable.AppendTurns(text);
        });
        Part("states", text => met &= DriverScore.Append(
            text, Arguments.Text(arguments, "--part"), Arguments.Text(arguments, "--scenario"), arguments.Contains("--explain")));
        if (!HandFinder.IsInstalled && (only is null or "hands" or "cost"))
        {
            Console.Error.WriteLine("NOT RUN: the models of hands are missing (./build.sh models).");
            return 2;
        }

        Part("hands", HandScore.Append);
        Part("cost", text => met &= DriverCost.Append(text, Arguments.Number(arguments, "--rounds", 3)) >= TimesRealTime);
        return met ? 0 : 1;

        void Part(string name, Action<StringBuilder> append)
        {
            if (only is not null && only != name)
            {
                return;
            }

            var text = new StringBuilder();
            append(text);
            Console.WriteLine(text);
            if (arguments.Contains("--write"))
            {
                MarkedSection.Replace(Path.Combine(RepositoryPaths.Root, "docs", "accuracy-observation.md"), "driver-" + name, text.ToString());
            }
        }
    }
}
