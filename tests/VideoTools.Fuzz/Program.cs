using System.Reflection;
using VideoTools.Fuzz;

// This program is also the command line that it starts: so that one published folder holds all that a campaign needs.
if (args is ["cli", .. var rest])
{
    var entry = Assembly.Load("videotools").EntryPoint!;
    return (int)entry.Invoke(null, [rest])!;
}

if (CampaignOptions.Parse(args, out var problem) is not { } options)
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine(CampaignOptions.Usage);
    return 2;
}

using var campaign = new Campaign(options);
return campaign.Run();
