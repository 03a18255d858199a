using VideoTools.Engine.Features.Crop;

namespace VideoTools.Engine.Tests.Features.Crop;

public class CropStrategiesTests
{
    [Theory]
    [InlineData("Subject Detection", 0.05, 0.25, 0.40, 0.30)]
    [InlineData("Motion Priority", 0.50, 0.15, 0.25, 0.10)]
    [InlineData("Visual Detail", 0.05, 0.50, 0.30, 0.15)]
    [InlineData("Balanced", 0.25, 0.25, 0.25, 0.25)]
    [InlineData("Color Focus", 0.05, 0.20, 0.30, 0.45)]
    public void All_BuiltIn_HasTheSpecifiedWeights(string name, double motion, double detail, double edges, double saturation)
    {
        var strategy = Assert.Single(CropStrategies.All, s => s.Name == name);

        Assert.Equal((motion, detail, edges, saturation), (strategy.Motion, strategy.Detail, strategy.Edges, strategy.Saturation));
        Assert.NotEmpty(strategy.Description);
        Assert.NotEmpty(strategy.UseCase);
    }

    [Fact]
    public void All_List_CannotBeChanged()
    {
        Assert.Equal(5, CropStrategies.All.Count);
        Assert.Throws<NotSupportedException>(() => ((IList<CropStrategyInfo>)CropStrategies.All)[0] = CropStrategies.Balanced);
    }

    [Fact]
    public void Find_OtherCase_IsFound() => Assert.Same(CropStrategies.Balanced, CropStrategies.Find("balanced"));

    [Fact]
    public void Find_Unknown_ListsAllNames()
    {
        var exception = Assert.Throws<ArgumentException>(() => CropStrategies.Find("Loud"));

        Assert.Contains("'Loud'", exception.Message, StringComparison.Ordinal);
        Assert.All(CropStrategies.All, s => Assert.Contains(s.Name, exception.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0.25, 0.25, 0.25, 0.24, true)]
    [InlineData(0.25, 0.25, 0.25, 0.26, true)]
    [InlineData(0.25, 0.25, 0.25, 0.27, false)]
    [InlineData(0.25, 0.25, 0.25, 0.23, false)]
    [InlineData(1.0, 0.0, 0.0, 0.0, true)]
    [InlineData(1.5, -0.5, 0.0, 0.0, false)]
    [InlineData(double.NaN, 0.5, 0.25, 0.25, false)]
    public void Validate_Weights_MustBePositiveAndSumToOne(double motion, double detail, double edges, double saturation, bool valid)
    {
        var strategy = CropStrategies.Balanced with { Motion = motion, Detail = detail, Edges = edges, Saturation = saturation };
        var exception = Record.Exception(() => CropStrategies.Validate(strategy));

        if (valid)
        {
            Assert.Null(exception);
        }
        else
        {
            Assert.IsType<ArgumentException>(exception);
        }
    }
}
