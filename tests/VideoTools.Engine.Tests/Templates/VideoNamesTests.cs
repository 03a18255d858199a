namespace VideoTools.Engine.Tests.Templates;

public class VideoNamesTests
{
    [Theory]
    [InlineData("Cx1yZ_owner_score12.5.mp4", "Cx1yZ")]
    [InlineData("/videos/a_b-c_owner.name_score7.mp4", "a_b-c")]
    [InlineData("_x_owner_score0.1.mov", "_x")]
    [InlineData("holiday.mp4", "holiday")]
    [InlineData("holiday.part1.mp4", "holiday.part1")]
    [InlineData("id_owner_scorehigh.mp4", "id_owner_scorehigh")]
    [InlineData("id_score5.mp4", "id_score5")]
    [InlineData("a b_owner_score5.mp4", "a b_owner_score5")]
    [InlineData("id_owner_score5_copy.mp4", "id_owner_score5_copy")]
    public void GetVideoId_Name_IsTheIdPartOrTheStem(string path, string expected) =>
        Assert.Equal(expected, VideoNames.GetVideoId(path));
}
