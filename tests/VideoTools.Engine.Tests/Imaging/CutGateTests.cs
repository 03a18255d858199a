using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Imaging;

public class CutGateTests
{
    [Fact]
    public void Accept_SpikeInCalmVideo_IsACut() =>
        Assert.Equal([true, true, true, false, true, true], Run(1, 1.2, 0.8, 40, 1, 1));

    [Fact]
    public void Accept_SuddenMotionThatLasts_CountsFromItsSecondPair() =>
        Assert.Equal([true, true, false, true, true, true], Run(1, 1, 50, 50, 50, 50));

    [Fact]
    public void Accept_StrongMotionThroughout_IsMotion()
    {
        var gate = new CutGate();
        Assert.All(Enumerable.Repeat(18.0, 100), change => Assert.True(gate.Accept(change)));
    }

    [Fact]
    public void Accept_SmallChangeInStillVideo_IsMotion()
    {
        var gate = new CutGate();
        Assert.All(Enumerable.Repeat(0.0, 100), change => Assert.True(gate.Accept(change)));
        Assert.True(gate.Accept(CutGate.MinimumChange));
    }

    private static bool[] Run(params double[] changes)
    {
        var gate = new CutGate();
        return [.. changes.Select(gate.Accept)];
    }
}
