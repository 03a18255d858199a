namespace VideoTools.TestMedia.Text;

/// <summary>What overlays of short videos say, by kind. Own text.</summary>
internal static class OverlayPhrases
{
    public static readonly string[] Captions =
    [
        "Wait for it", "This changes everything", "Three tips for better sleep", "You won't believe this", "Day 14 of my challenge",
        "How I saved my morning", "POV: your code compiles", "Save this for later", "Nobody talks about this", "Start with one page",
        "Here is what I learned", "The secret is salt", "Read the manual first", "Before and after", "Watch until the end",
        "Two steps, zero stress", "Never skip the warm-up", "Ask me anything", "It took me 10 years", "Why does this work?",
        "Small habits win", "Stop doing this!", "My honest review", "Full recipe below", "Part 2 is coming", "Keep it simple",
        "Only 5 minutes a day", "That was close!", "Lesson number one", "Do this every Monday", "Grow faster, spend less",
        "The best tool is free", "Let me show you", "Okay, here we go", "Don't miss the last one", "Quick question for you",
        "What would you choose?", "Built in one weekend", "No experience needed", "One mistake to avoid", "Think twice, cut once",
        "Breakfast in the garden", "A walk in the meadow", "Birds are early", "Follow the river", "Under the old tree",
    ];

    public static readonly string[] Names =
    [
        "Anna Fischer", "Dr. James Okoro", "Marta Silva", "Captain Lee", "Professor Hale", "Nina Petrov", "Tom Baker", "Grace Hopkins",
        "Omar Haddad", "Julia Weber", "Kenji Mori", "Laura Jensen",
    ];

    public static readonly string[] Titles =
    [
        "Head of Research", "Founder, Bright Labs", "Marine Biologist", "Chief Editor", "Product Designer", "Mountain Guide",
        "Author and Teacher", "Software Engineer", "Wildlife Photographer", "Pastry Chef", "Data Analyst", "City Planner",
    ];

    public static readonly string[] Addresses =
    [
        "www.example.com/start", "https://shop.example.org", "example.net/free-guide", "@bright.labs", "hello@example.com",
        "docs.example.io/v2", "#MorningRoutine", "example.com/join?ref=42", "bit.example/abc123", "@julia_cooks",
    ];

    public static readonly string[] Numbers =
    [
        "$1,299.00", "50% OFF", "24/7", "12:45", "+38.6%", "1st place", "No. 7", "2026-11-21", "3 x 250 g", "0800 555 0199",
        "Level 42", "99.95 EUR", "10,000 steps", "-15 C", "Version 3.1.4", "Score 21:19",
    ];

    public static readonly string[] Chinese =
    [
        "今天天气很好", "三分钟学会做饭", "欢迎来到北京", "点击下方链接", "新品限时特价", "谢谢大家观看", "我的早晨习惯", "请看到最后",
        "每天读书十分钟", "一步一步来", "好用又便宜", "下一集更精彩",
    ];
}
