using VideoTools.Engine.Features.Driver;

namespace VideoTools.Engine.Tests.Features.Driver;

/// <summary>States of drivers made of numbers.</summary>
public sealed class DriverStatesTests
{
    [Fact]
    public void Play_DriverWhoBlinks_IsAwakeAndCalibratedAfterTenSeconds()
    {
        var states = MadeDriver.Play(30, t => MadeDriver.At(t, closed: Blink(t)));

        Assert.Equal(30, states.Count);
        Assert.Equal(Enumerable.Range(1, 30), states.Select(state => state.SequenceIndex));
        Assert.All(states, state => Assert.Equal(("AWAKE", AlertLevel.Low), (state.State, state.Level)));
        Assert.All(states, (state, i) => Assert.Equal((i >= 9, i >= 9 ? StateStatus.Ok : StateStatus.Partial), (state.IsCalibrated, state.Status)));
        Assert.All(states, state => Assert.Equal(("Device", 10), (state.Source, state.FrameTimes.Count)));
        Assert.InRange(states[^1].HeadYaw!.Value, -0.5, 0.5);
        Assert.InRange(states[^1].HeadPitch!.Value, -0.5, 0.5);
        Assert.InRange(states[^1].BlinkRate!.Value, 18, 22);
        Assert.Equal(0, states[^1].LongBlinkCount);
        Assert.InRange(states[^1].Perclos!.Value, 0.04, 0.07);
        Assert.Equal(1, states[^1].FaceShare);
    }

    [Theory]
    [InlineData(0.9, "AWAKE", AlertLevel.Low)]
    [InlineData(1.1, "SLEEPY", AlertLevel.High)]
    [InlineData(3.0, "SLEEPY", AlertLevel.High)]
    public void Play_EyesClosed_AreSleepFromTheLimitOn(double seconds, string state, AlertLevel level)
    {
        var states = MadeDriver.Play(20, t => MadeDriver.At(t, closed: In(t, 15, seconds) ? 1 : 0));

        var worst = states.Where(s => s.StartSeconds >= 15).MaxBy(s => s.Level)!;
        Assert.Equal((state, level), (worst.State, worst.Level));
        Assert.All(states.Where(s => s.StartSeconds < 15), s => Assert.Equal("AWAKE", s.State));
        if (level == AlertLevel.High)
        {
            // The first record that can know says so, though the one before it was Low.
            Assert.Equal("SLEEPY", states[16].State == "SLEEPY" ? states[16].State : states[15].State);
            Assert.StartsWith("eyes closed for ", worst.Evidence, StringComparison.Ordinal);
            Assert.Equal(seconds, states.Max(s => s.ClosureSeconds)!.Value, 0.11);
        }
    }

    [Fact]
    public void Play_EyesThatAreNarrowByNature_AreNotClosed()
    {
        var states = MadeDriver.Play(30, t => MadeDriver.At(t).With(MadeDriver.Eye(0.19), MadeDriver.Eye(0.19)));

        Assert.All(states, state => Assert.Equal("AWAKE", state.State));
        Assert.Equal(1, states[^1].EyeOpenness!.Value, 2);
    }

    [Theory]
    [InlineData(0.06, "AWAKE")]
    [InlineData(0.11, "TIRED")]
    [InlineData(0.2, "SLEEPY")]
    public void Play_Perclos_IsThePartOfTheTimeWithClosedEyes(double share, string expected)
    {
        // Closures of four tenths: neither long blinks nor sleep by themselves.
        var period = 0.4 / share;
        var states = MadeDriver.Play(80, t => MadeDriver.At(t, closed: t > 10 && t % period < 0.39 ? 1 : 0), new DriverOptions());

        Assert.Equal(share, states[^1].Perclos!.Value, 0.02);
        Assert.Equal(expected, states[^1].State);
    }

    [Fact]
    public void Play_PerclosWindow_ForgetsWhatIsOlder()
    {
        var options = new DriverOptions { PerclosSeconds = 20 };
        var states = MadeDriver.Play(60, t => MadeDriver.At(t, closed: In(t, 15, 5) ? 1 : 0), options);

        Assert.Equal(0.25, states[20].Perclos!.Value, 0.03);
        Assert.Equal(0, states[^1].Perclos);
        Assert.Equal("AWAKE", states[^1].State);
    }

    [Fact]
    public void Play_TwoLongBlinks_AreTired()
    {
        var states = MadeDriver.Play(30, t => MadeDriver.At(t, closed: In(t, 14, 0.7) || In(t, 18, 0.7) ? 1 : 0));

        Assert.Equal("AWAKE", states[16].State);
        Assert.Contains(states, s => s is { State: "TIRED", Level: AlertLevel.Moderate, LongBlinkCount: 2 });
        Assert.DoesNotContain(states, s => s.State == "SLEEPY");
    }

    [Theory]
    [InlineData(40, 1.0, "AWAKE", AlertLevel.Low)]
    [InlineData(-25, 5.0, "AWAKE", AlertLevel.Low)]
    [InlineData(15, 5.0, "AWAKE", AlertLevel.Low)]
    [InlineData(40, 3.0, "DISTRACTED", AlertLevel.Moderate)]
    [InlineData(25, 3.0, "DISTRACTED", AlertLevel.Moderate)] // towards the profile: the camera sees 43 degrees
    [InlineData(-40, 3.0, "DISTRACTED", AlertLevel.Moderate)]
    [InlineData(40, 6.0, "DISTRACTED", AlertLevel.High)]
    public void Play_HeadTurned_CountsFromThePersonsOwnStraightLook(double yaw, double seconds, string state, AlertLevel level)
    {
        var states = MadeDriver.Play(24, t => MadeDriver.At(t, yaw: In(t, 15, seconds) ? yaw : 0));

        var worst = states.MaxBy(s => s.Level)!;
        Assert.Equal((state, level), (worst.State, worst.Level));
        Assert.Equal("AWAKE", states[^1].State);
    }

    [Fact]
    public void Play_EyesTurnedInAStraightHead_AreAway()
    {
        var states = MadeDriver.Play(24, t => MadeDriver.At(t, yaw: 10, eyeYaw: In(t, 15, 4) ? 38 : 0));

        Assert.Contains(states, s => s.State == "DISTRACTED" && s.Evidence.StartsWith("eyes turned away for ", StringComparison.Ordinal));
    }

    [Fact]
    public void Play_EyesThatDifferByNature_AreCalibratedEachByItself()
    {
        var states = MadeDriver.Play(30, t => MadeDriver.At(t).With(MadeDriver.Eye(0.22), t < 20 ? MadeDriver.Eye(0.4) : null));

        Assert.All(states, state => Assert.Equal("AWAKE", state.State));
        Assert.Equal(1, states[^1].EyeOpenness!.Value, 2);
    }

    [Theory]
    [InlineData(0, "SLEEPY")]
    [InlineData(20, "AWAKE")] // a head that is turned does not show both alike
    public void Play_EyeWhoseLidIsNotSeen_DoesNotKeepTheOtherOpen(double yaw, string expected)
    {
        var states = MadeDriver.Play(24, t => MadeDriver.At(t, yaw: t >= 14 ? -yaw : 0)
            .With(MadeDriver.Eye(In(t, 15, 3) ? MadeDriver.Shut : MadeDriver.Open), MadeDriver.Eye(MadeDriver.Open)));

        Assert.Equal(expected, states[16].State);
    }

    [Fact]
    public void Play_BlinkInALookAside_DoesNotEndIt()
    {
        var states = MadeDriver.Play(24, t => MadeDriver.At(t, eyeYaw: In(t, 15, 4) ? 38 : 0, closed: In(t, 16.5, 0.2) ? 1 : 0));

        Assert.Equal(4, states.Max(s => s.AwaySeconds)!.Value, 0.11);
        Assert.Contains(states, s => s is { State: "DISTRACTED", Level: AlertLevel.High });
    }

    [Fact]
    public void Play_LookThatWaversAroundTheLimit_IsOneLook()
    {
        var states = MadeDriver.Play(24, t => MadeDriver.At(t, yaw: In(t, 15, 4) ? (Math.Round(t * 10) % 2 == 0 ? -31 : -27) : 0));

        Assert.Equal(4, states.Max(s => s.AwaySeconds)!.Value, 0.11);
    }

    [Fact]
    public void Play_HandAtTheEarThatOneLookMisses_IsOneCall()
    {
        var states = MadeDriver.Play(24, t => MadeDriver.At(t, hand: In(t, 15, 5) && !In(t, 16, 0.5) ? HandPlace.Ear : HandPlace.Elsewhere));

        Assert.Contains(states, s => s is { State: "DISTRACTED", Level: AlertLevel.Moderate }
            && s.Evidence.StartsWith("hand at the ear for 5.0 s", StringComparison.Ordinal));
        Assert.Equal("AWAKE", states[^1].State);
    }

    [Fact]
    public void Play_HeadThatIsHardlyTurned_HasNoSign()
    {
        var states = MadeDriver.Play(30, t => MadeDriver.At(t, yaw: t > 20 ? -0.04 : 0));

        Assert.All(states, s => Assert.DoesNotContain("-0", s.Evidence, StringComparison.Ordinal));
        Assert.False(double.IsNegative(states[^1].HeadYaw!.Value));
    }

    [Fact]
    public void Play_GlancesThatAddUp_AreDistraction()
    {
        var states = MadeDriver.Play(45, t => MadeDriver.At(t, yaw: t > 12 && t % 3 < 1.5 ? -45 : 0));

        Assert.Contains(states, s => s is { State: "DISTRACTED", Level: AlertLevel.Moderate }
            && s.Evidence.StartsWith("looked away for ", StringComparison.Ordinal));
    }

    [Fact]
    public void Play_HeadDown_IsDistraction_BehindClosedEyesItIsSleep()
    {
        var lap = MadeDriver.Play(24, t => MadeDriver.At(t, pitch: In(t, 15, 4) ? -25 : 0));
        var asleep = MadeDriver.Play(24, t => MadeDriver.At(t, pitch: In(t, 15, 4) ? -25 : 0, closed: In(t, 14.5, 5) ? 1 : 0));

        Assert.Contains(lap, s => s.State == "DISTRACTED" && s.Evidence.StartsWith("head down for ", StringComparison.Ordinal));
        Assert.DoesNotContain(lap, s => s.State == "SLEEPY");
        Assert.Contains(asleep, s => s is { State: "SLEEPY", Level: AlertLevel.High });
    }

    [Fact]
    public void Play_HeadDownBehindABlink_IsNoSleep()
    {
        var states = MadeDriver.Play(24, t => MadeDriver.At(t, pitch: In(t, 15, 4) ? -25 : 0, closed: In(t, 14.8, 0.2) ? 1 : 0));

        Assert.Contains(states, s => s.State == "DISTRACTED");
        Assert.DoesNotContain(states, s => s.State == "SLEEPY");
    }

    [Theory]
    [InlineData(1, "AWAKE", AlertLevel.Low)]
    [InlineData(2, "TIRED", AlertLevel.Moderate)]
    [InlineData(3, "SLEEPY", AlertLevel.High)]
    public void Play_Nods_AreCounted(int count, string state, AlertLevel level)
    {
        var states = MadeDriver.Play(28, t => MadeDriver.At(t, pitch: t >= 14 && t < 14 + (3 * count) && (t - 14) % 3 < 0.8 ? -20 : 0));

        Assert.Equal(count, states.Max(s => s.NodCount));
        var worst = states.MaxBy(s => s.Level)!;
        Assert.Equal((state, level), (worst.State, worst.Level));
    }

    [Fact]
    public void Play_Yawn_IsTiredTalkingIsNot()
    {
        var talking = MadeDriver.Play(24, t => MadeDriver.At(t, mouth: t % 0.6 < 0.3 ? 0.7 : 0.1));
        var yawning = MadeDriver.Play(24, t => MadeDriver.At(t, mouth: In(t, 15, 3) ? 0.9 : 0.1));

        Assert.All(talking, s => Assert.Equal(("AWAKE", 0), (s.State, s.YawnCount)));
        Assert.Contains(yawning, s => s is { State: "TIRED", Level: AlertLevel.Moderate, YawnCount: 1 });
    }

    [Fact]
    public void Play_NobodyEver_IsAbsentAndUnknownNeverLow()
    {
        var states = MadeDriver.Play(5, MadeDriver.Nobody);

        Assert.All(states, s => Assert.Equal(("ABSENT", AlertLevel.Unknown, StateStatus.Unavailable), (s.State, s.Level, s.Status)));
        Assert.All(states, s => Assert.Equal((0.0, null, null), (s.FaceShare, s.EyeOpenness, s.Perclos)));
    }

    [Fact]
    public void Play_DriverWhoLeaves_IsUnknownAtFirstThenAbsent()
    {
        var states = MadeDriver.Play(22, t => In(t, 15, 5) ? MadeDriver.Nobody(t) : MadeDriver.At(t));

        Assert.Equal((VideoState.Unknown, AlertLevel.Unknown), (states[15].State, states[15].Level));
        Assert.Equal(("ABSENT", AlertLevel.Moderate), (states[18].State, states[18].Level));
        Assert.Equal("AWAKE", states[^1].State);
    }

    [Fact]
    public void Play_FaceThatTurnsOutOfSight_IsDistraction()
    {
        var states = MadeDriver.Play(22, t => In(t, 15, 1) ? MadeDriver.At(t, yaw: 50) : In(t, 16, 4) ? MadeDriver.Nobody(t) : MadeDriver.At(t));

        Assert.Contains(states, s => s.State == "DISTRACTED" && s.Evidence.StartsWith("turned out of sight, ", StringComparison.Ordinal));
    }

    [Fact]
    public void Play_FaceThatSinksOutOfSightWithClosedEyes_IsSleep()
    {
        var states = MadeDriver.Play(20, t => In(t, 15, 0.8) ? MadeDriver.At(t, closed: 1) : t >= 15.8 ? MadeDriver.Nobody(t) : MadeDriver.At(t));

        Assert.Equal(("SLEEPY", AlertLevel.High), (states[17].State, states[17].Level));
    }

    [Fact]
    public void Play_Darkness_IsUnknown()
    {
        var states = MadeDriver.Play(20, t => In(t, 15, 3) ? new DriverSample(t) { IsBlind = true } : MadeDriver.At(t));

        Assert.All(states.GetRange(15, 3), s => Assert.Equal((VideoState.Unknown, AlertLevel.Unknown), (s.State, s.Level)));
    }

    [Fact]
    public void Play_EyesThatAreNotSeen_AreNeverAwake()
    {
        var states = MadeDriver.Play(20, t => MadeDriver.At(t).With(null, null));

        Assert.All(states, s => Assert.Equal((VideoState.Unknown, AlertLevel.Unknown, "the eyes are not seen"), (s.State, s.Level, s.Evidence)));
    }

    [Fact]
    public void Play_AnotherPerson_IsLearnedAnew()
    {
        var states = MadeDriver.Play(40, t => t < 20 ? MadeDriver.At(t)
            : MadeDriver.At(t, yaw: -40, pitch: 20).With(MadeDriver.Eye(0.22), MadeDriver.Eye(0.22)) with { IsNewPerson = t < 20.05 });

        Assert.Equal((true, false, true), (states[19].IsCalibrated, states[22].IsCalibrated, states[35].IsCalibrated));
        Assert.Equal("AWAKE", states[35].State);
        Assert.Equal(1, states[35].EyeOpenness!.Value, 2);
    }

    [Theory]
    [InlineData(HandPlace.Ear, "DISTRACTED", AlertLevel.Moderate)]
    [InlineData(HandPlace.Face, "AWAKE", AlertLevel.Low)]
    internal void Play_HandAtTheHead_IsAPhoneAtTheEarOnly(HandPlace place, string state, AlertLevel level)
    {
        var states = MadeDriver.Play(24, t => MadeDriver.At(t, hand: In(t, 15, 5) ? place : HandPlace.Elsewhere));

        var seen = states[18];
        Assert.Equal((state, level), (seen.State, seen.Level));
        Assert.Equal(place == HandPlace.Ear ? (0.0, 1.0) : (1.0, 0.0), (seen.HandShare!.Value, seen.PhoneShare!.Value));
        Assert.Null(MadeDriver.Play(2, t => MadeDriver.At(t))[0].HandShare);
    }

    [Fact]
    public void Play_OneRaisedRecordAlone_IsDoubted()
    {
        // Two glances far apart of exactly the limit: one raised record each.
        var states = MadeDriver.Play(24, t => MadeDriver.At(t, yaw: In(t, 15.5, 2.1) ? 40 : 0));

        var raised = Assert.Single(states, s => s.RawLevel == AlertLevel.Moderate);
        Assert.Equal(AlertLevel.Low, raised.Level);
    }

    [Fact]
    public void Play_GapInTime_EndsWhatHeld()
    {
        var states = new DriverStates("/a", new DriverOptions());
        List<VideoState> given = [];
        for (var i = 0; i < 160; i++)
        {
            given.AddRange(new[] { states.Add(MadeDriver.At(i / 10.0, closed: i >= 156 ? 1 : 0)) }.OfType<VideoState>());
        }

        given.AddRange(new[] { states.Add(MadeDriver.At(60, closed: 1)), states.Finish(60.1) }.OfType<VideoState>());

        Assert.DoesNotContain(given, s => s.State == "SLEEPY");
        Assert.Equal(61, given[^1].SequenceIndex);
    }

    private static bool In(double t, double start, double length) => t >= start - 1e-9 && t < start + length - 1e-9;

    private static double Blink(double t) => (t + 1) % 3 < 0.15 ? 1 : 0;
}
