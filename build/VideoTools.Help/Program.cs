using VideoTools.Help;

if (args.Length != 3)
{
    Console.Error.WriteLine("usage: VideoTools.Help <docs directory> <module assembly> <output directory>");
    return 2;
}

var problems = HelpBuilder.Build(args[0], args[1], args[2]);
foreach (var problem in problems)
{
    Console.Error.WriteLine("help: error: " + problem);
}

ViewFiles.Write(Path.GetDirectoryName(Path.GetFullPath(args[1]))!);
return problems.Count == 0 ? 0 : 1;
